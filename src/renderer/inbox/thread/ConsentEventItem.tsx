import './call-event.css'
import type { ConsentEvent } from '../../../shared/contract/opt-outs.ts'
import { Icon } from '../../components/Icon.tsx'
import { Moment } from '../../language/Moment.tsx'
import { useTimes } from '../../language/times.ts'
import { useWords } from '../../language/words.ts'
import { saidHow } from '../../opt-outs/words.ts'

/** What was said for or against texts other than by a text: a line of the conversation, with who said it and why. */
export function ConsentEventItem({ event, itemKey, now }: { event: ConsentEvent; itemKey: string; now: number }) {
  const { kind, at } = event
  const words = useWords('thread')
  const optOutWords = useWords('optOuts')
  const times = useTimes()
  const what = words(`consent.${kind}`)
  return (
    <article className="call-event" data-key={itemKey} tabIndex={-1} aria-label={words('consent.label', { what, moment: times.exact(at) })}>
      <Icon name={kind === 'opt_out' ? 'close' : 'check'} size={15} />
      <span>
        <b>{what}</b> <bdi className="call-event-to">{saidHow(optOutWords, event)}</bdi>
      </span>
      <Moment className="num" at={at} now={now} />
    </article>
  )
}
