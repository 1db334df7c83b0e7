import '../components/components.css'
import './outbox.css'
import { useEffect, useState, type ReactNode } from 'react'
import { OUTBOX_VIEWS, type OutboxView } from '../../shared/contract/outbox.ts'
import { goTo, replaceWith, useRoute } from '../app/routes.ts'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { useTimes } from '../language/times.ts'
import { useWords } from '../language/words.ts'
import { LanesPanel } from './LanesPanel.tsx'
import { useOverview, type Overview } from './useOverview.ts'
import { ViewBody } from './ViewBody.tsx'
import { countsOfLane, firstView, readView, type ViewCounts } from './views.ts'

const asName = (text: ReactNode) => <bdi>{text}</bdi>

/** What has not arrived yet, and why; and the accounts it goes through. `#/outbox[/<list>]`. */
export function OutboxScreen() {
  const words = useWords('outbox')
  const { parts } = useRoute()
  const overview = useOverview()
  const view = readView(parts[0])
  const first = overview.data === undefined ? null : firstView(overview.data.counts)
  useEffect(() => {
    // From here on the address says it, so that the list stays when its last text is decided about.
    if (view === null && first !== null) replaceWith('outbox', first)
  }, [view, first])

  if (overview.data === undefined) {
    return (
      <div className="outbox-alone">
        <h1 className="visually-hidden">{words('title')}</h1>
        {overview.isError ? (
          <LoadFailure error={overview.error} onRetry={() => void overview.refetch()} />
        ) : (
          <Loading>{words('loading')}</Loading>
        )}
      </div>
    )
  }
  return <Outbox view={view ?? firstView(overview.data.counts)} overview={overview.data} />
}

function Outbox({ view, overview }: { view: OutboxView; overview: Overview }) {
  const words = useWords('outbox')
  const [accountId, setAccountId] = useState<string | undefined>()
  const lane = overview.lanes.find((each) => each.accountId === accountId)
  return (
    <div className="outbox">
      <section className="outbox-main" aria-label={words('region')}>
        <header className="pane-head">
          <h1>{words('title')}</h1>
          {lane === undefined ? null : (
            <button type="button" className="outbox-filter" onClick={() => setAccountId(undefined)}>
              <span className="people-line">{words.rich('only', { account: lane.accountName, name: asName })}</span>
              <Icon name="close" size={13} />
              <span className="visually-hidden">{words('onlyUndo')}</span>
            </button>
          )}
        </header>
        <Tabs view={view} counts={lane === undefined ? overview.counts : countsOfLane(lane)} toDecide={overview.counts} />
        <ViewBody
          key={`${view} ${lane?.accountId ?? ''}`}
          view={view}
          lane={lane}
          overview={overview}
          onEveryAccount={() => setAccountId(undefined)}
        />
      </section>
      <LanesPanel
        lanes={overview.lanes}
        network={overview.network}
        chosen={lane?.accountId}
        onChoose={(id) => setAccountId(id === lane?.accountId ? undefined : id)}
      />
    </div>
  )
}

const TONES: Partial<Readonly<Record<OutboxView, string>>> = { missed: 'warn', unconfirmed: 'ask' }

/** The lists with their counts, where they are known. Where somebody has to decide, the tab says so by its colour, too. */
function Tabs({ view, counts, toDecide }: { view: OutboxView; counts: Partial<ViewCounts>; toDecide: ViewCounts }) {
  const words = useWords('outbox')
  const times = useTimes()
  return (
    <fieldset className="outbox-tabs" aria-label={words('tabs')}>
      {OUTBOX_VIEWS.map((each) => {
        const count = counts[each] ?? 0
        return (
          <button
            key={each}
            type="button"
            className="tab"
            data-tone={toDecide[each] > 0 ? TONES[each] : undefined}
            aria-pressed={each === view}
            onClick={() => goTo('outbox', each)}
          >
            {words(`views.${each}`)}
            {count > 0 ? <span className="num"> {times.count(count)}</span> : null}
          </button>
        )
      })}
    </fieldset>
  )
}
