import './accounts.css'
import type { Account } from '../../shared/contract/accounts.ts'
import { hashFor } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { Icon } from '../components/Icon.tsx'
import { plural } from '../components/times.ts'
import { formatNumber } from '../components/names.ts'
import { providerLabel, senderOf } from './form.ts'
import { PauseNotice } from './PauseNotice.tsx'
import { ProviderMark } from './ProviderMark.tsx'

/** All accounts: name, provider, sender and state; what is wrong stands under the account it is wrong with. */
export function AccountList({ accounts, defaultAccountId }: { accounts: readonly Account[]; defaultAccountId: string | null }) {
  return (
    <ul className="account-list">
      {accounts.map((account) => (
        <li key={account.id} className="account-item">
          <a className="account-link" href={hashFor('settings', 'accounts', account.id)}>
            <ProviderMark name={providerLabel(account)} />
            <span className="account-names">
              <b>{account.name}</b>
              <span className="account-beside">{besideName(account)}</span>
            </span>
            {account.id === defaultAccountId ? <Chip tone="accent">for new conversations</Chip> : null}
            {account.status === 'active' ? <Chip tone="ok">active</Chip> : <Chip tone="warn">paused</Chip>}
            <Icon name="chevronRight" size={16} />
          </a>
          <PauseNotice account={account} />
        </li>
      ))}
    </ul>
  )
}

function besideName(account: Account): string {
  const sender = senderOf(account.config)
  const parts = [
    account.name === providerLabel(account) ? null : providerLabel(account),
    sender === null ? null : `sends as ${formatNumber(/^\d{7,}$/u.test(sender) ? `+${sender}` : sender)}`,
    account.status === 'active' && account.waiting > 0 ? plural(account.waiting, 'text waiting', 'texts waiting') : null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
