import { EmptyState } from '../components/EmptyState.tsx'

export function WelcomeScreen() {
  return <EmptyState title="Welcome to SMS Desk" />
}
