import './opt-outs.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConsentEvent, OptOut } from '../../shared/contract/opt-outs.ts'
import { knownBy } from '../../shared/opt-outs/words.ts'
import { Chip } from '../components/Chip.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { formatNumber } from '../components/names.ts'
import { RelativeTime } from '../components/RelativeTime.tsx'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { LiftOptOut } from './LiftOptOut.tsx'
import { OptOutNumber } from './OptOutNumber.tsx'
import { RecordConsent } from './RecordConsent.tsx'

/** What was said for and against texts to a person's numbers, as a section of the person's page. */
export function PersonConsent({ numbers }: { numbers: readonly string[] }) {
  const { queries } = useHost()
  const known = useQuery(queries.optOuts.ofNumbers.queryOptions({ input: { numbers: [...numbers] }, enabled: numbers.length > 0 }))
  if (numbers.length === 0) return null
  return (
    <section aria-label="Texts and consent">
      <h3>Texts and consent</h3>
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
  const number = formatNumber(e164)
  const close = (): void => setAsking(null)
  return (
    <li className="consent">
      <div className="consent-head">
        {showsNumber ? <b className="num">{number}</b> : null}
        {optOut === null ? <Chip tone="ok">Gets texts</Chip> : <Chip tone="warn">No texts</Chip>}
        {optOut === null ? <span className="sec">{consentWords(events)}</span> : null}
      </div>
      {events.length === 0 ? null : <Story events={events} />}
      <div className="consent-actions">
        {optOut === null ? (
          <Button size="xs" aria-label={`Opt out… ${number}`} onClick={() => setAsking('opt_out')}>
            Opt out…
          </Button>
        ) : (
          <Button size="xs" aria-label={`Lift… ${number}`} onClick={() => setAsking('lift')}>
            Lift…
          </Button>
        )}
        <Button size="xs" variant="subtle" aria-label={`Record consent… ${number}`} onClick={() => setAsking('consent')}>
          Record consent…
        </Button>
      </div>
      <OptOutNumber opened={asking === 'opt_out'} e164={e164} name={null} onClose={close} />
      <LiftOptOut optOut={asking === 'lift' ? optOut : null} onClose={close} />
      <RecordConsent opened={asking === 'consent'} e164={e164} onClose={close} />
    </li>
  )
}

/** What is known in favour of texts to a number that gets them. */
function consentWords(events: readonly ConsentEvent[]): string {
  const latest = events.find(({ kind }) => kind !== 'opt_out')
  if (latest === undefined) return 'no consent is written down'
  return latest.kind === 'opt_in' ? 'the opt-out was lifted' : 'agreed to get them'
}

const KIND_WORDS: Readonly<Record<ConsentEvent['kind'], string>> = {
  consent: 'Agreed to get texts',
  opt_out: 'Asked not to get texts',
  opt_in: 'Opt-out lifted',
}

/** Things said that are shown before a person asks for more. */
const FIRST = 3

function Story({ events }: { events: readonly ConsentEvent[] }) {
  const now = useNow()
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
              {KIND_WORDS[kind]}
            </span>{' '}
            <RelativeTime className="mut num" at={at} now={now} />
            <span className="consent-evidence people-text">
              <span className="mut">{knownBy(source)}: </span>
              <bdi>“{evidence}”</bdi>
            </span>
          </li>
        ))}
      </ol>
      {events.length > FIRST && !all ? (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          Show all {events.length}
        </button>
      ) : null}
    </>
  )
}
