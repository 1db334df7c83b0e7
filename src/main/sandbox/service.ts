import type { SandboxBehaviour } from '../../shared/contract/desk.ts'

/** The built-in carrier and the account that uses it. */
export interface SandboxService {
  /** Where the carrier answers, or null while no Sandbox account needs it. */
  readonly address: string | null
  /** Starts the carrier if a Sandbox account exists. */
  ensure(): Promise<void>
  behaviour(): SandboxBehaviour
  setBehaviour(change: Partial<SandboxBehaviour>): SandboxBehaviour
  start(input: { sampleData: boolean }): Promise<{ accountId: string }>
  reply(input: { from: string; text: string }): Promise<{ accepted: boolean }>
  stop(): Promise<void>
}
