import './contacts.css'
import { replaceWith, useRoute } from '../app/routes.ts'
import { GroupsScreen } from '../groups/GroupsScreen.tsx'
import { OptOutsScreen } from '../opt-outs/OptOutsScreen.tsx'
import { PastImports } from './PastImports.tsx'
import { PeopleScreen } from './PeopleScreen.tsx'

/**
 * People, their groups, numbers that get no texts, and past imports. `#/contacts[/<person>]`, `#/contacts/new[/<number>]`,
 * `#/contacts/groups[/<group>]`, `#/contacts/opt-outs`, `#/contacts/imports`.
 */
export function ContactsScreen() {
  const { parts } = useRoute()
  if (parts[0] === 'imports') return <PastImports />
  if (parts[0] === 'groups') return <GroupsScreen chosen={parts[1] ?? null} />
  if (parts[0] === 'opt-outs') return <OptOutsScreen />
  return (
    <PeopleScreen
      chosen={parts[0] ?? null}
      newNumber={parts[1]}
      onChoose={(id) => (id === null ? replaceWith('contacts') : replaceWith('contacts', id))}
    />
  )
}
