import type { SecretStore } from '../secrets/types.ts'
import type { Ports } from './ports.ts'
import { Refused } from './refused.ts'
import { StartupFailed } from './startup-failed.ts'

/** Refusals that a passphrase settles: the screen asks for it. */
const NEEDS_PASSPHRASE: ReadonlySet<string> = new Set(['vault_locked', 'vault_wrong_passphrase'])

/**
 * Opens the secret store of a desk, with what stands in the way as a start-up problem.
 * @throws StartupFailed `vault_locked` where a passphrase is needed, else `startup_failed` with the store's own sentence
 */
export async function openSecretsAtStart(ports: Ports, kind: Ports['secretsKind']): Promise<SecretStore> {
  const { dataFolder } = ports
  try {
    return await ports.openSecrets({ dataFolder, kind, passphrase: ports.vaultPassphrase })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new StartupFailed(
      {
        code: NEEDS_PASSPHRASE.has(error.code) ? 'vault_locked' : 'startup_failed',
        message: error.message,
        path: dataFolder,
        backups: [],
      },
      { cause: error },
    )
  }
}
