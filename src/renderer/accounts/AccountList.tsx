import './accounts.css'
import type { Account } from '../../shared/contract/accounts.ts'
import { hashFor } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { Icon } from '../components/Icon.tsx'
import { formatNumber } from '../components/names.ts'
import type { SaySentence } from '../language/host-sentences/createHostSentences.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords, type Words } from '../language/words.ts'
import { providerLabel, senderOf } from './form.ts'
import { PauseNotice } from './PauseNotice.tsx'
import { ProviderMark } from './ProviderMark.tsx'

/** All accounts: name, provider, sender and state; what is wrong stands under the account it is wrong with. */
export function AccountList({ accounts, defaultAccountId }: { accounts: readonly Account[]; defaultAccountId: string | null }) {
  const words = useWords('accounts')
  const say = useHostSentences()
  return (
    <ul className="account-list">
      {accounts.map((account) => (
        <li key={account.id} className="account-item">
          <a className="account-link" href={hashFor('settings', 'accounts', account.id)}>
            <ProviderMark name={providerLabel(say, account)} />
            <span className="account-names">
              <b>{account.name}</b>
              <span className="account-beside">{besideName(words, say, account)}</span>
            </span>
            {account.id === defaultAccountId ? <Chip tone="accent">{words('list.isDefault')}</Chip> : null}
            {account.status === 'active' ? <Chip tone="ok">{words('list.active')}</Chip> : <Chip tone="warn">{words('list.paused')}</Chip>}
            <Icon name="chevronRight" size={16} />
          </a>
          <PauseNotice account={account} />
        </li>
      ))}
    </ul>
  )
}

function besideName(words: Words<'accounts'>, say: SaySentence, account: Account): string {
  const label = providerLabel(say, account)
  const sender = senderOf(account.config)
  const parts = [
    account.name === label ? null : label,
    sender === null ? null : words('list.sendsAs', { sender: formatNumber(/^\d{7,}$/u.test(sender) ? `+${sender}` : sender) }),
    account.status === 'active' && account.waiting > 0 ? words('list.waiting', { count: account.waiting }) : null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
