import { access, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { dataFolderPaths } from '../app/data-folder.ts'
import { Refused } from '../app/refused.ts'
import { createQueue } from './serialise.ts'
import type { SecretStore } from './types.ts'
import { newVaultKey, sealVault, unsealVault, type VaultContents, type VaultKey } from './vault-file.ts'

/** Where the vault of a data folder is. */
export function vaultPath(dataFolder: string): string {
  return dataFolderPaths(dataFolder).vault
}

/** Whether the data folder has a vault, readable or not. */
export async function vaultExists(dataFolder: string): Promise<boolean> {
  return access(vaultPath(dataFolder)).then(
    () => true,
    (error: unknown) => !isMissing(error),
  )
}

/**
 * Opens the vault of a data folder, or makes an empty one at once, so that from then on only this passphrase opens it. The file holds everything
 * encrypted and is replaced whole: after a power cut it is the one before or the one after. One process owns a data
 * folder, so nobody else writes it meanwhile.
 * @param reason why it is not the keychain; null when the person chose so
 * @throws Refused `vault_wrong_passphrase`, `vault_damaged`, `vault_not_readable`, `vault_not_writable`; an existing file is left as it is
 */
export async function openVaultStore(dataFolder: string, passphrase: string, reason: string | null): Promise<SecretStore> {
  const path = vaultPath(dataFolder)
  let { contents, key, isNew } = await openOrBegin(path, passphrase)
  const inOrder = createQueue()

  async function replace(next: VaultContents): Promise<void> {
    await writeWhole(path, sealVault(next, key))
    contents = next
  }

  if (isNew) await replace(contents)

  return {
    kind: 'vault',
    reason,
    get: (accountId, name) => inOrder(async () => own(own(contents, accountId) ?? {}, name) ?? null),
    set: (accountId, name, value) => inOrder(() => replace({ ...contents, [accountId]: { ...own(contents, accountId), [name]: value } })),
    remove: (accountId) =>
      inOrder(async () => {
        if (!Object.hasOwn(contents, accountId)) return
        const { [accountId]: _gone, ...rest } = contents
        await replace(rest)
      }),
  }
}

function own<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

async function openOrBegin(path: string, passphrase: string): Promise<{ contents: VaultContents; key: VaultKey; isNew: boolean }> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if (isMissing(cause)) return { contents: {}, key: await newVaultKey(passphrase), isNew: true }
    throw new Refused(
      'vault_not_readable',
      'The encrypted file with your keys cannot be read. Check that you may open the file vault.json in the data folder.',
      { cause },
    )
  }
  const opened = await unsealVault(text, passphrase)
  switch (opened.outcome) {
    case 'opened':
      return { ...opened, isNew: false }
    case 'wrong_passphrase':
      throw new Refused('vault_wrong_passphrase', 'That is not the passphrase of the encrypted file with your keys. Try again.')
    case 'damaged':
      throw new Refused(
        'vault_damaged',
        'The encrypted file with your keys is damaged and was left as it is. Put back the file vault.json from a backup, or move it away and enter the keys of your accounts again.',
        { cause: opened.cause },
      )
  }
}

/** Writes beside, flushes to the disk, then puts in place. A leftover of an earlier power cut is written over. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      // the mode above is only for a file that was not there
      await file.chmod(0o600)
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    throw new Refused(
      'vault_not_writable',
      'The encrypted file for your keys cannot be written. Check that the disk is not full and that you may change the data folder, then try again.',
      { cause, retryable: true },
    )
  }
}

/** Makes the new name durable. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
