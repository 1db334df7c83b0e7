import { Screen } from '../components/Screen.tsx'

export function ContactsScreen() {
  return <Screen title="Contacts">{null}</Screen>
}
