import './accounts.css'
import './providers.css'
import type { ProviderCapabilities, ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import type { Account } from '../../shared/contract/accounts.ts'
import { Icon } from '../components/Icon.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { capabilityWords, possibleHighlights, type CapabilityHighlight } from './capability-words.ts'
import { nameInSentence } from './form.ts'
import { withOtherSettings } from './provider-notes.ts'
import { saidCapabilities } from './said-provider.ts'

/** What tells a provider apart, in a few words each. The mark only repeats them. */
export function Highlights({ id, provider }: { id: string; provider: ProviderDescriptor }) {
  const words = useWords('accounts')
  const capabilities = useWords('capabilities')
  const other = withOtherSettings(provider)
  const { always, added } = possibleHighlights(capabilities, provider.capabilities, other?.capabilities ?? null)
  return (
    <span id={id} className="account-highlights">
      {always.map(drawHighlight)}
      {other === null || added.length === 0 ? null : (
        <span className="account-highlights-added">
          <span>{words('can.other', { settings: words(`can.${other.when}`) })} </span>
          {added.map(drawHighlight)}
        </span>
      )}
    </span>
  )
}

function drawHighlight({ words, can }: CapabilityHighlight) {
  return (
    <span key={words} className="account-highlight" data-can={can || undefined}>
      <Mark can={can} /> {words}
      <span className="visually-hidden">. </span>
    </span>
  )
}

/** What an account can and cannot do, in sentences. */
export function CapabilitiesCard({ account, capabilities }: { account: Account; capabilities: ProviderCapabilities }) {
  const words = useWords('accounts')
  const say = useHostSentences()
  const { can, cannot } = capabilityWords(useWords('capabilities'), saidCapabilities(say, capabilities))
  return (
    <section className="account-card" aria-labelledby="account-can-title">
      <h3 id="account-can-title">{words('can.title', { provider: nameInSentence(words, account) })}</h3>
      <div className="account-can">
        <Sentences label={words('can.can')} can sentences={can} />
        <Sentences label={words('can.cannot')} can={false} sentences={cannot} />
      </div>
    </section>
  )
}

function Sentences({ label, can, sentences }: { label: string; can: boolean; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <ul aria-label={label} data-can={can || undefined}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Mark can={can} />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}

function Mark({ can }: { can: boolean }) {
  if (can) return <Icon name="check" size={15} />
  return (
    <svg className="icon" width={15} height={15} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.7} aria-hidden="true">
      <path d="M7 12h10" strokeLinecap="round" />
    </svg>
  )
}
