import './call-event.css'
import type { Message } from '../../../shared/contract/messages.ts'
import { Icon } from '../../components/Icon.tsx'
import { formatNumber } from '../../components/names.ts'
import { clockTime, exactTime } from '../../components/times.ts'

/** Somebody called and nobody answered: a line of the conversation, not a text. */
export function MissedCall({ message, name, pointedOut }: { message: Message; name: string | null; pointedOut: boolean }) {
  const { createdAt, to } = message
  return (
    <article
      className="call-event"
      data-key={message.id}
      tabIndex={-1}
      data-pointed-out={pointedOut || undefined}
      aria-label={`Missed call, ${name ?? 'unknown caller'}, ${exactTime(createdAt)}`}
    >
      <Icon name="call" size={15} />
      <span>
        <b>Missed call</b>
        {/^\+?\d+$/.test(to) ? <span className="call-event-to num"> to {formatNumber(to)}</span> : null}
      </span>
      <time className="num" dateTime={new Date(createdAt).toISOString()} title={exactTime(createdAt)}>
        {clockTime(createdAt)}
      </time>
    </article>
  )
}
