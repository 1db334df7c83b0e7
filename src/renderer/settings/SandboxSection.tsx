import { useQuery } from '@tanstack/react-query'
import { useAccounts, useProviders } from '../accounts/useAccounts.ts'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { SandboxBehaviourCard } from './SandboxBehaviourCard.tsx'
import { SandboxCustomer } from './SandboxCustomer.tsx'
import { SandboxPractice } from './SandboxPractice.tsx'
import { errorGroups, practices } from './sandbox-words.ts'
import { Section } from './Section.tsx'

/** The built-in carrier: whom it stands in for, a customer who texts and calls when told to, and how it behaves. */
export function SandboxSection() {
  const words = useWords('sandbox')
  const settingsWords = useWords('settings')
  const { queries } = useHost()
  const sandbox = useQuery(queries.sandbox.get.queryOptions())
  const accounts = useAccounts()
  const providers = useProviders()
  const failed = [sandbox, accounts, providers].find((query) => query.isError)
  if (failed !== undefined) return <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
  if (sandbox.data === undefined || accounts.data === undefined || providers.data === undefined) {
    return <Loading>{words('loading')}</Loading>
  }
  const { behaviour, protocols } = sandbox.data
  const list = practices(providers.data, accounts.data)
  return (
    <Section title={settingsWords('sections.sandbox')} intro={words('intro')}>
      <SandboxPractice list={list} />
      <SandboxCustomer providers={providers.data} accounts={accounts.data} />
      <SandboxBehaviourCard behaviour={behaviour} errors={errorGroups(protocols, list, behaviour.error)} />
    </Section>
  )
}
