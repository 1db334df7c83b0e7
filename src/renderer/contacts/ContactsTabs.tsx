import './tabs.css'
import { hashFor } from '../app/routes.ts'
import { useWords } from '../language/words.ts'

const TABS = [
  { part: null, label: 'tabs.people' },
  { part: 'groups', label: 'tabs.groups' },
  { part: 'opt-outs', label: 'tabs.optOuts' },
  { part: 'imports', label: 'tabs.imports' },
] as const

/** The lists under Contacts, as links; `part` is the one on show. */
export function ContactsTabs({ part }: { part: (typeof TABS)[number]['part'] }) {
  const words = useWords('contacts')
  return (
    <nav className="contacts-tabs" aria-label={words('title')}>
      {TABS.map((tab) => (
        <a
          key={words(tab.label)}
          href={tab.part === null ? hashFor('contacts') : hashFor('contacts', tab.part)}
          aria-current={tab.part === part ? 'page' : undefined}
        >
          {words(tab.label)}
        </a>
      ))}
    </nav>
  )
}
