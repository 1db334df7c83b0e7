import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, test, vi } from 'vitest'
import { runJson } from '../cli/run-cli.ts'
import { startTestCarrier } from '../support/carrier.ts'
import { givenQuickVault } from '../support/quick-vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

vi.setConfig({ testTimeout: 90_000 })

const MAJA = '+46701740605'
const KARL = '+46701740606'
const ENV = { SMS_DESK_VAULT_PASSPHRASE: 'correct horse', CONNECTEL_TOKEN: 'tok-right', TZ: 'Europe/Stockholm' }

test('messages are written to a file on the command line, all or some', async () => {
  const folder = temporaryFolder()
  givenQuickVault(folder, ENV.SMS_DESK_VAULT_PASSPHRASE)
  const desk = (...args: string[]) => runJson([...args, '--data-dir', folder], ENV)
  const carrier = await startTestCarrier({ behaviour: { receipt: 'none' } })
  try {
    const settings = ['--set', 'sender=Bistro', '--set', `baseUrl=${carrier.baseUrl}`, '--secret', 'token=CONNECTEL_TOKEN']
    await desk('accounts', 'add', 'connectel', '--name', 'Garage', ...settings)
    await desk('send', '--account', 'Garage', '--to', MAJA, '--to', KARL, '--text', '=1+1', '--wait', '20')
    const file = join(temporaryFolder(), 'texts.csv')
    const rows = () => Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').slice(1), { header: true, skipEmptyLines: true }).data

    expect(await desk('messages', 'export', file)).toMatchObject({ code: 0, answer: { file, messages: 2 } })
    expect(readFileSync(file, 'utf8').startsWith('\ufeffTime,')).toBe(true)
    expect(rows().map((row) => [row['To'], row['Text'], row['State']])).toEqual([
      [MAJA, "'=1+1", 'sent'],
      [KARL, "'=1+1", 'sent'],
    ])
    expect(await desk('messages', 'export', file, '--to', '070-174 06 06', '--account', 'garage')).toMatchObject({
      answer: { messages: 1 },
    })
    expect(rows().map((row) => row['To'])).toEqual([KARL])
    const today = new Date()
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
    expect(await desk('messages', 'export', file, '--until', '2020-01-31')).toMatchObject({ answer: { messages: 0 } })
    expect(
      await desk('messages', 'export', file, '--from', '2020-01-31T10:00Z', '--until', `${today.getFullYear() + 1}${day.slice(4, 8)}01`),
    ).toMatchObject({
      answer: { messages: 2 },
    })

    expect(await desk('messages', 'export', file, '--to', '+12025550143')).toMatchObject({
      code: 1,
      answer: { error: { code: 'conversation_not_found' } },
    })
    expect(rows(), 'a refused export leaves the file as it was').toHaveLength(2)
    expect(await desk('messages', 'export', file, '--account', 'Nobody')).toMatchObject({
      code: 1,
      answer: { error: { code: 'account_not_found' } },
    })
    expect(await desk('messages', 'export', file, '--from', '2026-02-30')).toMatchObject({ code: 2 })
    expect(await desk('messages', 'export')).toMatchObject({ code: 2 })
    expect(await desk('messages', 'export', join(folder, 'no', 'such', 'x.csv'))).toMatchObject({
      code: 1,
      answer: { error: { code: 'file_not_writable' } },
    })
  } finally {
    await carrier.stop()
  }
})
