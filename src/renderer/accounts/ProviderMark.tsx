import './accounts.css'
import { initials } from '../components/names.ts'

/** The letters that stand for a provider: those of its two words, or the first two of its one. */
export function ProviderMark({ name }: { name: string }) {
  const letters = initials(name, '')
  return (
    <span className="account-mark" aria-hidden="true">
      {letters.length > 1 ? letters : name.slice(0, 2)}
    </span>
  )
}
