import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createProviders } from '../../src/main/providers/registry.ts'
import { rawConnection, startListenerDesk } from '../support/listener-desk.ts'

/** Every answer a sender may get; a store that cannot write would be 503, and this one can. */
const ANSWERS = new Set([200, 400, 403, 404, 405, 408, 413, 414, 415, 431])

/** Names that providers use, so that what is made of them comes far. */
const NAMES = [
  'action',
  'requestid',
  'statusInt',
  'statusStr',
  'recipient',
  'from',
  'to',
  'message',
  'text',
  'id',
  'status',
  'ackid',
  'dest',
  'mid',
  'data',
  'type',
  'delivery_status',
  'message_id',
  'ani',
  'dnis',
  'udh',
  'sarId',
  'sarPartNumber',
  'SarParts',
  'msisdn',
  'messageId',
  'concat-ref',
  'caller_number',
  'called_number',
  'call_id',
  'time',
  'token',
  'account_id',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'length',
  '0',
  '',
]

const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 8 }))
const word = fc.oneof(
  fc.constantFrom(
    'dlr',
    'MO',
    'DELIVRD',
    'delivered',
    '1',
    '+46701740605',
    '919000000001',
    '0500037A0302',
    '2026-03-02 14:05:00',
    '03/02/2026 02:05 PM',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(name, tie('value'), { maxKeys: 8, noNullPrototype: false }),
  ),
})).value
const form = fc
  .array(fc.tuple(name, word), { maxLength: 10 })
  .map((pairs) => pairs.map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join('=')).join('&'))
const body = fc.oneof(
  json.map((value) => JSON.stringify(value) ?? ''),
  json.map((value) => (JSON.stringify(value) ?? '').slice(0, -1)),
  form,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.integer({ min: 1, max: 30_000 }).map((depth) => '['.repeat(depth)),
  fc.integer({ min: 1, max: 3_000 }).map((keys) => `{${Array.from({ length: keys }, (_, index) => `"k${index}":1`).join(',')}}`),
)
const contentType = fc.oneof(
  fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'application/json; charset=utf-16',
    'multipart/form-data',
    '',
  ),
  fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
)
const headers = fc.array(
  fc.tuple(
    fc.constantFrom('x-a', 'accept', 'cookie', 'x-forwarded-for', 'content-encoding', 'x-kpn-signature'),
    fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
  ),
  { maxLength: 4 },
)

/** What must never change, whatever comes in. */
function globals(): string {
  const own = [Object, Array, String, Function, Promise].flatMap((one) => [
    ...Object.getOwnPropertyNames(one.prototype),
    ...Object.getOwnPropertyNames(one),
  ])
  return [...own, ...Object.getOwnPropertyNames(globalThis).toSorted()].join()
}

describe.each(
  createProviders({ sandboxAddress: () => null })
    .list()
    .map((adapter) => ({ id: adapter.descriptor.id, adapter })),
)('hooks of $id', ({ adapter }) => {
  test(
    'of any body and headers get an answer that says nothing, and change nothing but what they are about',
    { timeout: 60_000 },
    async () => {
      const desk = await startListenerDesk()
      const listener = await desk.start({ accounts: { adapter: () => adapter, hookSecrets: () => Promise.resolve({}) } })
      const url = `${listener.address}${desk.path}`
      const messageId = desk.putMessage('R1')
      const sent = () =>
        createHash('sha256')
          .update(
            JSON.stringify([
              desk.db.prepare(`SELECT * FROM messages WHERE id = ?`).get(messageId),
              desk.db.prepare('SELECT * FROM accounts').all(),
            ]),
          )
          .digest('hex')
      const before = { globals: globals(), sent: sent() }
      const method = fc.constantFrom('POST', 'POST', 'POST', 'GET', 'HEAD', 'PUT', 'DELETE')
      await fc.assert(
        fc.asyncProperty(method, body, form, contentType, headers, async (verb, content, query, type, more) => {
          const all = new Headers()
          for (const [key, value] of [...more, ['content-type', type] as const]) all.set(key, value)
          const answer = await fetch(`${url}?${query.slice(0, 2_000)}`, {
            method: verb,
            headers: all,
            ...(verb === 'GET' || verb === 'HEAD' ? {} : { body: content }),
            signal: AbortSignal.timeout(10_000),
          })
          expect(ANSWERS).toContain(answer.status)
          expect((await answer.text()).length).toBeLessThan(200)
        }),
        { numRuns: 150 },
      )
      await desk.settled()
      expect(globals()).toBe(before.globals)
      expect(sent()).toBe(before.sent)
      expect(desk.log.events().filter((event) => !/^listener\.refused$/.test(event))).toEqual([])
      expect((await fetch(url, { method: 'HEAD' })).status).toBe(200)
      expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok')
    },
  )
})

test('bytes that are no request at all are answered or cut off, and the next request is taken', { timeout: 60_000 }, async () => {
  const desk = await startListenerDesk()
  const start = fc.constantFrom(
    '',
    'POST ',
    `POST ${desk.path} HTTP/1.1\r\n`,
    `POST ${desk.path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n`,
    `POST ${desk.path} HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n`,
    'PRI * HTTP/2.0\r\n\r\n',
    '\x16\x03\x01',
  )
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (first, bytes) => {
      const connection = rawConnection(desk.port)
      await connection.write(first)
      await connection.write(bytes)
      await connection.write('\r\n\r\n0\r\n\r\n\x00')
      // Until the desk, which has no more to hear, ends the connection.
      expect(
        await Promise.race([connection.answer, new Promise<string>((resolve) => setTimeout(() => resolve('HTTP/1.1 000 hangs'), 10_000))]),
      ).toMatch(/^(HTTP\/1\.1 (200|400|403|404|405|408|413|415|417|431) [^]*)?$/)
    }),
    { numRuns: 60 },
  )
  expect((await fetch(`${desk.url}?ping=1`)).status).toBe(200)
})
