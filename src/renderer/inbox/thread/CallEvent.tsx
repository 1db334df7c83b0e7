import './call-event.css'
import type { ReactNode } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { Icon } from '../../components/Icon.tsx'
import { formatNumber } from '../../components/names.ts'
import { asTime } from '../../language/asTime.tsx'
import { useTimes } from '../../language/times.ts'
import { useWords } from '../../language/words.ts'

const asBold = (text: ReactNode) => <b>{text}</b>
const asDetail = (text: ReactNode) => <span className="call-event-to num">{text}</span>

/** Somebody called and nobody answered: a line of the conversation, not a text. */
export function MissedCall({ message, name, pointedOut }: { message: Message; name: string | null; pointedOut: boolean }) {
  const { createdAt, to } = message
  const words = useWords('thread')
  const times = useTimes()
  const moment = times.exact(createdAt)
  return (
    <article
      className="call-event"
      data-key={message.id}
      tabIndex={-1}
      data-pointed-out={pointedOut || undefined}
      aria-label={name === null ? words('call.ofSomebody', { moment }) : words('call.of', { name, moment })}
    >
      <Icon name="call" size={15} />
      <span>
        {/^\+?\d+$/.test(to)
          ? words.rich('call.missedTo', { b: asBold, to: asDetail, number: formatNumber(to) })
          : words.rich('call.missed', { b: asBold })}
      </span>
      {asTime(createdAt, times, 'num')(times.clock(createdAt))}
    </article>
  )
}
