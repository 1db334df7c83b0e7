import { expect, test, vi } from 'vitest'
import { givenQuickVault } from '../support/quick-vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { runJson } from './run-cli.ts'

// processes, each of which opens the vault
vi.setConfig({ testTimeout: 90_000 })

test('the listener is told about, and its test names what is broken with exit 1', async () => {
  const dataFolder = temporaryFolder()
  givenQuickVault(dataFolder, 'correct horse')
  const desk = (...args: string[]) => runJson([...args, '--data-dir', dataFolder], { SMS_DESK_VAULT_PASSPHRASE: 'correct horse' })
  expect(await desk('listener', 'status')).toMatchObject({
    code: 0,
    answer: { address: null, publicUrl: null, pasted: [], tunnel: { choice: null, on: false, state: { state: 'off' } } },
  })
  expect(await desk('listener', 'test')).toMatchObject({ code: 1, answer: { error: { code: 'listener_off' } } })
})
