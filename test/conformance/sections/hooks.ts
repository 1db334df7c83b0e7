import { describe, expect, test } from 'vitest'
import type { ReceiptStatus } from '../../../src/shared/messages/status.ts'
import type { SandboxBehaviour } from '../../../src/shared/contract/desk.ts'
import { openBench } from '../bench.ts'
import { leaksIn } from '../kept.ts'
import type { ConformanceRow, Encoding, HookShape, Reports } from '../row.ts'

/** Ids that a careless program spoils: above 2^53, with noughts, with signs that mean something in an address. */
const REFS = ['90071992547409931234', 'R-1.00000000000000000017', 'a+b/c=d&e'] as const

const STATES = ['delivered', 'undelivered', 'expired', 'rejected', 'unknown'] as const

/** What comes in, in every documented shape, over real HTTP. */
export function describeHooks(row: ConformanceRow): void {
  if (row.reports !== null) describeReports(row, row.reports)

  test.each(row.inbound.map((one) => [one.what, one] as const))('a text from a customer %s is read', async (_what, { shape, ...text }) => {
    const bench = await openBench(row)
    const { what: _, ...expected } = text
    expect(await bench.deliver(shape)).toMatchObject({ kind: 'read', receipts: [], inbound: [expected] })
  })

  test.each(row.missedCalls.map((one) => [one.what, one] as const))('a missed call %s is read', async (_what, { shape, call }) => {
    const bench = await openBench(row)
    expect(await bench.deliver(shape)).toMatchObject({ kind: 'read', receipts: [], inbound: [], missedCalls: [call] })
  })

  const odd: ConformanceRow['odd'] = [
    { what: 'a look at the address', shape: { method: 'GET' }, kind: 'nothing' },
    { what: 'an empty request', shape: { raw: { body: '', contentType: 'application/json' } }, kind: 'unreadable' },
    { what: 'an empty list', shape: { json: [] }, kind: 'nothing' },
    { what: 'an empty object', shape: { json: {} }, kind: 'unreadable' },
    { what: 'broken JSON', shape: { raw: { body: '{"a":', contentType: 'application/json' } }, kind: 'unreadable' },
    { what: 'a page', shape: { raw: { body: '<html>hello</html>', contentType: 'text/html' } }, kind: 'unreadable' },
    { what: 'bytes', shape: { raw: { body: '\u0000\u0001\uFFFD', contentType: 'application/octet-stream' } }, kind: 'unreadable' },
    {
      what: 'names of prototypes',
      shape: { raw: { body: '{"__proto__":{"status":"1"},"constructor":1}', contentType: 'application/json' } },
      kind: 'unreadable',
    },
    ...row.odd,
  ]
  test.each(odd.map((one) => [one.what, one] as const))('%s says nothing about a text', async (_what, { shape, kind }) => {
    const bench = await openBench(row)
    expect((await bench.deliver(shape)).kind).toBe(kind)
  })
}

function describeReports(row: ConformanceRow, reports: Reports): void {
  const to = row.wire(row.number(0)).replace(/^\+|^00/, '')
  const refOf = (ref: string): string => reports.refOf?.(ref, to) ?? ref

  describe('a report', () => {
    test.each(reports.words)('“%s” is “%s”, however it comes', async (word, status) => {
      const bench = await openBench(row)
      for (const [index, encoding] of reports.encodings.entries()) {
        const ref = REFS[index % 2] ?? REFS[0]
        const reading = await bench.deliver(encode(reports.fields(word, { ref, to }, encoding), encoding))
        expect(reading).toMatchObject({ kind: 'read', inbound: [], receipts: [{ ref: refOf(ref), status }] })
        // Words that no table has are kept.
        if (status === 'unknown' && reading.kind === 'read' && word !== '') expect(reading.receipts[0]?.rawStatus).toContain(word)
      }
    })

    test.each(REFS)('keeps the id “%s” as it is', async (ref) => {
      const bench = await openBench(row)
      const [word = ''] = reports.words[0] ?? []
      for (const encoding of reports.encodings) {
        const reading = await bench.deliver(encode(reports.fields(word, { ref, to }, encoding), encoding))
        expect(reading).toMatchObject({ kind: 'read', receipts: [{ ref: refOf(ref) }] })
      }
    })

    test('may have more fields than the document, in any order', async () => {
      const bench = await openBench(row)
      const [word = '', status] = reports.words[0] ?? []
      for (const encoding of reports.encodings) {
        const known = reports.fields(word, { ref: REFS[0], to }, encoding)
        const fields = Object.entries({ shade: '1', ...known, colour: 'red', ['x'.repeat(300)]: 'y' }).toReversed()
        const reading = await bench.deliver(encode(Object.fromEntries(fields), encoding))
        expect(reading).toMatchObject({ kind: 'read', receipts: [{ ref: refOf(REFS[0]), status }] })
      }
    })

    test('with a field of the wrong type is survived, whichever it is', async () => {
      const bench = await openBench(row)
      const [word = ''] = reports.words[0] ?? []
      const fields = reports.fields(word, { ref: REFS[0], to }, 'json')
      for (const name of Object.keys(fields)) {
        for (const value of [null, true, 0, -1, 1.5, '', [], {}, [[]], { a: { b: [] } }, 'x'.repeat(5_000)]) {
          // `deliver` looks at whatever is read.
          const reading = await bench.deliver({ json: { ...fields, [name]: value } })
          expect(['read', 'unreadable', 'nothing']).toContain(reading.kind)
        }
      }
    })

    test.each(reports.echoes)('does not keep the text that it shows in “%s”', async (field) => {
      const bench = await openBench(row)
      const text = 'A text that nobody else should read.'
      const [word = ''] = reports.words[0] ?? []
      for (const encoding of reports.encodings) {
        const reading = await bench.deliver(encode({ ...reports.fields(word, { ref: REFS[0], to }, encoding), [field]: text }, encoding))
        if (reading.kind !== 'read') throw new Error(`it is ${reading.kind}`)
        expect(reading.receipts.flatMap(({ rawStatus, detail }) => leaksIn(`${rawStatus} ${detail ?? ''}`, [text]))).toEqual([])
      }
    })
  })

  if (row.protocol === null || !reports.pushed) return
  describe('a report of the carrier', () => {
    test.each(STATES.flatMap((state) => (['json', 'form'] as const).map((encoding) => [state, encoding] as const)))(
      'that a text is “%s”, as %s, is read as that, for each of its parts',
      async (state: ReceiptStatus & SandboxBehaviour['receipt'], encoding) => {
        const bench = await openBench(row)
        bench.other.behave({ receipt: state, receiptEncoding: encoding, receiptBeforeAnswer: true })
        const outcome = await bench.send(row.number(0), row.texts.gsmTwo ?? row.texts.gsmOne)
        const receipts = bench.readings().flatMap((reading) => (reading.kind === 'read' ? reading.receipts : []))
        expect(receipts.length).toBeGreaterThan(0)
        expect(receipts.map(({ status }) => status)).toEqual(receipts.map(() => state))
        // Every reference of the outcome is reported on, and nothing else.
        expect([...new Set(receipts.map(({ ref }) => ref))].toSorted()).toEqual(
          outcome.class === 'accepted' ? outcome.refs.toSorted() : null,
        )
      },
    )

    test('is not believed where it cannot be the account’s own', async () => {
      const bench = await openBench(row)
      bench.other.behave({ receipt: 'delivered', receiptBeforeAnswer: true })
      await bench.send(row.number(0), row.texts.gsmOne)
      expect(bench.readings()).toHaveLength(1)
      const { account } = bench.other
      const strangers = Object.fromEntries(Object.keys(account.secrets).map((key) => [key, 'the-secret-of-somebody-else']))
      const [seen] = bench.proofs({ ...account, secrets: strangers })
      expect(seen === null).toBe(bench.adapter.hookProof === undefined)
    })
  })
}

/** The same fields in an encoding. */
function encode(fields: Readonly<Record<string, unknown>>, encoding: Encoding): HookShape {
  if (encoding === 'json') return { json: fields }
  if (encoding === 'list') return { json: [fields] }
  const flat = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
  return encoding === 'form' ? { form: flat } : { query: flat }
}
