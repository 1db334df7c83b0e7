import { Screen } from '../components/Screen.tsx'

export function SettingsScreen() {
  return <Screen title="Settings">{null}</Screen>
}
