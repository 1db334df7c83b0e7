import { expect, test, vi } from 'vitest'
import { givenQuickVault } from '../support/quick-vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { runCli, runJson } from './run-cli.ts'

const MAJA = '+46701740605'
const KARL = '+46701740606'

// Many processes one after the other.
vi.setConfig({ testTimeout: 60_000 })

const ENV = { SMS_DESK_VAULT_PASSPHRASE: 'correct horse', CONNECTEL_TOKEN: 'tok-right' }

test('conversations are listed by filter, account and label', async () => {
  const folder = temporaryFolder()
  givenQuickVault(folder, ENV.SMS_DESK_VAULT_PASSPHRASE)
  const desk = (...args: string[]) => runJson([...args, '--data-dir', folder], ENV)
  const add = (name: string) =>
    desk('accounts', 'add', 'connectel', '--name', name, '--set', 'sender=Bistro', '--secret', 'token=CONNECTEL_TOKEN')
  await add('Garage')
  await add('Shop')
  await desk('send', '--account', 'Garage', '--to', MAJA, '--text', 'Your car is ready.')
  await desk('send', '--account', 'Shop', '--to', KARL, '--text', 'Your parcel is here.')

  expect(await desk('conversations', 'list')).toMatchObject({
    code: 0,
    answer: { conversations: [{ peer: KARL, pinnedAt: null, archived: false, labels: [] }, { peer: MAJA }] },
  })
  expect(await desk('conversations', 'list', '--account', 'garage')).toMatchObject({ answer: { conversations: [{ peer: MAJA }] } })
  expect(await desk('conversations', 'list', '--filter', 'unanswered')).toMatchObject({ code: 0, answer: { conversations: [] } })
  expect(await desk('conversations', 'list', '--label', 'Urgent')).toMatchObject({
    code: 1,
    answer: { error: { code: 'label_not_found', message: expect.stringContaining('“Urgent”') } },
  })
  expect(await desk('conversations', 'list', '--filter', 'starred')).toMatchObject({ code: 2 })
  const shown = await runCli(['conversations', 'list', '--filter', 'failed', '--data-dir', folder], ENV)
  expect(shown.stdout).toBe('No conversation is like that.\n')
})
