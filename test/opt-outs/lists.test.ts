import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { sendFile } from '../../src/renderer/import/upload.ts'
import { startTestDesk, type TestDesk } from '../support/test-desk.ts'

const startDesk = () => startTestDesk({ dispatch: false })

async function stage({ desk }: TestDesk, content: string | Uint8Array<ArrayBuffer>, name = 'stop.csv'): Promise<string> {
  return sendFile(desk.imports, new File([content], name))
}

/** Looks first, then does it; answers both. */
async function take(test: TestDesk, content: string | Uint8Array<ArrayBuffer>, name?: string) {
  const fileId = await stage(test, content, name)
  const looked = await test.desk.optOuts.importFile({ fileId, dryRun: true })
  const done = await test.desk.optOuts.importFile({ fileId, dryRun: false })
  for (const { rows, added, already, rejected } of [looked, done]) expect(added + already + rejected).toBe(rows)
  return { looked, done }
}

async function cancelWhenItRuns({ desk }: TestDesk, fileId: string): Promise<void> {
  while (!(await desk.imports.cancel({ fileId })).cancelled) await new Promise((resolve) => setImmediate(resolve))
}

async function evidenceOf({ desk }: TestDesk): Promise<Record<string, string>> {
  const { optOuts } = await desk.optOuts.list({ limit: 500 })
  return Object.fromEntries(optOuts.map(({ e164, evidence }) => [e164, evidence]))
}

describe('a list of numbers', () => {
  it.each([
    ['a plain list', '070-174 06 05\n+46 70 174 06 06\n0046701740607\n'],
    ['a plain list with a heading', 'Mobile\r\n070-174 06 05\r\n+46701740606\r\n0701740607\r\n'],
    ['a spreadsheet', 'Namn;Telefon;Ort\nÅsa;070-174 06 05;Umeå\nKarl;070-174 06 06;Lund\nAnna;0701740607;Åre\n'],
    ['a spreadsheet of Excel', `\ufeffName,Phone\r\n"Öberg, Åsa",+46701740605\r\nKarl,'+46701740606\r\nAnna,46701740607\r\n`],
    ['one row with several numbers in a cell', 'Name,Phone\nAll,+46701740605 / +46701740606 / +46701740607\n'],
  ])('is taken in from %s', async (_what, content) => {
    const test = await startDesk()
    const { looked, done } = await take(test, content)
    expect(looked).toEqual(done)
    expect(done).toMatchObject({ already: 0, rejected: 0, rejects: [] })
    expect(Object.keys(await evidenceOf(test)).sort()).toEqual(['+46701740605', '+46701740606', '+46701740607'])
  })

  it('changes nothing while it is only looked at', async () => {
    const test = await startDesk()
    const fileId = await stage(test, 'Phone\n0701740605\n')
    expect(await test.desk.optOuts.importFile({ fileId, dryRun: true })).toMatchObject({ rows: 1, added: 1 })
    expect((await test.desk.optOuts.list({ limit: 10 })).total).toBe(0)
  })

  it('tells numbers that are there already, and comes to the same when it is taken in again', async () => {
    const test = await startDesk()
    await test.desk.optOuts.add({ numbers: ['+46701740605'], reason: 'Asked by phone' })
    const list = 'Phone\n0701740605\n0701740606\n070-174 06 06\n'
    const { looked, done } = await take(test, list)
    expect(done).toMatchObject({ rows: 3, added: 1, already: 2, rejected: 0 })
    expect(looked).toEqual(done)
    expect((await take(test, list)).done).toMatchObject({ rows: 3, added: 0, already: 3, rejected: 0 })
    expect(await evidenceOf(test)).toEqual({ '+46701740605': 'Asked by phone', '+46701740606': 'Row 3 of stop.csv' })
    expect((await test.desk.optOuts.ofNumbers({ numbers: ['+46701740606'] })).events).toHaveLength(1)
  })

  it('never loses a wish in silence: a row with a number that cannot be read is told, and its other numbers count', async () => {
    const test = await startDesk()
    const { done } = await take(test, 'Name,Phone,Mobile\nÅsa,12,070-174 06 05\nKarl,,\nAnna,call me,\n')
    expect(done).toMatchObject({ rows: 3, added: 0, already: 0, rejected: 3 })
    expect(done.rejects).toEqual([
      { row: 2, value: '12', reason: expect.stringMatching(/The other number of this row counts\.$/) },
      { row: 3, value: '', reason: 'There is no number in this row.' },
      { row: 4, value: 'call me', reason: expect.stringMatching(/\.$/) },
    ])
    expect(Object.keys(await evidenceOf(test))).toEqual(['+46701740605'])
  })

  it('cancels texts that wait to go to its numbers', async () => {
    const test = await startDesk()
    const { id } = await test.desk.accounts.add({
      provider: 'connectel',
      name: 'Garage',
      config: { baseUrl: 'http://127.0.0.1:9/', sender: 'Garage' },
      secrets: { token: 'tok-example' },
    })
    const wish = { requestId: crypto.randomUUID(), accountId: id, text: 'Hello', to: ['0701740605', '0701740606'] }
    const { messages } = await test.desk.messages.send(wish)
    const { looked, done } = await take(test, 'Phone\n0701740605\n')
    expect([looked.takenBack, done.takenBack]).toEqual([0, 1])
    const statuses = await Promise.all(messages.map(async (message) => (await test.desk.messages.get({ id: message.id })).status))
    expect(statuses).toEqual(['cancelled', 'queued'])
  })

  it.each([
    ['has no numbers', 'Name,City\nÅsa,Umeå\nKarl,Lund\n', 'file_no_numbers'],
    ['is empty', '', 'file_empty'],
    ['is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'file_not_text'],
  ])('that %s is refused with the next step', async (_what, content, code) => {
    const test = await startDesk()
    const fileId = await stage(test, content)
    await expect(test.desk.optOuts.importFile({ fileId, dryRun: false })).rejects.toMatchObject({
      data: { code, message: expect.stringMatching(/^[A-Z“].*Choose .*\.$/s) },
    })
  })

  it('is forgotten once it is taken in', async () => {
    const test = await startDesk()
    const fileId = await stage(test, 'Phone\n0701740605\n')
    await test.desk.optOuts.importFile({ fileId, dryRun: false })
    await expect(test.desk.optOuts.importFile({ fileId, dryRun: false })).rejects.toMatchObject({ data: { code: 'file_not_found' } })
  })

  it('that is stopped in the middle says so, keeps what it did, and the rest follows when it comes again', async () => {
    const test = await startDesk()
    const list = `Phone\n${Array.from({ length: 20_000 }, (_, index) => `+4670${String(1_000_000 + index)}`).join('\n')}\n`
    const fileId = await stage(test, list)
    const [stopped] = await Promise.allSettled([test.desk.optOuts.importFile({ fileId, dryRun: false }), cancelWhenItRuns(test, fileId)])
    expect(stopped).toMatchObject({
      reason: { data: { code: 'import_cancelled', message: expect.stringContaining('Numbers that were read until then are opted out') } },
    })
    const before = (await test.desk.optOuts.list({ limit: 1 })).total
    expect(before).toBeLessThan(20_000)
    const again = await test.desk.optOuts.importFile({ fileId: await stage(test, list), dryRun: false })
    expect(again).toMatchObject({ rows: 20_000, added: 20_000 - before, already: before, rejected: 0 })
  })
})

describe('an import of people', () => {
  it('never loosens an opt-out, and neither does taking it back', async () => {
    const test = await startDesk()
    await test.desk.optOuts.add({ numbers: ['+46701740605'], reason: 'Asked by phone' })
    const fileId = await stage(test, 'Name,Phone,Consent,Opted out\nÅsa,0701740605,yes,no\nKarl,0701740606,yes,no\n', 'people.csv')
    const { importId } = await test.desk.imports.commit({ fileId, options: {} })
    expect(await evidenceOf(test)).toEqual({ '+46701740605': 'Asked by phone' })
    await test.desk.imports.undo({ importId })
    expect(await evidenceOf(test)).toEqual({ '+46701740605': 'Asked by phone' })
  })
})

describe('an export', () => {
  async function exported({ desk }: TestDesk): Promise<string> {
    let csv = ''
    let after: string | undefined
    for (;;) {
      const piece = await desk.optOuts.exportCsv(after === undefined ? {} : { after })
      csv += piece.csv
      if (piece.next === null) return csv
      after = piece.next
    }
  }

  it('has every number, runs nothing in a spreadsheet, and comes back with its evidence and its days', async () => {
    const test = await startDesk()
    await test.desk.contacts.create({ name: '=cmd|calc', company: '', notes: '', numbers: [{ number: '+46701740605', label: '' }] })
    const evidence = '=HYPERLINK("http://example.com")\n“STOP”, she said'
    await test.desk.optOuts.add({ numbers: ['+46701740605'], reason: evidence })
    await test.clock.advance(86_400_000)
    await test.desk.optOuts.add({ numbers: ['+46701740606'], reason: 'STOP' })
    const csv = await exported(test)
    expect(csv.startsWith('\ufeffNumber,Opted out,Name,Told by,Evidence\r\n')).toBe(true)
    const cells = Papa.parse<string[]>(csv.slice(1)).data.flat()
    expect(cells.filter((cell) => /^[=@+\-\t\r]/.test(cell) && !/^\+\d+$/.test(cell))).toEqual([])

    const other = await startDesk()
    await other.clock.advance(3 * 86_400_000)
    expect((await take(other, csv)).done).toMatchObject({ rows: 2, added: 2, rejected: 0 })
    const before = (await test.desk.optOuts.list({ limit: 10 })).optOuts.map(({ e164, at, evidence: said }) => [e164, at, said])
    const after = (await other.desk.optOuts.list({ limit: 10 })).optOuts.map(({ e164, at, evidence: said }) => [e164, at, said])
    expect(after).toEqual(before)
  })

  it('comes in pieces where there are many, each number once', async () => {
    const test = await startDesk()
    const list = `Phone\n${Array.from({ length: 4_500 }, (_, index) => `+4670${String(1_000_000 + index)}`).join('\n')}\n`
    await test.desk.optOuts.importFile({ fileId: await stage(test, list), dryRun: false })
    const rows = Papa.parse<string[]>((await exported(test)).trim()).data.slice(1)
    expect(rows).toHaveLength(4_500)
    expect(new Set(rows.map(([number]) => number)).size).toBe(4_500)
  })

  it('of nothing is the header alone', async () => {
    expect(await exported(await startDesk())).toBe('\ufeffNumber,Opted out,Name,Told by,Evidence\r\n')
  })
})
