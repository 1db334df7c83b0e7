import { Screen } from '../components/Screen.tsx'

export function ImportScreen() {
  return <Screen title="Import contacts">{null}</Screen>
}
