import { Menu } from '@mantine/core'
import type { Account } from '../../../shared/contract/accounts.ts'
import { Icon } from '../../components/Icon.tsx'
import { useWords } from '../../language/words.ts'

/** "KPN · Garage", or just "Sandbox (KPN)" where the account's name begins with its provider's. */
function accountWords(account: Pick<Account, 'name' | 'providerName'>): string {
  return account.name.startsWith(account.providerName) ? account.name : `${account.providerName} · ${account.name}`
}

/** The account a text goes through: words where there is one, a choice where there are several. */
export function AccountPicker({
  accounts,
  chosen,
  onChoose,
}: {
  accounts: readonly Account[]
  chosen: Account
  onChoose: (accountId: string) => void
}) {
  const words = useWords('composer')
  if (accounts.length < 2) {
    return (
      <span className="chip account-chip people-line" data-tone="accent" title={words('through.title')}>
        {accountWords(chosen)}
      </span>
    )
  }
  return (
    <Menu position="top-end" withinPortal={false} zIndex={1_001} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button
          type="button"
          className="chip account-chip"
          data-tone="accent"
          aria-label={words('through.choose', { account: accountWords(chosen) })}
        >
          <span className="people-line">{accountWords(chosen)}</span>
          <Icon name="chevronDown" size={13} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words('through.label')}</Menu.Label>
        {accounts.map((account) => (
          <Menu.Item
            key={account.id}
            onClick={() => onChoose(account.id)}
            aria-current={account.id === chosen.id || undefined}
            leftSection={<span className="menu-check">{account.id === chosen.id ? <Icon name="check" size={15} /> : null}</span>}
          >
            {accountWords(account)}
            {account.status === 'paused' ? <span className="mut"> {words('through.paused')}</span> : null}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
