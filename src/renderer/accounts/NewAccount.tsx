import './accounts.css'
import './providers.css'
import { useState } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { useWords } from '../language/words.ts'
import { AccountForm } from './AccountForm.tsx'
import { ProviderChoice } from './ProviderChoice.tsx'
import { SANDBOX_PROVIDER } from './provider-ids.ts'
import { ProviderMark } from './ProviderMark.tsx'
import { useProviders } from './useAccounts.ts'

/** Adds an account: first the provider, then its form. */
export function NewAccount({ onAdded, onCancel }: { onAdded: (account: Account) => void; onCancel: () => void }) {
  const words = useWords('accountForm')
  const providers = useProviders()
  const [chosen, setChosen] = useState<ProviderDescriptor | null>(null)
  const [last, setLast] = useState<string | null>(null)
  if (providers.isPending) return <Loading>{words('providers.loading')}</Loading>
  if (providers.isError) return <LoadFailure error={providers.error} onRetry={() => void providers.refetch()} />
  if (chosen === null) {
    const offered = providers.data.filter(({ id }) => id !== SANDBOX_PROVIDER)
    return <ProviderChoice providers={offered} last={last} onChoose={setChosen} />
  }
  return (
    <div className="account-new">
      <div className="account-chosen">
        <ProviderMark name={chosen.name} />
        <div className="account-chosen-words">
          <b>{chosen.name}</b>
          <span className="sec">{chosen.summary}</span>
        </div>
        <TextButton
          quiet
          onClick={() => {
            setLast(chosen.id)
            setChosen(null)
          }}
        >
          {words('providers.another')}
        </TextButton>
      </div>
      <div className="account-card">
        <AccountForm
          provider={chosen}
          saveLabel={chosen.capabilities.freeConnectionTest ? words('saveAndTest') : words('save')}
          onSaved={onAdded}
          onCancel={onCancel}
        />
      </div>
    </div>
  )
}
