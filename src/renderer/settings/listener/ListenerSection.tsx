import './listener.css'
import { useQuery } from '@tanstack/react-query'
import { useAccounts, useProviders } from '../../accounts/useAccounts.ts'
import { LoadFailure } from '../../components/Failure.tsx'
import { Loading } from '../../components/Loading.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { useWords } from '../../language/words.ts'
import { Section } from '../Section.tsx'
import { AddressesStep, AwayCard, calledAccounts } from './AddressesStep.tsx'
import { PortStep } from './PortStep.tsx'
import { SelfTestStep, useSelfTest } from './SelfTestStep.tsx'
import { TunnelStep } from './TunnelStep.tsx'

/** From “replies don't arrive” to a way in that works, in four steps. */
export function ListenerSection() {
  const words = useWords('listener')
  const settingsWords = useWords('settings')
  const { queries } = useHost()
  const view = useQuery(queries.listener.get.queryOptions())
  const accounts = useAccounts()
  const providers = useProviders()
  const test = useSelfTest()
  const failed = [view, accounts, providers].find((query) => query.isError)
  if (failed !== undefined) return <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
  if (view.data === undefined || accounts.data === undefined || providers.data === undefined) {
    return <Loading>{words('loading')}</Loading>
  }
  const called = calledAccounts(accounts.data, providers.data)
  return (
    <Section title={settingsWords('sections.listener')} intro={words('intro')}>
      <div className="listener-steps">
        <PortStep key={view.data.port} view={view.data} />
        <TunnelStep view={view.data} />
        <SelfTestStep test={test} publicUrl={view.data.publicUrl} />
        <AddressesStep view={view.data} called={called} />
      </div>
      <AwayCard called={called} />
    </Section>
  )
}
