import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Message } from '../../../shared/contract/messages.ts'
import { useHost } from '../../host/HostProvider.tsx'
import type { StatusWords } from './statusWords.ts'
import { useTimes } from '../../language/times.ts'
import { useWords } from '../../language/words.ts'

/** The status of a message: hovered or focused it shows when each status was reached, pressed it tells the whole story. */
export function StatusTimes({
  message,
  status: { words, mark, tone },
  onInspect,
}: {
  message: Message
  status: StatusWords
  onInspect: (messageId: string) => void
}) {
  return (
    <Tooltip label={<ReachedTimes message={message} />} multiline events={{ hover: true, focus: true, touch: false }} openDelay={250}>
      <button type="button" className="message-status num" data-tone={tone} tabIndex={-1} onClick={() => onInspect(message.id)}>
        {words} {mark === '' ? null : <span aria-hidden="true">{mark}</span>}
      </button>
    </Tooltip>
  )
}

function ReachedTimes({ message: { id, status, notBefore, validUntil } }: { message: Message }) {
  const { queries } = useHost()
  const words = useWords('messages')
  const times = useTimes()
  const story = useQuery(queries.messages.get.queryOptions({ input: { id } }))
  const reached = (story.data?.events ?? []).filter((event, index, all) => event.status !== all[index - 1]?.status)
  return (
    <span className="status-times num">
      {reached.map(({ sequence, at, status: became }) => (
        <span key={sequence}>
          <b>{words(`reached.${became}`)}</b> <span>{times.exact(at)}</span>
        </span>
      ))}
      {status === 'queued' && notBefore !== null ? (
        <span>
          <b>{words('reached.notBefore')}</b> <span>{times.exact(notBefore)}</span>
        </span>
      ) : null}
      {status === 'queued' && validUntil !== null ? (
        <span>
          <b>{words('reached.notAfter')}</b> <span>{times.exact(validUntil)}</span>
        </span>
      ) : null}
    </span>
  )
}
