import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { Refused } from '../app/refused.ts'
import { createQueue } from './serialise.ts'
import type { SecretStore } from './types.ts'

/** Name the entries carry in the keychain of the computer. */
const SERVICE = 'SMS Desk'

/** A keychain may ask the person for a password first, so a probe waits this long, in milliseconds. */
const PROBE_LIMIT_MS = 15_000

/** Longest wait for one entry, in milliseconds. */
const CALL_LIMIT_MS = 60_000

/** The three calls of keytar that are used. */
export interface Keyring {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

/** What became of a probe. `cause` is for the log. */
export type KeychainProbe = { works: true; keyring: Keyring } | { works: false; cause: unknown }

/**
 * Writes, reads and removes an entry to see whether the computer has a keychain that works now: reading alone
 * succeeds on a locked one. Never waits longer than `limitMs`.
 *
 * On Linux the entry is tried in a process of its own. A session bus that does not answer blocks the calling thread for
 * good, and a process with such a thread cannot even exit (measured with keytar 7.10.6 on a bus that stays silent).
 */
export async function probeKeychain(limitMs: number = PROBE_LIMIT_MS): Promise<KeychainProbe> {
  try {
    if (process.platform === 'linux') {
      if (!mayHaveSessionBus()) throw new Error('There is no D-Bus session.')
      await tryInOwnProcess(limitMs)
      return { works: true, keyring: await loadKeytar() }
    }
    const keyring = await loadKeytar()
    await within(limitMs, tryEntry(keyring))
    return { works: true, keyring }
  } catch (cause) {
    return { works: false, cause }
  }
}

/** Keeps secrets in the keychain of the computer, one entry for each. Calls go one after the other. */
export function createKeychainStore(keyring: Keyring): SecretStore {
  const inOrder = createQueue()
  const call = <Result>(task: () => Promise<Result>): Promise<Result> =>
    inOrder(() => within(CALL_LIMIT_MS, task())).catch((cause: unknown) => {
      throw new Refused('keychain_unavailable', 'The keychain of this computer did not answer. Unlock it and try again.', {
        cause,
        retryable: true,
      })
    })
  return {
    kind: 'keychain',
    reason: null,
    get: (accountId, key) => call(() => keyring.getPassword(SERVICE, entryName(accountId, key))),
    set: (accountId, key, value) => call(() => keyring.setPassword(SERVICE, entryName(accountId, key), value)),
    async remove(accountId, keys) {
      for (const key of keys) await call(() => keyring.deletePassword(SERVICE, entryName(accountId, key)))
    },
  }
}

function entryName(accountId: string, key: string): string {
  return `${accountId}/${key}`
}

/** The native module is loaded only once it is needed: its system library may be missing. */
async function loadKeytar(): Promise<Keyring> {
  // a CommonJS module: Node sees only some of its names as named exports
  const module: { default?: Keyring } & Partial<Keyring> = await import('keytar')
  const keyring = module.default
  if (keyring === undefined) throw new Error('keytar has no default export.')
  return keyring
}

async function tryEntry(keyring: Keyring): Promise<void> {
  const name = `probe/${randomUUID()}`
  await keyring.setPassword(SERVICE, name, 'probe')
  const kept = await keyring.getPassword(SERVICE, name)
  await keyring.deletePassword(SERVICE, name)
  if (kept !== 'probe') throw new Error('The keychain did not keep an entry.')
}

/** libdbus looks at the address, then at the runtime folder, then starts a bus of its own on an X display. */
function mayHaveSessionBus(): boolean {
  return ['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY'].some((name) => (process.env[name] ?? '') !== '')
}

/** The same as {@link tryEntry}, as a program. Arguments: path of keytar, service, entry name. */
const PROBE_PROGRAM = `
const [, path, service, name] = process.argv
const keytar = require(path)
keytar.setPassword(service, name, 'probe')
  .then(() => keytar.getPassword(service, name))
  .then((kept) => keytar.deletePassword(service, name).then(() => { if (kept !== 'probe') process.exitCode = 1 }))
  .catch((error) => { process.stderr.write(String(error.message)); process.exitCode = 1 })
`

function tryInOwnProcess(limitMs: number): Promise<void> {
  const path = createRequire(import.meta.url).resolve('keytar')
  const { NODE_OPTIONS: _inspectors, ...environment } = process.env
  // without the variable an Electron binary would open a second window instead of running the program
  const env = { ...environment, ELECTRON_RUN_AS_NODE: '1' }
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['-e', PROBE_PROGRAM, path, SERVICE, `probe/${randomUUID()}`],
      { env, timeout: limitMs, killSignal: 'SIGKILL' },
      (error, _stdout, stderr) => (error === null ? resolve() : reject(new Error(stderr === '' ? 'no answer' : stderr, { cause: error }))),
    )
  })
}

/** The task's result, or a rejection after `limitMs`; the task itself cannot be stopped. */
async function within<Result>(limitMs: number, task: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  try {
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs)
    })
    return await Promise.race([task, limit])
  } finally {
    clearTimeout(timer)
  }
}
