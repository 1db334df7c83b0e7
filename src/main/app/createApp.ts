import type { InferContractRouterInputs } from '@orpc/contract'
import type { DeskStatus, StartupProblem } from '../../shared/contract/desk.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { Log } from '../log/log.ts'
import type { EventHub } from './events.ts'
import { createEventHub } from './events.ts'
import type { OpenedServices } from './open-services.ts'
import { openServices } from './open-services.ts'
import type { Ports } from './ports.ts'
import { Refused } from './refused.ts'
import type { Services } from './services.ts'
import { StartupFailed } from './startup-failed.ts'

type StartupAnswer = InferContractRouterInputs<Contract>['desk']['resolveStartup']

/** The running host. The four shells make one each and put doors on it. */
export interface App {
  readonly log: Log
  readonly events: EventHub
  /** Why the data is not open, or null. */
  startupProblem(): StartupProblem | null
  /** Carries out the person's answer to a start-up problem and opens the data again. */
  resolveStartup(answer: StartupAnswer): Promise<StartupProblem | null>
  /** @throws Refused with the start-up problem's code while the data is not open */
  services(): Services
  status(): Promise<DeskStatus>
  /** Moves keys that were kept in memory only into an encrypted file. */
  useVault(passphrase: string): Promise<void>
  /** Stops taking work, lets calls in flight finish and be recorded, closes everything. Safe to call twice; never rejects. */
  stop(): Promise<void>
}

/**
 * Makes the host from its ports. Does not throw for anything wrong with the data: the app then carries a start-up
 * problem, and every operation that needs the data is refused with it.
 */
export async function createApp(ports: Ports): Promise<App> {
  const { log } = ports
  const events = createEventHub(ports.clock)
  let opened: OpenedServices | null = null
  let problem: StartupProblem | null = null
  let passphrase = ports.vaultPassphrase
  let stopping: Promise<void> | null = null
  /** One opening at a time: a second answer waits for the first. */
  let turn: Promise<unknown> = Promise.resolve()

  async function open(): Promise<void> {
    if (opened !== null) return
    try {
      opened = await openServices({ ...ports, vaultPassphrase: passphrase }, events, storeLost)
      problem = null
      log.info('desk.open', { shell: ports.shell })
    } catch (error) {
      problem = error instanceof StartupFailed ? error.problem : unexpectedProblem(error)
      if (error instanceof StartupFailed) log.warn('desk.startup_problem', { code: problem.code })
    }
    events.publish({ kind: 'startup' })
  }

  /** The data thread ended by itself: what was committed is safe, and opening again is the way on. */
  function storeLost(error: Error): void {
    log.error('store.lost', error)
    void inTurn(closeLost)
  }

  async function closeLost(): Promise<void> {
    const lost = opened
    if (lost === null) return
    opened = null
    problem = {
      code: 'startup_failed',
      message: 'SMS Desk lost the connection to its own data. Everything stored is safe. Try again to go on.',
      path: ports.dataFolder,
      backups: [],
    }
    events.publish({ kind: 'startup' })
    await lost.close().catch((closing: unknown) => log.error('desk.close_failed', closing))
  }

  function unexpectedProblem(error: unknown): StartupProblem {
    log.error('desk.startup_failed', error)
    return {
      code: 'startup_failed',
      message: 'SMS Desk could not start. What happened is in its log; your data was not changed.',
      path: ports.dataFolder,
      backups: [],
    }
  }

  async function resolve(answer: StartupAnswer): Promise<StartupProblem | null> {
    if (opened !== null || stopping !== null) return problem
    switch (answer.action) {
      case 'retry':
        break
      case 'restore_backup':
        await ports.restoreBackup(ports.dataFolder, answer.name)
        break
      case 'reset_settings':
        await ports.resetSettings(ports.dataFolder)
        break
      case 'unlock_vault':
        passphrase = answer.passphrase
        break
    }
    await open()
    return problem
  }

  function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = turn.then(task)
    turn = result.catch(() => undefined)
    return result
  }

  await inTurn(open)

  function services(): OpenedServices {
    if (opened !== null) return opened
    throw new Refused(problem?.code ?? 'desk_stopped', problem?.message ?? 'The desk has been closed.', { retryable: true })
  }

  return {
    log,
    events,
    startupProblem: () => problem,
    resolveStartup: (answer) => inTurn(() => resolve(answer)),
    services,
    status: () => services().status(),
    useVault: (vaultPassphrase) => services().useVault(vaultPassphrase),
    stop() {
      stopping ??= inTurn(async () => {
        const open = opened
        opened = null
        // What could be closed is closed by then, the store first of all; nobody is left who could do more about the rest.
        await open?.close().catch((error: unknown) => log.error('desk.close_failed', error))
        log.info('desk.closed')
      })
      return stopping
    },
  }
}
