import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { secretsKind, type SecretsKind } from '../../shared/contract/desk.ts'
import { Refused } from '../app/refused.ts'

/** What a person may choose when starting the browser shell. */
export interface BrowserShellOptions {
  /** Port of the window; 0 takes any free one. */
  port: number
  /** Port of the listener; 0 takes any free one; left out: the one this desk keeps. */
  listenerPort?: number
  /** Absolute; left out: the usual one, or the demo's beside it. */
  dataFolder?: string
  secretsKind?: SecretsKind
  /** Starts with the sandbox carrier and sample people, in a folder of its own. */
  demo: boolean
  /** The provider that the demo's sandbox stands in for; only with `demo`. */
  demoAs?: string
  /** Opens a browser, where there is a screen. */
  open: boolean
}

/**
 * Reads the flags of `serve`.
 * @throws Refused `usage` with a sentence that names the flag
 */
export function readBrowserShellOptions(args: string[]): BrowserShellOptions {
  const values = parse(args)
  const options: BrowserShellOptions = {
    port: values.port === undefined ? 0 : readPort('--port', values.port),
    demo: values.demo === true || values['demo-as'] !== undefined,
    open: values['no-open'] !== true,
  }
  if (values['listener-port'] !== undefined) options.listenerPort = readPort('--listener-port', values['listener-port'])
  if (values['data-dir'] !== undefined) options.dataFolder = resolve(values['data-dir'])
  if (values['demo-as'] !== undefined) options.demoAs = values['demo-as']
  if (values.secrets !== undefined) options.secretsKind = readSecretsKind(values.secrets)
  return options
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        'listener-port': { type: 'string' },
        'data-dir': { type: 'string' },
        secrets: { type: 'string' },
        demo: { type: 'boolean' },
        'demo-as': { type: 'string' },
        'no-open': { type: 'boolean' },
        // Every command takes it; this one answers in JSON anyway.
        json: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new Refused('usage', error instanceof Error ? error.message : 'The flags could not be read.', { cause: error })
  }
}

function readPort(flag: string, value: string): number {
  const port = Number(value)
  if (!/^[0-9]{1,5}$/.test(value) || port > 65_535) throw new Refused('usage', `${flag} takes a port from 0 to 65535, not “${value}”.`)
  return port
}

function readSecretsKind(value: string): SecretsKind {
  const parsed = secretsKind.safeParse(value)
  if (!parsed.success) throw new Refused('usage', `--secrets takes keychain, vault or memory, not “${value}”.`)
  return parsed.data
}
