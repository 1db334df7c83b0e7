import type { StartupProblem } from '../../shared/contract/desk.ts'
import { EmptyState } from '../components/EmptyState.tsx'

export function StartupProblemScreen({ problem }: { problem: StartupProblem }) {
  return <EmptyState title="The desk could not open">{problem.message}</EmptyState>
}
