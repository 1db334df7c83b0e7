import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ScriptedServer } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'
import { givenQuickVault } from '../support/quick-vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { runJson } from './run-cli.ts'

// many processes one after the other, each of which opens the vault
vi.setConfig({ testTimeout: 90_000 })

let dataFolder: string
beforeEach(() => {
  dataFolder = temporaryFolder()
  givenQuickVault(dataFolder, ENV.SMS_DESK_VAULT_PASSPHRASE)
})

const ENV = { SMS_DESK_VAULT_PASSPHRASE: 'correct horse', ID: 'ACC-EXAMPLE-001', TOKEN: 'tok-example', KEY: 'KEY-EXAMPLE' }
const desk = (...args: string[]) => runJson([...args, '--data-dir', dataFolder], ENV)

const json = (body: object) => ({ body: JSON.stringify(body) })

describe('a voice code', () => {
  async function withKonnect(): Promise<ScriptedServer> {
    const server = await startScriptedServer(json({ cmd: 'send_otp_by_obd', status: 'ok' }))
    const settings = ['--set', `baseUrl=${server.address}`, '--set', 'from=12025550100', '--set', 'callerId=12025550101']
    const secrets = ['--secret', 'accountId=ID', '--secret', 'apiToken=TOKEN']
    expect(await desk('accounts', 'add', 'konnect', '--name', 'Front desk', ...settings, ...secrets)).toMatchObject({ code: 0 })
    return server
  }
  const call = (...args: string[]) => desk('call-otp', '--account', 'Front desk', '--to', '+12025550143', ...args)

  test('is called from the command itself, at once', async () => {
    const server = await withKonnect()
    expect(await call('--otp', '4821')).toMatchObject({
      code: 0,
      answer: { messages: [{ kind: 'voice_code', to: '+12025550143', text: '4821', status: 'sent' }] },
    })
    expect(server.seen).toMatchObject([{ method: 'POST', url: '/admin/api/obd', headers: { authorization: 'ACC-EXAMPLE-001' } }])
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      cmd: 'send_otp_by_obd',
      api_token: 'tok-example',
      to: '12025550143',
      caller_id: '12025550101',
      otp: '4821',
    })
  })

  test('that the provider refuses says so in its message', async () => {
    const server = await withKonnect()
    server.answer(
      json({ cmd: 'send_otp_by_obd', status: 'error', error_code: 'to.number.not.valid', error_reason: 'To number is not valid' }),
    )
    expect(await call('--otp', '4821')).toMatchObject({
      code: 0,
      answer: { messages: [{ status: 'failed', error: { code: 'recipient_invalid' } }] },
    })
  })

  test.each([
    [['--otp', '48a1'], 1, 'voice_code_invalid'],
    [['--otp', ''], 1, 'voice_code_invalid'],
    [['--otp', '1'], 1, 'voice_code_digits'],
    [['--otp', '4821', '--to', '12025550144'], 2, 'usage'],
    [[], 2, 'usage'],
  ])('%j is refused, and nobody is called', async (args, code, error) => {
    const server = await withKonnect()
    expect(await call(...args)).toMatchObject({ code, answer: { error: { code: error } } })
    expect(server.seen).toEqual([])
  })

  test('is refused by an account that cannot call', async () => {
    await desk('accounts', 'add', 'karix', '--name', 'Front desk', '--set', 'sender=BISTRO', '--secret', 'key=KEY')
    expect(await call('--otp', '4821')).toMatchObject({ code: 1, answer: { error: { code: 'voice_code_unsupported' } } })
  })
})

test('texts that answer missed calls are set, shown and removed by number', async () => {
  const settings = ['--set', 'from=12025550100', '--secret', 'accountId=ID', '--secret', 'apiToken=TOKEN']
  await desk('accounts', 'add', 'konnect', '--name', 'Front desk', ...settings)
  const reply = (...args: string[]) => desk('accounts', 'call-reply', 'Front desk', ...args)
  const replies = [{ number: '+12025550100', text: 'We call you back.' }]
  expect(await reply()).toMatchObject({ code: 0, answer: { replies: [] } })
  expect(await reply('--number', '12025550100', '--text', 'We call you back.')).toMatchObject({ code: 0, answer: { replies } })
  expect(await reply('--number', '12025550100', '--text', 'x'.repeat(161))).toMatchObject({
    code: 1,
    answer: { error: { code: 'text_too_long' } },
  })
  expect(await reply('--number', '12025550100')).toMatchObject({ code: 2 })
  expect(await reply()).toMatchObject({ answer: { replies } })
  expect(await reply('--number', '+1 202 555 0100', '--off')).toMatchObject({ code: 0, answer: { replies: [] } })
})

describe('a text for later, where the provider can keep it', () => {
  const ACCEPTED = json({ status: { code: '200', desc: 'Request Accepted' }, ackid: '70010020030040', time: '2026-03-03 14:02:11' })

  async function sendLater(minutes: number, ...args: string[]) {
    const server = await startScriptedServer(ACCEPTED)
    const settings = ['--set', `baseUrl=${server.address}/httpapi/JsonReceiver`, '--set', 'sender=BISTRO', '--secret', 'key=KEY']
    await desk('accounts', 'add', 'karix', '--name', 'Front desk', ...settings)
    const at = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + minutes * 60_000)
    const wish = ['--to', '+919000000001', '--text', 'Your table is ready.', '--at', at.toISOString(), '--wait', '20']
    return { server, at, sent: await desk('send', '--account', 'Front desk', ...wish, ...args) }
  }

  test('is handed over at once with its time by Indian clocks', async () => {
    const { server, at, sent } = await sendLater(120)
    expect(sent).toMatchObject({
      code: 0,
      answer: { messages: [{ status: 'sent', providerKeepsUntil: at.toISOString(), schedule: null, providerRefs: ['70010020030040'] }] },
    })
    const body = JSON.parse(server.seen[0]?.body ?? '{}') as { sch_at?: string }
    const india = new Date(at.getTime() + 330 * 60_000).toISOString()
    expect(body.sch_at).toBe(`${india.slice(0, 10)} ${india.slice(11, 19)}`)
  })

  test.each([
    ['is kept here where the person says so', 120, ['--kept-here']],
    ['is kept here where its time is too near for the provider', 5, []],
  ])('%s', async (_what, minutes, args) => {
    const { server, at, sent } = await sendLater(minutes, ...args)
    expect(sent).toMatchObject({
      code: 0,
      answer: { messages: [{ status: 'queued', providerKeepsUntil: null, schedule: { at: at.toISOString() } }] },
    })
    expect(server.seen).toEqual([])
  })
})
