import { hashFor } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'

/** The way back from the page of one account to all of them. */
export function BackToAccounts() {
  return (
    <nav aria-label="Way back">
      <a className="account-back" href={hashFor('settings', 'accounts')}>
        <Icon name="arrowLeft" size={15} /> Accounts
      </a>
    </nav>
  )
}
