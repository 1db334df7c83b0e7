import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { AskReason } from '../../components/AskReason.tsx'
import { ChooseTime } from '../../components/ChooseTime.tsx'
import { sayFailed } from '../../components/toasts.ts'
import { useHost } from '../../host/HostProvider.tsx'
import { refusalOf } from '../../host/problems.ts'
import type { Waiting } from './waiting.ts'
import { useWords } from '../../language/words.ts'

/** The host lets a text go in quiet hours only with a reason, which is kept with it. */
const REASON_NEEDED = 'reason_needed'

/**
 * The text waits: says for what, and lets a person send it now, choose another time, or take it back. What comes too late is said
 * in a toast, since the note goes as soon as the text no longer waits.
 */
export function WaitingNote({ message, waiting }: { message: Message; waiting: Waiting }) {
  const { queries } = useHost()
  const words = useWords('thread')
  const [asking, setAsking] = useState<'reason' | 'time' | null>(null)
  const cancel = useMutation(queries.messages.cancel.mutationOptions({ onError: sayFailed }))
  const sendNow = useMutation(
    queries.messages.sendNow.mutationOptions({
      onSuccess: () => setAsking(null),
      onError(error, { reason }) {
        if (reason === undefined && refusalOf(error)?.code === REASON_NEEDED) setAsking('reason')
        else if (asking === null) sayFailed(error)
      },
    }),
  )
  const reschedule = useMutation(queries.messages.reschedule.mutationOptions({ onSuccess: () => setAsking(null) }))
  const busy = cancel.isPending || sendNow.isPending || reschedule.isPending
  const { kind, sentence } = waiting
  const isHeld = kind === 'quiet_hours' || kind === 'blockout'

  return (
    <div className="message-note" data-tone={kind === 'trouble' || kind === 'missed' ? 'warn' : 'plain'}>
      <span className="message-note-words">{sentence}</span>
      <span className="message-note-steps">
        {kind === 'trouble' ? null : isHeld ? (
          <Button size="xs" disabled={busy} onClick={() => setAsking('reason')}>
            {words('waiting.allTheSame')}
          </Button>
        ) : (
          <Button
            size="xs"
            disabled={busy}
            loading={sendNow.isPending && asking === null}
            onClick={() => sendNow.mutate({ id: message.id })}
          >
            {words('waiting.now')}
          </Button>
        )}
        {kind === 'trouble' ? null : (
          <Button size="xs" disabled={busy} onClick={() => setAsking('time')}>
            {words('waiting.time')}
          </Button>
        )}
        <Button
          size="xs"
          variant={kind === 'trouble' ? 'default' : 'subtle'}
          disabled={busy}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id: message.id })}
        >
          {words('waiting.cancel')}
        </Button>
      </span>
      <AskReason
        opened={asking === 'reason'}
        title={words(kind === 'blockout' ? 'waiting.blockout' : 'waiting.quiet')}
        confirmLabel={words('waiting.now')}
        busy={sendNow.isPending}
        error={sendNow.variables?.reason === undefined ? null : sendNow.error}
        onGive={(reason) => sendNow.mutate({ id: message.id, reason })}
        onCancel={() => {
          setAsking(null)
          sendNow.reset()
        }}
      >
        {kind === 'blockout' ? words('waiting.blockoutHint', { account: message.accountName }) : words('waiting.quietHint')}
      </AskReason>
      <ChooseTime
        opened={asking === 'time'}
        title={words('waiting.time')}
        to={message.to}
        busy={reschedule.isPending}
        error={reschedule.error}
        onChoose={({ schedule }) => reschedule.mutate({ id: message.id, schedule })}
        onCancel={() => {
          setAsking(null)
          reschedule.reset()
        }}
      />
    </div>
  )
}
