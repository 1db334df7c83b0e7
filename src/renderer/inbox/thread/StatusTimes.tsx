import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Message } from '../../../shared/contract/messages.ts'
import { exactTime } from '../../components/times.ts'
import { useHost } from '../../host/HostProvider.tsx'
import type { StatusWords } from './statusWords.ts'

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
    <Tooltip label={<Times message={message} />} multiline events={{ hover: true, focus: true, touch: false }} openDelay={250}>
      <button type="button" className="message-status num" data-tone={tone} tabIndex={-1} onClick={() => onInspect(message.id)}>
        {words} {mark === '' ? null : <span aria-hidden="true">{mark}</span>}
      </button>
    </Tooltip>
  )
}

function Times({ message: { id, status, notBefore, validUntil } }: { message: Message }) {
  const { queries } = useHost()
  const story = useQuery(queries.messages.get.queryOptions({ input: { id } }))
  const reached = (story.data?.events ?? []).filter((event, index, all) => event.status !== all[index - 1]?.status)
  return (
    <span className="status-times num">
      {reached.map(({ sequence, at, status: became }) => (
        <span key={sequence}>
          <b>{became}</b> <span>{exactTime(at)}</span>
        </span>
      ))}
      {status === 'queued' && notBefore !== null ? (
        <span>
          <b>not before</b> <span>{exactTime(notBefore)}</span>
        </span>
      ) : null}
      {status === 'queued' && validUntil !== null ? (
        <span>
          <b>not after</b> <span>{exactTime(validUntil)}</span>
        </span>
      ) : null}
    </span>
  )
}
