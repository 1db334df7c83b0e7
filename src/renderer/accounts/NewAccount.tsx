import './accounts.css'
import { useState } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { LoadFailure } from '../components/Failure.tsx'
import { Icon } from '../components/Icon.tsx'
import { Loading } from '../components/Loading.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { AccountForm } from './AccountForm.tsx'
import { SANDBOX_PROVIDER, useProviders } from './useAccounts.ts'

/** Adds an account: first the provider, then its form. */
export function NewAccount({ onAdded, onCancel }: { onAdded: (account: Account) => void; onCancel: () => void }) {
  const providers = useProviders()
  const [chosen, setChosen] = useState<ProviderDescriptor | null>(null)
  if (providers.isPending) return <Loading>Fetching the providers…</Loading>
  if (providers.isError) return <LoadFailure error={providers.error} onRetry={() => void providers.refetch()} />
  if (chosen === null) {
    return <ProviderChoice providers={providers.data.filter((one) => one.id !== SANDBOX_PROVIDER)} onChoose={setChosen} />
  }
  return (
    <div className="account-new">
      <div className="account-chosen">
        <div>
          <b>{chosen.name}</b> <span className="sec">{chosen.summary}</span>
        </div>
        <TextButton quiet onClick={() => setChosen(null)}>
          Another provider
        </TextButton>
      </div>
      <div className="account-card">
        <AccountForm
          provider={chosen}
          saveLabel={chosen.capabilities.freeConnectionTest ? 'Save and test' : 'Save'}
          onSaved={onAdded}
          onCancel={onCancel}
        />
      </div>
    </div>
  )
}

function ProviderChoice({
  providers,
  onChoose,
}: {
  providers: readonly ProviderDescriptor[]
  onChoose: (provider: ProviderDescriptor) => void
}) {
  return (
    <div className="account-new">
      <p className="sec">Choose who carries your texts. You need an account with them; what they gave you goes into a form.</p>
      <ul className="account-providers" aria-label="Providers">
        {providers.map((provider) => (
          <li key={provider.id}>
            <button type="button" className="account-provider" onClick={() => onChoose(provider)}>
              <span>
                <b>{provider.name}</b>
                <span className="account-provider-summary">{provider.summary}</span>
              </span>
              <Icon name="chevronRight" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
