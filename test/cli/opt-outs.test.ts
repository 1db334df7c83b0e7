import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { startTestCarrier } from '../support/carrier.ts'
import { givenQuickVault } from '../support/quick-vault.ts'
import { temporaryFolder } from '../support/temp-folder.ts'
import { runCli, runJson } from './run-cli.ts'

const MAJA = '+46701740605'
const KARL = '+46701740606'
const ANNA = '+46701740607'

// Many processes one after the other.
vi.setConfig({ testTimeout: 90_000 })

const ENV = { SMS_DESK_VAULT_PASSPHRASE: 'correct horse', CONNECTEL_TOKEN: 'tok-right' }

test('opt-outs are added, listed, imported, exported and lifted, and nothing is sent in between', async () => {
  const folder = temporaryFolder()
  givenQuickVault(folder, ENV.SMS_DESK_VAULT_PASSPHRASE)
  const desk = (...args: string[]) => runJson([...args, '--data-dir', folder], ENV)
  const carrier = await startTestCarrier({ behaviour: { receipt: 'none' } })
  try {
    const settings = ['--set', 'sender=Bistro', '--set', `baseUrl=${carrier.baseUrl}`, '--secret', 'token=CONNECTEL_TOKEN']
    expect(await desk('accounts', 'add', 'connectel', '--name', 'Garage', ...settings)).toMatchObject({ code: 0 })
    const send = (...to: string[]) =>
      desk('send', '--account', 'Garage', ...to.flatMap((number) => ['--to', number]), '--text', 'Hello', '--wait', '20', '--again')

    expect(await desk('send', '--account', 'Garage', '--to', MAJA, '--text', 'Waits')).toMatchObject({ code: 0 })
    expect(await desk('opt-outs', 'add', '070-174 06 05', '12', '--reason', '- by phone', '--country', 'SE')).toMatchObject({
      code: 0,
      answer: { added: 1, already: 0, takenBack: 1, invalid: [{ number: '12' }] },
    })
    expect(await desk('messages', 'list', '--to', MAJA)).toMatchObject({
      answer: { messages: [{ status: 'cancelled', error: { code: 'opted_out' } }] },
    })
    expect(await send(MAJA)).toMatchObject({
      code: 1,
      answer: { error: { code: 'opted_out', message: expect.stringContaining('“- by phone”') } },
    })
    expect(await send(KARL, MAJA)).toMatchObject({ code: 1, answer: { error: { code: 'opted_out' } } })

    const list = join(temporaryFolder(), 'stop.txt')
    writeFileSync(list, `${KARL}\n${MAJA}\nnobody\n`)
    const counts = { rows: 3, added: 1, already: 1, rejected: 1, rejects: [{ row: 3, value: 'nobody' }] }
    expect(await desk('opt-outs', 'import', list, '--dry-run')).toMatchObject({ code: 0, answer: counts })
    expect(await desk('opt-outs', 'list')).toMatchObject({ code: 0, answer: { total: 1 } })
    expect(await desk('opt-outs', 'import', list)).toMatchObject({ code: 0, answer: counts })
    expect(await desk('opt-outs', 'list', '--search', '0606')).toMatchObject({
      answer: { optOuts: [{ e164: KARL, source: 'import', evidence: 'Row 1 of stop.txt' }], total: 1 },
    })
    const out = join(temporaryFolder(), 'out.csv')
    expect(await desk('opt-outs', 'export', out)).toMatchObject({ code: 0, answer: { numbers: 2 } })
    expect(readFileSync(out, 'utf8')).toMatch(/\+46701740605,.*\r\n\+46701740606,/)

    expect(await send(MAJA, ANNA)).toMatchObject({ code: 1 })
    expect(await desk('opt-outs', 'lift', MAJA, '--reason', 'Wants reminders')).toMatchObject({
      code: 0,
      answer: { e164: MAJA, lifted: true },
    })
    expect(await desk('opt-outs', 'lift', MAJA, '--reason', 'Twice')).toMatchObject({ code: 0, answer: { lifted: false } })
    expect(carrier.received).toEqual([])
    expect(await send(MAJA)).toMatchObject({ code: 0, answer: { messages: [{ to: MAJA, status: 'sent' }] } })
    expect(carrier.received).toHaveLength(1)
    const shown = await runCli(['opt-outs', 'list', '--data-dir', folder], ENV)
    expect(shown.stdout).toMatch(/^NUMBER {8}NAME {2}SINCE {13}HOW\n\+46701740606 .*from a list: “Row 1 of stop\.txt”\n1 of 1\n$/)
  } finally {
    await carrier.stop()
  }
})

test.each([
  [['opt-outs', 'add', MAJA], 2, 'usage'],
  [['opt-outs', 'add', MAJA, '--reason', '  '], 2, 'usage'],
  [['opt-outs', 'add', '--reason', 'By phone'], 2, 'usage'],
  [['opt-outs', 'add', '12', '--reason', 'By phone'], 1, 'number_invalid'],
  [['opt-outs', 'lift', '12', '--reason', 'By phone'], 1, 'number_invalid'],
  [['opt-outs', 'import', '/nowhere.csv'], 1, 'file_not_found'],
])('%j is refused', async (args, code, error) => {
  expect(await runJson([...args, '--data-dir', temporaryFolder()], ENV)).toMatchObject({ code, answer: { error: { code: error } } })
})
