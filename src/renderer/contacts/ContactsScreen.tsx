import './contacts.css'
import { replaceWith, useRoute } from '../app/routes.ts'
import { PastImports } from './PastImports.tsx'
import { PeopleScreen } from './PeopleScreen.tsx'

/** Address of the past imports under the contacts: `#/contacts/imports`. */
const IMPORTS_PART = 'imports'

/** People and the imports they came from. `#/contacts[/<person>]`, `#/contacts/new[/<number>]`, `#/contacts/imports`. */
export function ContactsScreen() {
  const { parts } = useRoute()
  if (parts[0] === IMPORTS_PART) return <PastImports />
  return (
    <PeopleScreen
      chosen={parts[0] ?? null}
      newNumber={parts[1]}
      onChoose={(id) => (id === null ? replaceWith('contacts') : replaceWith('contacts', id))}
    />
  )
}
