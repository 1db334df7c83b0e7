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
import { Section } from './Section.tsx'

/** The accounts texts go through. */
export function AccountsSection({ settings }: { settings: Settings }) {
  const accounts = useAccounts()
  const { queries } = useHost()
  const startSandbox = useMutation(
    queries.sandbox.start.mutationOptions({
      onSuccess: () => sayDone('The sandbox is ready. It costs nothing and texts nobody.'),
      onError: sayFailed,
    }),
  )
  if (accounts.isPending) return <Loading>Fetching the accounts…</Loading>
  if (accounts.isError) return <LoadFailure error={accounts.error} onRetry={() => void accounts.refetch()} />
  const hasSandbox = accounts.data.some((account) => account.provider === SANDBOX_PROVIDER)
  const trySandbox = () => startSandbox.mutate({ sampleData: false })

  if (accounts.data.length === 0) {
    return (
      <Section title="Accounts">
        <EmptyState
          icon="key"
          title="No account yet"
          actions={
            <>
              <Button variant="filled" onClick={() => goTo('settings', 'accounts', 'new')}>
                Connect a provider
              </Button>
              <Button loading={startSandbox.isPending} onClick={trySandbox}>
                Use the sandbox
              </Button>
            </>
          }
        >
          An account is your connection to an SMS provider. Without one, texts cannot leave this desk; the sandbox lets you try everything
          meanwhile.
        </EmptyState>
      </Section>
    )
  }
  return (
    <Section
      title="Accounts"
      intro="The connections your texts go through."
      actions={
        <Button variant="filled" leftSection={<Icon name="plus" size={15} />} onClick={() => goTo('settings', 'accounts', 'new')}>
          Add account
        </Button>
      }
    >
      <AccountList accounts={accounts.data} defaultAccountId={settings.defaultAccountId} />
      {hasSandbox ? null : (
        <p className="settings-aside">
          Want to try something without texting anybody?{' '}
          <TextButton quiet disabled={startSandbox.isPending} onClick={trySandbox}>
            Add the sandbox
          </TextButton>
        </p>
      )}
    </Section>
  )
}

/** Adding an account. A saved one is tested at once where that costs nothing, on its own page. */
export function NewAccountSection() {
  return (
    <div className="account-page">
      <BackToAccounts />
      <Section title="Connect a provider">
        <NewAccount
          onAdded={(account) => {
            sayDone('The account is saved.')
            replaceWith('settings', 'accounts', account.id, TEST_ON_ARRIVAL)
          }}
          onCancel={() => goTo('settings', 'accounts')}
        />
      </Section>
    </div>
  )
}
