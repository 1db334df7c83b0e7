import { hashFor } from '../app/routes.ts'
import { Icon } from '../components/Icon.tsx'
import { useWords } from '../language/words.ts'

/** The way back from the page of one account to all of them. */
export function BackToAccounts() {
  const words = useWords('accounts')
  return (
    <nav aria-label={words('back.label')}>
      <a className="account-back" href={hashFor('settings', 'accounts')}>
        <Icon name="arrowLeft" size={15} /> {words('back.accounts')}
      </a>
    </nav>
  )
}
