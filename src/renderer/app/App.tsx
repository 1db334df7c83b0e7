import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { useConnectionState, useHost } from '../host/HostProvider.tsx'
import { PrintScreen } from '../print/PrintScreen.tsx'
import { StartupProblemScreen } from '../startup/StartupProblemScreen.tsx'
import { useAppearance } from '../theme/ThemeProvider.tsx'
import { WelcomeScreen } from '../welcome/WelcomeScreen.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { useWords } from '../language/words.ts'
import { useRoute } from './routes.ts'

/** The window: what stands in the way comes first (no host, data that cannot be opened, the welcome), then the desk. */
export function App() {
  return (
    <ErrorBoundary>
      <Gate />
    </ErrorBoundary>
  )
}

function Gate() {
  const { queries } = useHost()
  const words = useWords('frame')
  const connection = useConnectionState()
  const startup = useQuery(queries.desk.startup.queryOptions())
  const open = startup.data?.problem === null
  const settings = useQuery(queries.settings.get.queryOptions({ enabled: open }))
  const status = useQuery(queries.desk.status.queryOptions({ enabled: open }))
  const { screen } = useRoute()
  // Paper is light.
  useAppearance(screen === 'print' ? 'light' : settings.data?.theme)

  if (startup.data === undefined) {
    if (connection === 'lost' || connection === 'shut') return <NoHost shut={connection === 'shut'} />
    return (
      <AtStart isOpening={!startup.isError}>
        {startup.isError ? (
          <LoadFailure error={startup.error} onRetry={() => void startup.refetch()} />
        ) : (
          <Loading>{words('opening')}</Loading>
        )}
      </AtStart>
    )
  }
  if (startup.data.problem !== null) return <StartupProblemScreen problem={startup.data.problem} />
  if (settings.data === undefined || status.data === undefined) {
    if (connection === 'lost' || connection === 'shut') return <NoHost shut={connection === 'shut'} />
    const failed = [settings, status].find((query) => query.isError)
    return (
      <AtStart isOpening={failed === undefined}>
        {failed === undefined ? (
          <Loading>{words('opening')}</Loading>
        ) : (
          <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
        )}
      </AtStart>
    )
  }
  if (!settings.data.welcomed && status.data.counts.accounts === 0) return <WelcomeScreen />
  if (screen === 'print') return <PrintScreen />
  return <Frame status={status.data} settings={settings.data} />
}

/** What fills the window before there is a desk to show. */
function AtStart({ isOpening, children }: { isOpening: boolean; children: ReactNode }) {
  const words = useWords('frame')
  return (
    <main className="no-host" aria-busy={isOpening}>
      <h1 className="visually-hidden">{words('product')}</h1>
      {children}
    </main>
  )
}

function NoHost({ shut }: { shut: boolean }) {
  const words = useWords('frame')
  const desk = useWords('desk')
  if (shut) {
    return (
      <main className="no-host">
        <EmptyState icon="key" title={words('shut')}>
          {desk('shut')}
        </EmptyState>
      </main>
    )
  }
  return (
    <main className="no-host">
      <EmptyState
        icon="offline"
        title={words('notRunning.title')}
        actions={<Button onClick={() => location.reload()}>{words('notRunning.again')}</Button>}
      >
        {words('notRunning.text')}
      </EmptyState>
    </main>
  )
}
