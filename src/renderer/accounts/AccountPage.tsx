import './accounts.css'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { goTo, replaceWith } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { Notice } from '../components/Notice.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { AccountForm } from './AccountForm.tsx'
import { BackToAccounts } from './BackToAccounts.tsx'
import { ConnectionResult, TestButton, useConnectionTest } from './ConnectionTest.tsx'
import { CallRepliesCard } from './CallRepliesCard.tsx'
import { CapabilitiesCard } from './Capabilities.tsx'
import { nameInSentence, providerLabel } from './form.ts'
import { HookCard } from './HookCard.tsx'
import { PauseNotice } from './PauseNotice.tsx'
import { PricesCard } from './prices/PricesCard.tsx'
import { RateCard } from './RateCard.tsx'
import { TestText } from './TestText.tsx'
import { SANDBOX_PROVIDER, useProviders } from './useAccounts.ts'

/** Word at the end of an account's address that asks for a connection test on arrival: a new account is tested at once. */
export const TEST_ON_ARRIVAL = 'test'

/** One account: its settings, its test, the address its provider calls, and its end. */
export function AccountPage({ id, testOnArrival }: { id: string; testOnArrival: boolean }) {
  const words = useWords('accounts')
  const { queries } = useHost()
  const account = useQuery(queries.accounts.get.queryOptions({ input: { id } }))
  const providers = useProviders()
  if (account.isError) return <LoadFailure error={account.error} onRetry={() => void account.refetch()} />
  if (providers.isError) return <LoadFailure error={providers.error} onRetry={() => void providers.refetch()} />
  if (account.data === undefined || providers.data === undefined) return <Loading>{words('page.loading')}</Loading>
  const provider = providers.data.find((one) => one.id === account.data.provider)
  if (provider === undefined) return <Loading>{words('page.unknownProvider')}</Loading>
  return <Loaded key={account.data.id} account={account.data} provider={provider} testOnArrival={testOnArrival} />
}

function Loaded({ account, provider, testOnArrival }: { account: Account; provider: ProviderDescriptor; testOnArrival: boolean }) {
  const words = useWords('accounts')
  const { queries } = useHost()
  const label = providerLabel(useHostSentences(), account)
  const test = useConnectionTest()
  const pause = useMutation(queries.accounts.pause.mutationOptions({ onError: sayFailed }))
  const capabilities = account.capabilities ?? provider.capabilities
  const [texting, setTexting] = useState(false)
  const [untested, setUntested] = useState(testOnArrival && !capabilities.freeConnectionTest)
  const arrived = useRef(false)
  const { mutate } = test
  useEffect(() => {
    if (!testOnArrival || arrived.current) return
    arrived.current = true
    replaceWith('settings', 'accounts', account.id)
    if (capabilities.freeConnectionTest) mutate({ id: account.id })
  }, [account.id, capabilities.freeConnectionTest, mutate, testOnArrival])

  function saved({ capabilities: can }: Account): void {
    sayDone(words('page.saved'))
    if (can?.freeConnectionTest ?? capabilities.freeConnectionTest) mutate({ id: account.id })
    else test.reset()
  }

  function sendToMyself(): void {
    setUntested(false)
    setTexting(true)
  }

  return (
    <div className="account-page">
      <BackToAccounts />
      <div className="account-page-head">
        <h2>{account.name}</h2>
        {account.name === label ? null : <Chip>{label}</Chip>}
        {account.status === 'active' ? <Chip tone="ok">{words('list.active')}</Chip> : <Chip tone="warn">{words('list.paused')}</Chip>}
        <div className="account-page-steps">
          {capabilities.freeConnectionTest ? <TestButton test={test} accountId={account.id} /> : null}
          {account.provider === SANDBOX_PROVIDER && capabilities.freeConnectionTest ? null : (
            <Button onClick={sendToMyself} title={words('page.costs')}>
              {words('page.sendToMyselfAsk')}
            </Button>
          )}
          {account.status === 'active' ? (
            <Button loading={pause.isPending} onClick={() => pause.mutate({ id: account.id })} title={words('page.pauseMeans')}>
              {words('page.pause')}
            </Button>
          ) : null}
        </div>
      </div>
      <PauseNotice account={account} />
      <ConnectionResult test={test} provider={provider} />
      {untested ? (
        <Notice tone="accent" icon="info" action={<TextButton onClick={sendToMyself}>{words('page.sendToMyself')}</TextButton>}>
          {words('page.untested', { provider: nameInSentence(words, account) })}
        </Notice>
      ) : null}
      <TestText account={account} capabilities={capabilities} opened={texting} onClose={() => setTexting(false)} />
      <section className="account-card" aria-label={words('page.settings')}>
        <AccountForm provider={provider} account={account} saveLabel={words('page.saveChanges')} onSaved={saved} />
      </section>
      {capabilities.missedCalls ? <CallRepliesCard account={account} capabilities={capabilities} /> : null}
      <HookCard account={account} provider={provider} />
      <PricesCard account={account} />
      <RateCard account={account} provider={provider} />
      <CapabilitiesCard account={account} capabilities={capabilities} />
      <RemoveAccount account={account} />
    </div>
  )
}

function RemoveAccount({ account }: { account: Account }) {
  const words = useWords('accounts')
  const { queries } = useHost()
  const [asking, setAsking] = useState(false)
  const remove = useMutation(
    queries.accounts.remove.mutationOptions({
      onSuccess() {
        sayDone(words('remove.done', { account: account.name }))
        goTo('settings', 'accounts')
      },
    }),
  )
  return (
    <section className="account-remove" aria-label={words('remove.label')}>
      <span className="sec">{words('remove.intro')}</span>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {words('remove.ask')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={words('remove.title', { account: account.name })}
        confirmLabel={words('remove.label')}
        dangerous
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ id: account.id })}
        onCancel={() => {
          setAsking(false)
          remove.reset()
        }}
      >
        {words('remove.means')}
      </ConfirmDialog>
    </section>
  )
}
