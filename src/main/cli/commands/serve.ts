import { resolve } from 'node:path'
import { runBrowserShell } from '../../browser/run.ts'
import type { RunCommand } from '../command.ts'
import { readPort, readSecretsKind } from '../values.ts'

/** `serve`: prints its own line when ready, and comes back when the desk was asked to stop. */
export const serve: RunCommand = async ({ options }) => {
  const listenerPort = readPort('listener-port', options['listener-port'])
  const secretsKind = readSecretsKind(options.secrets)
  await runBrowserShell({
    port: readPort('port', options.port) ?? 0,
    ...(listenerPort === undefined ? {} : { listenerPort }),
    ...(options['data-dir'] === undefined ? {} : { dataFolder: resolve(options['data-dir']) }),
    ...(secretsKind === undefined ? {} : { secretsKind }),
    demo: options.demo === true || options['demo-as'] !== undefined,
    ...(options['demo-as'] === undefined ? {} : { demoAs: options['demo-as'] }),
    open: options['no-open'] !== true,
  })
  return null
}
