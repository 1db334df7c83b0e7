import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Settings } from '../../shared/contract/desk.ts'
import { AccountList } from '../accounts/AccountList.tsx'
import { TEST_ON_ARRIVAL } from '../accounts/AccountPage.tsx'
import { BackToAccounts } from '../accounts/BackToAccounts.tsx'
import { NewAccount } from '../accounts/NewAccount.tsx'
import { SANDBOX_PROVIDER, useAccounts } from '../accounts/useAccounts.ts'
import { goTo, replaceWith } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { Section } from './Section.tsx'

/** The accounts texts go through. */
export function AccountsSection({ settings }: { settings: Settings }) {
  const words = useWords('settings')
  const accounts = useAccounts()
  const { queries } = useHost()
  const startSandbox = useMutation(
    queries.sandbox.start.mutationOptions({
      onSuccess: () => sayDone(words('accounts.sandboxReady')),
      onError: sayFailed,
    }),
  )
  if (accounts.isPending) return <Loading>{words('accounts.loading')}</Loading>
  if (accounts.isError) return <LoadFailure error={accounts.error} onRetry={() => void accounts.refetch()} />
  const hasSandbox = accounts.data.some((account) => account.provider === SANDBOX_PROVIDER)
  const trySandbox = () => startSandbox.mutate({ sampleData: false })

  if (accounts.data.length === 0) {
    return (
      <Section title={words('sections.accounts')}>
        <EmptyState
          icon="key"
          title={words('accounts.emptyTitle')}
          actions={
            <>
              <Button variant="filled" onClick={() => goTo('settings', 'accounts', 'new')}>
                {words('accounts.connect')}
              </Button>
              <Button loading={startSandbox.isPending} onClick={trySandbox}>
                {words('accounts.useSandbox')}
              </Button>
            </>
          }
        >
          {words('accounts.empty')}
        </EmptyState>
      </Section>
    )
  }
  return (
    <Section
      title={words('sections.accounts')}
      intro={words('accounts.intro')}
      actions={
        <Button variant="filled" leftSection={<Icon name="plus" size={15} />} onClick={() => goTo('settings', 'accounts', 'new')}>
          {words('accounts.add')}
        </Button>
      }
    >
      <AccountList accounts={accounts.data} defaultAccountId={settings.defaultAccountId} />
      {hasSandbox ? null : (
        <p className="settings-aside">
          {words('accounts.wantToTry')}{' '}
          <TextButton quiet disabled={startSandbox.isPending} onClick={trySandbox}>
            {words('accounts.addSandbox')}
          </TextButton>
        </p>
      )}
    </Section>
  )
}

/** Adding an account. A saved one is tested at once where that costs nothing, on its own page. */
export function NewAccountSection() {
  const words = useWords('settings')
  return (
    <div className="account-page">
      <BackToAccounts />
      <Section title={words('accounts.connect')}>
        <NewAccount
          onAdded={(account) => {
            sayDone(words('accounts.saved'))
            replaceWith('settings', 'accounts', account.id, TEST_ON_ARRIVAL)
          }}
          onCancel={() => goTo('settings', 'accounts')}
        />
      </Section>
    </div>
  )
}
