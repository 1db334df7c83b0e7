import type { SecretsKind } from '../../shared/contract/desk.ts'
import type { Log } from '../log/log.ts'
import { createFileLog } from '../log/file-log.ts'
import { openSecrets } from '../secrets/open.ts'
import { openConfSettingsFile } from '../settings/conf-file.ts'
import { resetSettings } from '../settings/local-settings.ts'
import { restoreBackup } from '../store/restore-backup.ts'
import { createWorkerOpenStore } from '../store/worker-store.ts'
import { dataFolderPaths } from './data-folder.ts'
import type { Clock, Ports, ShellKind } from './ports.ts'
import { storeWorkerUrl } from './store-worker-url.ts'

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(ms, task) {
    const timer = setTimeout(task, ms)
    return { cancel: () => clearTimeout(timer) }
  },
}

export interface NodePortsOptions {
  shell: ShellKind
  /** Absolute path. */
  dataFolder: string
  secretsKind?: SecretsKind
  vaultPassphrase?: string
  listenerPort: Ports['listenerPort']
  dispatch: boolean
  log?: Log
}

/** What the host needs, from plain Node: used by the browser shell and the command line, and in part by Electron. */
export function createNodePorts(options: NodePortsOptions): Ports {
  const { dataFolder } = options
  return {
    shell: options.shell,
    dataFolder,
    clock: systemClock,
    log: options.log ?? createFileLog(dataFolderPaths(dataFolder).logs),
    openStore: createWorkerOpenStore(storeWorkerUrl()),
    openSettingsFile: openConfSettingsFile,
    restoreBackup: async (folder, name) => void (await restoreBackup(folder, name, { now: Date.now(), shell: options.shell })),
    resetSettings: (folder) => resetSettings(folder, Date.now()),
    openSecrets,
    secretsKind: options.secretsKind,
    vaultPassphrase: options.vaultPassphrase,
    listenerPort: options.listenerPort,
    dispatch: options.dispatch,
    random: Math.random,
  }
}
