import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../support/temp-folder.ts'
import { startTestDesk } from '../support/test-desk.ts'
import { runCli, runJson } from './run-cli.ts'

// Many commands one after the other, each of which opens the vault.
vi.setConfig({ testTimeout: 90_000 })

const ENV = { SMS_DESK_VAULT_PASSPHRASE: 'correct horse' }
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const GATEWAY = {
  gateway: 'Harbour',
  sender: 'Bistro',
  url: 'https://gateway.example/send',
  body: '{"to": "{{to}}", "text": "{{text}}"}',
}

test('what came in is listed, shown, and applied again, also what could not be read before', async () => {
  const folder = temporaryFolder()
  const { app, desk } = await startTestDesk({ dataFolder: folder })
  const account = await desk.accounts.add({ provider: 'generic', name: 'Harbour', config: GATEWAY, secrets: {} })
  const url = `${(await app.status()).listener.address ?? ''}${account.hookPath}`
  const post = (body: string) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect((await post('{"who":"46701740605","said":"Hej"}')).status).toBe(400)
  expect((await post('no such thing')).status).toBe(400)
  await desk.accounts.update({ id: account.id, name: 'Harbour', config: { ...GATEWAY, inboundFrom: 'who', inboundText: 'said' } })
  await app.stop()

  const cli = (...args: string[]) => runJson([...args, '--data-dir', folder], ENV)
  const listed = await cli('hooks', 'list', '--account', 'harbour', '--verdict', 'unreadable')
  expect(listed).toMatchObject({
    code: 0,
    answer: {
      hooks: [
        { verdict: 'unreadable', words: 'Could not be read' },
        { accountName: 'Harbour', receivedAt: expect.stringMatching(ISO) },
      ],
    },
  })
  const [garbage, reply] = (listed.answer as { hooks: { id: string }[] }).hooks
  expect(await cli('hooks', 'list', '--search', '070-174 06 05', '--limit', '5')).toMatchObject({ answer: { hooks: [{ id: reply?.id }] } })
  expect(await cli('hooks', 'replay', garbage?.id ?? '')).toMatchObject({ code: 1, answer: { error: { code: 'hook_unreadable' } } })
  expect(await cli('hooks', 'replay', '--unreadable')).toMatchObject({ code: 0, answer: { read: 1, stillUnreadable: 1 } })
  expect(await cli('hooks', 'replay', reply?.id ?? '')).toMatchObject({ code: 0, answer: { changed: false, hook: { verdict: 'applied' } } })
  expect(await cli('hooks', 'show', reply?.id ?? '')).toMatchObject({
    code: 0,
    answer: {
      body: '{"who":"46701740605","said":"Hej"}',
      statements: [{ kind: 'reply', text: 'Hej' }],
      message: { peer: '+46701740605' },
      appliedAt: expect.stringMatching(ISO),
    },
  })
  expect((await runCli(['hooks', 'list', '--data-dir', folder], ENV)).stdout).toMatch(/Harbour {2}Reply from \+46 70 174 06 05 {2}applied/)
  expect((await runCli(['hooks', 'show', garbage?.id ?? '', '--data-dir', folder], ENV)).stdout).toMatch(/Body +no such thing\n/)
})

test.each([
  [['hooks', 'list', '--verdict', 'lost'], 2, 'usage'],
  [['hooks', 'list', '--account', 'nobody'], 1, 'account_not_found'],
  [['hooks', 'show', 'nonsense'], 1, 'hook_not_found'],
  [['hooks', 'replay'], 2, 'usage'],
  [['hooks', 'replay', '0190a000-0000-7000-8000-000000000001', '--unreadable'], 2, 'usage'],
  [['hooks', 'replay', '0190a000-0000-7000-8000-000000000001', '--account', 'x'], 2, 'usage'],
  [['hooks', 'replay', '0190a000-0000-7000-8000-000000000001'], 1, 'hook_not_found'],
])('%j is refused', async (args, code, error) => {
  expect(await runJson([...args, '--data-dir', temporaryFolder()], ENV)).toMatchObject({ code, answer: { error: { code: error } } })
})
