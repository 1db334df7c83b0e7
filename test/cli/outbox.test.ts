import Database from 'better-sqlite3'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { startTestCarrier, type TestCarrier } from '../support/carrier.ts'
import { givenQuickVault } from '../support/quick-vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { runCli, runJson } from './run-cli.ts'

const NUMBER = '+46701740605'
const OTHER = '+46701740606'
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

// many processes one after the other, each of which opens the vault
vi.setConfig({ testTimeout: 90_000 })

let dataFolder: string
beforeEach(() => {
  dataFolder = temporaryFolder()
  givenQuickVault(dataFolder, ENV.SMS_DESK_VAULT_PASSPHRASE)
})

const ENV = { SMS_DESK_VAULT_PASSPHRASE: 'correct horse', CONNECTEL_TOKEN: 'tok-example', TZ: 'Europe/Stockholm' }
const desk = (...args: string[]) => runJson([...args, '--data-dir', dataFolder], ENV)
const send = (...args: string[]) => desk('send', '--account', 'Front desk', '--to', NUMBER, '--text', 'hi', ...args)

interface Sent {
  messages: { id: string }[]
}

async function withAccount(task: (carrier: TestCarrier) => Promise<void>): Promise<void> {
  const carrier = await startTestCarrier({ behaviour: { receipt: 'none' } })
  try {
    const config = ['--set', 'sender=Bistro', '--set', `baseUrl=${carrier.baseUrl}`, '--secret', 'token=CONNECTEL_TOKEN']
    expect(await desk('accounts', 'add', 'connectel', '--name', 'Front desk', ...config)).toMatchObject({ code: 0 })
    await task(carrier)
  } finally {
    await carrier.stop()
  }
}

describe('sending', () => {
  test('the same text to the same number is refused unless it is to go again', () =>
    withAccount(async (carrier) => {
      expect(await send()).toMatchObject({ code: 0 })
      expect(await send('--to', OTHER, '--wait', '20')).toMatchObject({
        code: 1,
        answer: { error: { code: 'duplicate_text', message: expect.stringMatching(/\+46701740605 \(.*--again\.$/s) } },
      })
      expect(await desk('messages', 'list')).toMatchObject({ answer: { messages: [{ to: NUMBER }] } })
      expect(carrier.received).toEqual([])
      // there is no time in which the command line's texts could be taken back
      expect(await send('--again', '--wait', '20')).toMatchObject({
        code: 0,
        answer: { messages: [{ to: NUMBER, status: 'sent', hold: null }] },
      })
    }))

  test('at a time without a zone keeps the wall time, and shows times as programs read them', () =>
    withAccount(async () => {
      const sent = await send('--at', '2090-07-01T09:30', '--valid-until', '2090-07-02T09:30+02:00', '--wait', '600')
      const expected = {
        status: 'queued',
        schedule: { at: '2090-07-01T07:30:00.000Z', local: '2090-07-01T09:30', zone: 'Europe/Stockholm' },
        validUntil: '2090-07-02T07:30:00.000Z',
        notBefore: '2090-07-01T07:30:00.000Z',
        hold: null,
        priority: 'reply',
        failedOverFrom: null,
      }
      expect(sent).toMatchObject({ code: 0, answer: { messages: [expected] } })
      expect(await desk('messages', 'list')).toMatchObject({ answer: { messages: [expected] } })
      const id = (sent.answer as Sent).messages[0]?.id ?? ''
      expect(await desk('messages', 'show', id)).toMatchObject({ answer: expected })
      const { stdout } = await runCli(['messages', 'show', id, '--data-dir', dataFolder], ENV)
      expect(stdout).toMatch(/^Scheduled +2090-07-01 09:30 \(Europe\/Stockholm\)$/m)
      expect(stdout).toMatch(/^Valid until +2090-07-02 09:30$/m)
    }))

  test('says why it is kept back', () =>
    withAccount(async () => {
      const { answer } = await send('--at', '2090-07-01T09:30Z')
      expect(answer).toMatchObject({ messages: [{ schedule: { at: '2090-07-01T09:30:00.000Z', local: null, zone: null } }] })
      const id = (answer as Sent).messages[0]?.id ?? ''
      const db = new Database(join(dataFolder, 'desk.sqlite3'))
      db.prepare(`UPDATE messages SET hold = 'quiet_hours' WHERE id = ?`).run(id)
      db.close()
      expect(await desk('messages', 'show', id)).toMatchObject({
        answer: { hold: { reason: 'quiet_hours', until: '2090-07-01T09:30:00.000Z' } },
      })
      const { stdout } = await runCli(['messages', 'show', id, '--data-dir', dataFolder], ENV)
      expect(stdout).toMatch(/^Kept back +quiet hours where the recipient is, until 2090-07-01 11:30$/m)
    }))

  test('is refused with times that cannot be, and nothing is queued', () =>
    withAccount(async () => {
      const refused: [string[], number, string][] = [
        [['--valid-until', 'tomorrow'], 2, 'usage'],
        [['--valid-until', '2020-01-01T09:00Z'], 1, 'valid_until_too_early'],
        [['--at', '2090-01-01T09:00Z', '--valid-until', '2090-01-01T09:00Z'], 1, 'valid_until_too_early'],
        [['--at', '2020-01-01T09:00'], 1, 'schedule_in_past'],
      ]
      for (const [args, code, error] of refused) expect(await send(...args)).toMatchObject({ code, answer: { error: { code: error } } })
      expect(await desk('messages', 'list')).toMatchObject({ answer: { messages: [] } })
    }))
})

describe('an account', () => {
  test('is given a rate, paused and let go again', () =>
    withAccount(async (carrier) => {
      const usual = (await desk('accounts', 'show', 'Front desk')).answer as { rate: unknown }
      expect(usual).toMatchObject({ rateIsDefault: true })
      const rate = { count: 5, per: 'minute' }
      expect(await desk('accounts', 'rate', 'front desk', '--count', '5', '--per', 'minute')).toMatchObject({
        code: 0,
        answer: { name: 'Front desk', rate, rateIsDefault: false },
      })
      expect(await desk('accounts', 'list')).toMatchObject({ answer: { accounts: [{ rate, rateIsDefault: false }] } })
      const { stdout } = await runCli(['accounts', 'show', 'Front desk', '--data-dir', dataFolder], ENV)
      expect(stdout).toMatch(/^Rate +5 texts a minute$/m)
      expect(await desk('accounts', 'rate', 'Front desk', '--default')).toMatchObject({
        code: 0,
        answer: { rate: usual.rate, rateIsDefault: true },
      })

      expect(await desk('accounts', 'pause', 'Front desk')).toMatchObject({
        code: 0,
        answer: { status: 'paused', pause: { code: 'paused_by_person', at: expect.stringMatching(ISO) } },
      })
      expect(await send('--wait', '600')).toMatchObject({ code: 0, answer: { messages: [{ status: 'queued' }] } })
      expect(carrier.received).toEqual([])
      expect(await desk('accounts', 'resume', 'Front desk')).toMatchObject({ code: 0, answer: { status: 'active', pause: null } })
    }))

  test.each([
    [['accounts', 'rate', 'Front desk', '--count', '5', '--per', 'week'], 2, 'usage'],
    [['accounts', 'rate', 'nobody', '--default'], 1, 'account_not_found'],
    [['accounts', 'pause', 'nobody'], 1, 'account_not_found'],
  ])('%j is refused', async (args, code, error) => {
    expect(await desk(...args)).toMatchObject({ code, answer: { error: { code: error } } })
  })
})

describe('the outbox', () => {
  test('shows what waits and what stands in its way', () =>
    withAccount(async () => {
      await desk('accounts', 'pause', 'Front desk')
      await desk('accounts', 'rate', 'Front desk', '--count', '5', '--per', 'minute')
      await send()
      await send('--at', '2090-07-01T09:30', '--again')
      expect(await desk('outbox')).toMatchObject({
        code: 0,
        answer: {
          counts: { waiting: 1, scheduled: 1, held: 0, missed: 0, unconfirmed: 0, failed: 0 },
          network: 'online',
          lanes: [
            {
              accountName: 'Front desk',
              status: 'paused',
              pause: { at: expect.stringMatching(ISO) },
              rate: { count: 5, per: 'minute' },
              waiting: 1,
              scheduled: 1,
            },
          ],
          failures: [],
          failuresSince: expect.stringMatching(ISO),
        },
      })
      const { code, stdout } = await runCli(['outbox', '--data-dir', dataFolder], ENV)
      expect(code).toBe(0)
      expect(stdout).toMatch(/^Waiting +1$/m)
      expect(stdout).toMatch(/^Front desk +paused: .+ +1 +0 +1 +0 +5 texts a minute$/m)
    }))
})
