import './call-event.css'
import type { ConsentEvent } from '../../../shared/contract/opt-outs.ts'
import { saidHow } from '../../../shared/opt-outs/words.ts'
import { Icon } from '../../components/Icon.tsx'
import { exactTime, momentWords } from '../../components/times.ts'

const WHAT: Readonly<Record<ConsentEvent['kind'], string>> = {
  opt_out: 'Opted out of texts',
  opt_in: 'Gets texts again',
  consent: 'Agreed to get texts',
}

/** What was said for or against texts other than by a text: a line of the conversation, with who said it and why. */
export function ConsentEventItem({ event, itemKey, now }: { event: ConsentEvent; itemKey: string; now: number }) {
  const { kind, at } = event
  return (
    <article className="call-event" data-key={itemKey} tabIndex={-1} aria-label={`${WHAT[kind]}, ${exactTime(at)}`}>
      <Icon name={kind === 'opt_out' ? 'close' : 'check'} size={15} />
      <span>
        <b>{WHAT[kind]}</b> <bdi className="call-event-to">{saidHow(event)}</bdi>
      </span>
      <time className="num" dateTime={new Date(at).toISOString()} title={exactTime(at)}>
        {momentWords(at, now)}
      </time>
    </article>
  )
}
