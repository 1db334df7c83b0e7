import type { InferContractRouterInputs } from '@orpc/contract'
import type { StartupProblem } from '../../shared/contract/desk.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { Log } from '../log/log.ts'
import type { EventHub } from './events.ts'
import type { Services } from './services.ts'

/** The running host. The four shells make one each and put doors on it. */
export interface App {
  readonly log: Log
  readonly events: EventHub
  /** Why the data is not open, or null. */
  startupProblem(): StartupProblem | null
  resolveStartup(answer: InferContractRouterInputs<Contract>['desk']['resolveStartup']): Promise<StartupProblem | null>
  /** @throws Refused with the start-up problem's code while the data is not open */
  services(): Services
  status(): Promise<import('../../shared/contract/desk.ts').DeskStatus>
  useVault(passphrase: string): Promise<void>
  /** Stops taking work, lets calls in flight finish and be recorded, closes everything. */
  stop(): Promise<void>
}
