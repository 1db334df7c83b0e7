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

/** The host lets a text go in quiet hours only with a reason, which is kept with it. */
const REASON_NEEDED = 'reason_needed'

/**
 * The text waits: says for what, and lets a person send it now, choose another time, or take it back. What comes too late is said
 * in a toast, since the note goes as soon as the text no longer waits.
 */
export function WaitingNote({ message, waiting }: { message: Message; waiting: Waiting }) {
  const { queries } = useHost()
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
            Send now all the same…
          </Button>
        ) : (
          <Button
            size="xs"
            disabled={busy}
            loading={sendNow.isPending && asking === null}
            onClick={() => sendNow.mutate({ id: message.id })}
          >
            Send now
          </Button>
        )}
        {kind === 'trouble' ? null : (
          <Button size="xs" disabled={busy} onClick={() => setAsking('time')}>
            Choose another time
          </Button>
        )}
        <Button
          size="xs"
          variant={kind === 'trouble' ? 'default' : 'subtle'}
          disabled={busy}
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id: message.id })}
        >
          Cancel this text
        </Button>
      </span>
      <AskReason
        opened={asking === 'reason'}
        title={kind === 'blockout' ? 'Send it at this hour all the same?' : 'Send it in quiet hours all the same?'}
        confirmLabel="Send now"
        busy={sendNow.isPending}
        error={sendNow.variables?.reason === undefined ? null : sendNow.error}
        onGive={(reason) => sendNow.mutate({ id: message.id, reason })}
        onCancel={() => {
          setAsking(null)
          sendNow.reset()
        }}
      >
        {kind === 'blockout'
          ? `${message.accountName} may turn it away, or it may count against you.`
          : 'A phone may ring where somebody is asleep.'}{' '}
        The reason is kept with the text.
      </AskReason>
      <ChooseTime
        opened={asking === 'time'}
        title="Choose another time"
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
