import './tabs.css'
import { hashFor } from '../app/routes.ts'

const TABS = [
  { part: null, label: 'People' },
  { part: 'groups', label: 'Groups' },
  { part: 'opt-outs', label: 'Opt-outs' },
  { part: 'imports', label: 'Imports' },
] as const

/** The lists under Contacts, as links; `part` is the one on show. */
export function ContactsTabs({ part }: { part: (typeof TABS)[number]['part'] }) {
  return (
    <nav className="contacts-tabs" aria-label="Contacts">
      {TABS.map((tab) => (
        <a
          key={tab.label}
          href={tab.part === null ? hashFor('contacts') : hashFor('contacts', tab.part)}
          aria-current={tab.part === part ? 'page' : undefined}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  )
}
