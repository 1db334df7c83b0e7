import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { IN_RANGE, NEXT_PLACES, ROWS, ROWS_PER_PIECE } from '../../src/main/exports/operations.ts'
import { MOST_PRINTED } from '../../src/shared/contract/exports.ts'
import { MESSAGE_STATUSES } from '../../src/shared/messages/status.ts'
import { startOutboxDesk } from '../support/outbox-desk.ts'
import { givenExports, GARAGE, KARL, MAJA, NOW, SHOP } from './desk.ts'

const MINUTE = 60_000

function rowsOf(csv: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data
}

describe('a file of messages', () => {
  test('has every state, oldest first, with who it is and what went wrong', async () => {
    const { db, put, file } = await givenExports()
    db.exec(`INSERT INTO contacts (id, name, sort_key, created_at, updated_at) VALUES ('p', 'Maja Öberg', 'maja', 1, 1)`)
    db.exec(`INSERT INTO contact_numbers (contact, position, e164) VALUES (1, 0, '${MAJA.number}')`)
    db.exec(`INSERT OR IGNORE INTO number_owners (e164, contact) VALUES ('${MAJA.number}', 1)`)
    put([
      ...MESSAGE_STATUSES.map((status, index) => ({
        at: NOW - (20 - index) * MINUTE,
        status,
        text: status,
        refs: status === 'sent' ? ['r1', 'r2'] : [],
      })),
      { at: NOW - MINUTE, status: 'received', kind: 'missed_call', peer: KARL, text: '' },
    ])
    const rows = rowsOf(await file())
    expect(rows.map((row) => row['State'])).toEqual([...MESSAGE_STATUSES, 'received'])
    expect(rows.find((row) => row['State'] === 'sent')).toMatchObject({
      Time: expect.stringMatching(/^2026-11-22T12:\d\d:00\+01:00$/),
      'Time zone': 'Europe/Stockholm',
      Direction: 'outbound',
      From: 'Garage',
      To: MAJA.number,
      Name: 'Maja Öberg',
      Account: 'Garage',
      'Provider ids': 'r1 r2',
      Error: '',
    })
    expect(rows.find((row) => row['State'] === 'failed')).toMatchObject({ Error: 'The number does not exist.' })
    expect(rows.at(-1)).toMatchObject({ Direction: 'inbound', Kind: 'missed call', From: KARL.number, Name: '', Text: '' })
  })

  test('is of one conversation, account or time where that is asked for, the end of the time left out', async () => {
    const { put, file, exports } = await givenExports()
    put([
      { at: NOW - 3 * MINUTE, text: 'maja early' },
      { at: NOW - 2 * MINUTE, text: 'karl', peer: KARL },
      { at: NOW - 2 * MINUTE, text: 'maja shop', account: SHOP },
      { at: NOW - MINUTE, text: 'maja late' },
      { at: NOW + MINUTE, text: 'after now' },
    ])
    const texts = async (selection: Parameters<typeof file>[0]): Promise<(string | undefined)[]> =>
      rowsOf(await file(selection)).map((row) => row['Text'])
    expect(await texts({})).toEqual(['maja early', 'karl', 'maja shop', 'maja late'])
    expect(await texts({ to: '070-174 06 06' })).toEqual(['karl'])
    expect(await texts({ conversationId: MAJA.conversation })).toEqual(['maja early', 'maja shop', 'maja late'])
    expect(await texts({ accountId: SHOP })).toEqual(['maja shop'])
    expect(await texts({ from: NOW - 2 * MINUTE, until: NOW - MINUTE })).toEqual(['karl', 'maja shop'])
    await expect(exports.csv({ zone: 'Europe/Stockholm', to: '+12025550143' })).rejects.toMatchObject({ code: 'conversation_not_found' })
    await expect(exports.csv({ zone: 'Nowhere/Land' })).rejects.toMatchObject({ code: 'zone_unknown' })
    await expect(exports.csv({ zone: 'UTC', after: 'x' })).rejects.toMatchObject({ code: 'export_cursor' })
  })

  test('comes in pieces of a bounded size, however long it is and however little of it fits, and has each message once', async () => {
    const { put, file, pieces } = await givenExports()
    const messages = 3 * ROWS_PER_PIECE + 7
    // Many of the same millisecond lie across the edges of pieces.
    put(Array.from({ length: messages }, (_, index) => ({ at: NOW - 1_000 + Math.floor(index / 700), text: `t${index}` })))
    put([{ at: NOW - 10, text: 'the only one', account: SHOP }])
    expect(new Set(rowsOf(await file()).map((row) => row['Text'])).size).toBe(messages + 1)
    expect(pieces).toHaveLength(4)
    expect(pieces.map((piece) => piece.split('\r\n').length - 1)).toEqual([ROWS_PER_PIECE + 1, ROWS_PER_PIECE, ROWS_PER_PIECE, 8])
    expect(rowsOf(await file({ accountId: SHOP }))).toHaveLength(1)
    expect(pieces).toHaveLength(4)
  })

  test('does not grow with what comes in while it is made', async () => {
    const { put, exports } = await givenExports()
    put(Array.from({ length: ROWS_PER_PIECE }, (_, index) => ({ at: NOW - 5_000 + index })))
    const first = await exports.csv({ zone: 'UTC' })
    put([{ at: NOW + 1, text: 'meanwhile' }])
    const rest = await exports.csv({ zone: 'UTC', after: first.next ?? '' })
    expect(rest).toEqual({ text: '', count: 0, next: null })
  })

  test('any messages are those of a plain look at the table', async () => {
    const given = fc.record({ at: fc.integer({ min: NOW - 50, max: NOW }), shop: fc.boolean(), karl: fc.boolean() })
    const bound = fc.option(fc.integer({ min: NOW - 60, max: NOW + 10 }), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(
        fc.array(given, { maxLength: 30 }),
        bound,
        bound,
        fc.boolean(),
        fc.boolean(),
        async (messages, from, until, onlyShop, onlyKarl) => {
          const desk = await givenExports()
          const put = messages.map(({ at, shop, karl }, index) => ({
            at,
            text: String(index),
            account: shop ? SHOP : GARAGE,
            peer: karl ? KARL : MAJA,
          }))
          desk.put(put)
          const rows = rowsOf(
            await desk.file({
              ...(from === undefined ? {} : { from }),
              ...(until === undefined ? {} : { until }),
              ...(onlyShop ? { accountId: SHOP } : {}),
              ...(onlyKarl ? { conversationId: KARL.conversation } : {}),
            }),
          )
          const wanted = put
            .filter(
              ({ at, account, peer }) =>
                at >= (from ?? 0) && at < (until ?? Infinity) && (!onlyShop || account === SHOP) && (!onlyKarl || peer === KARL),
            )
            .toSorted((one, other) => one.at - other.at)
          expect(rows.map((row) => row['Text'])).toEqual(wanted.map(({ text }) => text))
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('a conversation for paper', () => {
  test('is counted, bounded to what can be printed, and read oldest first', async () => {
    const { put, exports } = await givenExports()
    const count = MOST_PRINTED + 20
    put(Array.from({ length: count }, (_, index) => ({ at: NOW - count + index, text: `t${index}` })))
    put([{ at: NOW - 1, peer: KARL }])
    const size = await exports.size({ conversationId: MAJA.conversation })
    expect(size).toEqual({ messages: count, atLeast: false, first: NOW - count, last: NOW - 1, printableFrom: NOW - MOST_PRINTED })
    expect(await exports.size({ conversationId: MAJA.conversation, from: size.printableFrom ?? 0 })).toMatchObject({
      messages: MOST_PRINTED,
      printableFrom: null,
    })
    const first = await exports.messages({ conversationId: MAJA.conversation, from: NOW - 4, limit: 3 })
    expect(first.messages.map(({ text }) => text)).toEqual([`t${count - 4}`, `t${count - 3}`, `t${count - 2}`])
    const rest = await exports.messages({ conversationId: MAJA.conversation, from: NOW - 4, limit: 3, after: first.next ?? '' })
    expect(rest).toMatchObject({ messages: [{ text: `t${count - 1}` }], next: null })
  })

  test('that has nothing in a time says so', async () => {
    const { exports } = await givenExports()
    expect(await exports.size({ conversationId: MAJA.conversation })).toEqual({
      messages: 0,
      atLeast: false,
      first: null,
      last: null,
      printableFrom: null,
    })
  })

  test('is saved as PDF by the shell that can, with the words of what went wrong otherwise', async () => {
    const saved: string[] = []
    const { desk } = await startOutboxDesk({
      pdf: {
        save(name) {
          if (name === 'full') throw new Error('ENOSPC')
          saved.push(name)
          return Promise.resolve(name !== 'no')
        },
      },
    })
    expect(await desk.exports.savePdf({ name: 'Maja' })).toEqual({ saved: true })
    expect(await desk.exports.savePdf({ name: 'no' })).toEqual({ saved: false })
    await expect(desk.exports.savePdf({ name: 'full' })).rejects.toMatchObject({ data: { code: 'pdf_not_saved' } })
    expect(saved).toEqual(['Maja', 'no'])
    const plain = await startOutboxDesk()
    await expect(plain.desk.exports.savePdf({ name: 'Maja' })).rejects.toMatchObject({ data: { code: 'no_pdf' } })
  })
})

test.each([
  ['the next of all', NEXT_PLACES(false), 'SEARCH m USING COVERING INDEX messages_by_time ((created_at,id)>(?,?) AND created_at<?)'],
  [
    'the next of a conversation',
    NEXT_PLACES(true),
    'SEARCH m USING COVERING INDEX messages_by_conversation (conversation_id=? AND (created_at,id)>(?,?) AND created_at<?)',
  ],
  ['the rows of a piece', ROWS, 'SEARCH m USING INDEX sqlite_autoindex_messages_1 (id=?)'],
  [
    'the size of a conversation',
    `SELECT count(*) ${IN_RANGE}`,
    'SEARCH m USING COVERING INDEX messages_by_conversation (conversation_id=? AND created_at>? AND created_at<?)',
  ],
])('%s is read from an index, in its order', async (_what, sql, step) => {
  const { db } = await givenExports()
  const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, parameter = '']) => [parameter, null]))
  const plan = db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(named)
    .map(({ detail }) => detail)
  expect(plan).toContain(step)
  // The rows of one piece are few enough to sort.
  if (sql !== ROWS) expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  expect(plan.filter((detail) => /^SCAN (?!i VIRTUAL)/.test(detail))).toEqual([])
})
