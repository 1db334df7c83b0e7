import './opt-outs.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ConsentEvent, OptOut } from '../../shared/contract/opt-outs.ts'
import { Chip } from '../components/Chip.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { formatNumber } from '../components/names.ts'
import { RelativeTime } from '../components/RelativeTime.tsx'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords, type Words } from '../language/words.ts'
import { LiftOptOut } from './LiftOptOut.tsx'
import { OptOutNumber } from './OptOutNumber.tsx'
import { RecordConsent } from './RecordConsent.tsx'

const asMuted = (text: ReactNode) => <span className="mut">{text}</span>
const asForeign = (text: ReactNode) => <bdi>{text}</bdi>

/** What was said for and against texts to a person's numbers, as a section of the person's page. */
export function PersonConsent({ numbers }: { numbers: readonly string[] }) {
  const { queries } = useHost()
  const words = useWords('optOuts')
  const known = useQuery(queries.optOuts.ofNumbers.queryOptions({ input: { numbers: [...numbers] }, enabled: numbers.length > 0 }))
  if (numbers.length === 0) return null
  return (
    <section aria-label={words('person.title')}>
      <h3>{words('person.title')}</h3>
      <CallFailure error={known.error} />
      {known.data === undefined ? null : (
        <ul className="consent-list">
          {numbers.map((e164) => (
            <NumberConsent
              key={e164}
              e164={e164}
              showsNumber={numbers.length > 1}
              optOut={known.data.optOuts.find((optOut) => optOut.e164 === e164) ?? null}
              events={known.data.events.filter((event) => event.e164 === e164)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function NumberConsent({
  e164,
  showsNumber,
  optOut,
  events,
}: {
  e164: string
  showsNumber: boolean
  optOut: OptOut | null
  events: readonly ConsentEvent[]
}) {
  const [asking, setAsking] = useState<'opt_out' | 'lift' | 'consent' | null>(null)
  const words = useWords('optOuts')
  const number = formatNumber(e164)
  const close = (): void => setAsking(null)
  return (
    <li className="consent">
      <div className="consent-head">
        {showsNumber ? <b className="num">{number}</b> : null}
        {optOut === null ? <Chip tone="ok">{words('person.getsTexts')}</Chip> : <Chip tone="warn">{words('person.noTexts')}</Chip>}
        {optOut === null ? <span className="sec">{consentWords(words, events)}</span> : null}
      </div>
      {events.length === 0 ? null : <Story events={events} />}
      <div className="consent-actions">
        {optOut === null ? (
          <Button size="xs" aria-label={words('person.optOutOf', { number })} onClick={() => setAsking('opt_out')}>
            {words('person.optOut')}
          </Button>
        ) : (
          <Button size="xs" aria-label={words('row.liftOf', { number })} onClick={() => setAsking('lift')}>
            {words('row.lift')}
          </Button>
        )}
        <Button size="xs" variant="subtle" aria-label={words('person.recordOf', { number })} onClick={() => setAsking('consent')}>
          {words('person.record')}
        </Button>
      </div>
      <OptOutNumber opened={asking === 'opt_out'} e164={e164} name={null} onClose={close} />
      <LiftOptOut optOut={asking === 'lift' ? optOut : null} onClose={close} />
      <RecordConsent opened={asking === 'consent'} e164={e164} onClose={close} />
    </li>
  )
}

/** What is known in favour of texts to a number that gets them. */
function consentWords(words: Words<'optOuts'>, events: readonly ConsentEvent[]): string {
  const latest = events.find(({ kind }) => kind !== 'opt_out')
  if (latest === undefined) return words('person.noConsent')
  return words(latest.kind === 'opt_in' ? 'person.lifted' : 'person.agreed')
}

/** Things said that are shown before a person asks for more. */
const FIRST = 3

function Story({ events }: { events: readonly ConsentEvent[] }) {
  const now = useNow()
  const words = useWords('optOuts')
  const [all, setAll] = useState(false)
  const shown = all ? events : events.slice(0, FIRST)
  return (
    <>
      <ol className="consent-story">
        {shown.map(({ kind, at, source, evidence }, index) => (
          // What was said is never changed, and only grows at the other end.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${events.length - index}`}>
            <span className="consent-what" data-kind={kind}>
              {words(`person.event.${kind}`)}
            </span>{' '}
            <RelativeTime className="mut num" at={at} now={now} />
            <span className="consent-evidence people-text">
              {words.rich('said', { source: words(`source.${source}`), evidence, how: asMuted, words: asForeign })}
            </span>
          </li>
        ))}
      </ol>
      {events.length > FIRST && !all ? (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {words('person.showAll', { count: String(events.length) })}
        </button>
      ) : null}
    </>
  )
}
