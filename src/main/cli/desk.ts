import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DeskClient } from '../../shared/contract/client.ts'
import type { SecretsKind } from '../../shared/contract/desk.ts'
import { createApp, type App } from '../app/createApp.ts'
import { defaultDataFolder, ensureDataFolder } from '../app/data-folder.ts'
import { createNodePorts } from '../app/node-ports.ts'
import { Refused } from '../app/refused.ts'
import { createRouter } from '../app/router.ts'
import { StartupFailed } from '../app/startup-failed.ts'
import { connectToRunningDesk } from '../doors/connect.ts'
import { createInProcessClient } from '../doors/in-process.ts'
import type { Invocation } from './command.ts'
import type { Terminal } from './terminal.ts'
import { readSecretsKind } from './values.ts'

/** The desk of a data folder while a command talks to it. */
export interface Desk {
  client: DeskClient
  /** A desk that runs anyway, and goes on running after the command. */
  running: boolean
  /** The secret store asked for on the command line. */
  secretsKind: SecretsKind | undefined
}

/** A command holds the folder for about a second, a starting desk until its door is open; several may stand in line: worth waiting for, in milliseconds. */
const FOLDER_IN_USE_MS = 15_000

/**
 * Talks to the desk of the data folder: the one that runs there, else one opened here for the time of the command.
 * @param dispatch whether a desk opened here sends what waits in the outbox
 * @throws Refused, StartupFailed
 */
export async function withDesk<Result>(
  { options, terminal }: Invocation,
  dispatch: boolean,
  task: (desk: Desk) => Promise<Result>,
): Promise<Result> {
  const secretsKind = readSecretsKind(options.secrets)
  const dataFolder = options['data-dir'] === undefined ? defaultDataFolder() : resolve(options['data-dir'])
  const givenUp = Date.now() + FOLDER_IN_USE_MS
  for (;;) {
    const running = await connectToRunningDesk(dataFolder)
    if (running !== null) {
      try {
        return await task({ client: running.client, running: true, secretsKind })
      } finally {
        running.close()
      }
    }
    ensureDataFolder(dataFolder)
    const opened = await openHere({ dataFolder, secretsKind, dispatch, terminal, keepTrying: Date.now() < givenUp })
    if (opened !== null) {
      try {
        return await task({ client: createInProcessClient({ app: opened, router: createRouter() }), running: false, secretsKind })
      } finally {
        await opened.stop()
      }
    }
    await pause(100)
  }
}

interface OpenHere {
  dataFolder: string
  secretsKind: SecretsKind | undefined
  dispatch: boolean
  terminal: Terminal
  /** Null instead of a refusal while another process has the folder. */
  keepTrying: boolean
}

async function openHere({ dataFolder, secretsKind, dispatch, terminal, keepTrying }: OpenHere): Promise<App | null> {
  const passphrase = terminal.env['SMS_DESK_VAULT_PASSPHRASE']
  const ports = createNodePorts({
    shell: 'cli',
    dataFolder,
    ...(secretsKind === undefined ? {} : { secretsKind }),
    ...(passphrase === undefined || passphrase === '' ? {} : { vaultPassphrase: passphrase }),
    listenerPort: null,
    dispatch,
  })
  // the app shows every such refusal as one screen; a program wants to know which it was
  let secretsRefusal: Refused | null = null
  const app = await createApp({
    ...ports,
    openSecrets: async (wanted) => {
      secretsRefusal = null
      try {
        return await ports.openSecrets(wanted)
      } catch (error) {
        if (error instanceof Refused) secretsRefusal = error
        throw error
      }
    },
  })
  const refusal = (): Refused | null => secretsRefusal
  if (refusal()?.code === 'vault_locked') {
    const answer = await terminal.askSecret('Passphrase of the vault:')
    if (answer !== null && answer !== '') await app.resolveStartup({ action: 'unlock_vault', passphrase: answer })
  }
  const problem = app.startupProblem()
  if (problem === null) return app
  await app.stop()
  if (keepTrying && problem.code === 'folder_in_use') return null
  throw withWayOut(refusal()) ?? new StartupFailed(problem)
}

function withWayOut(refused: Refused | null): Refused | null {
  if (refused?.code !== 'vault_locked') return refused
  return new Refused(refused.code, `${refused.message} The command line takes it from the variable SMS_DESK_VAULT_PASSPHRASE.`)
}
