import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { connectToRunningDesk } from '../../../src/main/doors/connect.ts'
import type { DeskClient } from '../../../src/shared/contract/client.ts'
import type { Settings } from '../../../src/shared/contract/desk.ts'

const PROJECT = join(import.meta.dirname, '..', '..', '..')
const SERVE = join(PROJECT, 'out', 'main', 'serve.js')
const CLI = join(PROJECT, 'out', 'main', 'cli.js')

/** Each journey starts the same program: Node keeps it compiled. */
const COMPILED = { NODE_COMPILE_CACHE: join(PROJECT, 'node_modules', '.cache', 'sms-desk', 'compiled') }

/** Opens the vault of every desk of these journeys. */
export const PASSPHRASE = 'a passphrase for journeys'

/** The built desk as a process of its own, on real files. */
export interface DeskProcess {
  /** The address that was printed: it lets a browser in. */
  readonly url: string
  /** `http://127.0.0.1:port`, without the key. */
  readonly origin: string
  readonly port: number
  /** Where hooks arrive; null while the data is not open. */
  readonly listener: string | null
  /** Ends it as a computer that shuts down does (SIGTERM). @throws when it does not end cleanly */
  stop(): Promise<void>
  /** Ends it as a power cut does (SIGKILL). */
  kill(): Promise<void>
}

export interface DeskOptions {
  dataFolder: string
  /** 0, the default, takes any free port. */
  port?: number
  /** What the vault is opened with; left out, the right one. */
  passphrase?: string
}

/** Starts `out/main/serve.js` and waits for its line that says it is ready. @throws with its own words when it ends instead */
export async function startDesk({ dataFolder, port = 0, passphrase = PASSPHRASE }: DeskOptions): Promise<DeskProcess> {
  const child = spawn(process.execPath, [SERVE, '--no-open', '--port', String(port), '--data-dir', dataFolder, '--secrets', 'vault'], {
    env: { ...process.env, ...COMPILED, SMS_DESK_VAULT_PASSPHRASE: passphrase },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(([code]) => {
      throw new Error(`The desk ended with ${code} before it was ready: ${said}`)
    }),
  ])) as [string]
  const { url, listener } = JSON.parse(line) as { url: string; listener: string | null }
  const { origin, port: taken } = new URL(url)

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const [code] = await ended
    return code
  }

  return {
    url,
    origin,
    listener,
    port: Number(taken),
    async stop() {
      const code = await end('SIGTERM')
      if (code !== 0) throw new Error(`The desk did not stop cleanly but with ${code}: ${said}`)
    },
    async kill() {
      await end('SIGKILL')
    },
  }
}

/**
 * Runs one command of the built command line on a data folder and answers its JSON; where a desk runs on the folder,
 * the command talks to it. @throws with the command's own words when it was refused
 */
export async function runCommand<Answer>(dataFolder: string, args: string[], env: Record<string, string> = {}): Promise<Answer> {
  const child = spawn(process.execPath, [CLI, ...args, '--data-dir', dataFolder, '--secrets', 'vault', '--json'], {
    env: { ...process.env, ...COMPILED, SMS_DESK_VAULT_PASSPHRASE: PASSPHRASE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: Buffer[] = []
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${Buffer.concat([...output, ...said]).toString()}`)
  return JSON.parse(Buffer.concat(output).toString()) as Answer
}

/** Talks to the desk that runs on a data folder, as the command line does. @throws when none runs there */
export async function withRunningDesk<Answer>(dataFolder: string, task: (client: DeskClient) => Promise<Answer>): Promise<Answer> {
  const desk = await connectToRunningDesk(dataFolder)
  if (desk === null) throw new Error(`No desk runs on ${dataFolder}.`)
  try {
    return await task(desk.client)
  } finally {
    desk.close()
  }
}

/** An account as it was added, with the path of its hooks at the desk's listener. */
export interface AddedAccount {
  id: string
  hookPath: string
}

/** Adds a Connectel account: through the desk that runs on a data folder, else on the command line. */
export async function addAccount(
  dataFolder: string,
  { name, baseUrl, token }: { name: string; baseUrl: string; token: string },
): Promise<AddedAccount> {
  const desk = await connectToRunningDesk(dataFolder)
  if (desk === null) {
    const words = ['accounts', 'add', 'connectel', '--name', name, '--set', 'sender=Clinic', '--set', `baseUrl=${baseUrl}`]
    return runCommand(dataFolder, [...words, '--secret', 'token=JOURNEY_TOKEN'], { JOURNEY_TOKEN: token })
  }
  try {
    return await desk.client.accounts.add({ provider: 'connectel', name, config: { sender: 'Clinic', baseUrl }, secrets: { token } })
  } finally {
    desk.close()
  }
}

/** Changes the settings of the desk that runs on a data folder. */
export async function changeSettings(dataFolder: string, settings: Partial<Settings>): Promise<void> {
  await withRunningDesk(dataFolder, (client) => client.settings.set(settings))
}
