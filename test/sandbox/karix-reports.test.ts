import { describe, expect, test, vi } from 'vitest'
import { karixProtocol } from '../../src/main/sandbox/carrier/protocols/karix/index.ts'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { CarrierDesk } from './carrier-calls.ts'
import { call, hooksOf, openCarrier, TOKEN } from './carrier-calls.ts'

const MESSAGE = { dest: ['919000000001'], text: 'Your table is ready.', send: 'BISTRO', type: 'PLAIN', dlr_req: '1', cust_ref: 'job-7' }

/** 14:02:11 in India. */
const NOON = Date.UTC(2025, 2, 3, 8, 32, 11)

const open = (behaviour: Partial<SandboxBehaviour> = {}) =>
  openCarrier(karixProtocol, { receipt: 'delivered', ...behaviour }, { start: NOON })

/** Sends one message; resolves with the ackid. */
async function send({ carrier }: CarrierDesk, change: Record<string, unknown> = {}, top: Record<string, unknown> = {}): Promise<string> {
  const body = { ver: '1.0', key: TOKEN, ...top, messages: [{ ...MESSAGE, ...change }] }
  return String((await call(`${carrier.address}/karix/httpapi/JsonReceiver`, { body })).json()['ackid'])
}

describe('reports', () => {
  test('come in the document’s shape after their delay', async () => {
    const desk = await open({ receiptDelayMs: 8_000 })
    const ackid = await send(desk)
    await desk.clock.advance(7_999)
    expect(desk.desk.seen).toEqual([])
    await desk.clock.advance(1)
    await vi.waitFor(() => expect(desk.desk.seen).toHaveLength(1))
    const [seen] = desk.desk.seen
    expect([seen?.method, seen?.url, seen?.headers['content-type']]).toEqual(['POST', '/hooks/a/b', 'application/json'])
    expect(hooksOf(desk.desk)).toEqual([
      {
        ackid,
        mid: expect.stringMatching(/^[1-9]\d{17,}$/),
        cust_mid: 'job-7',
        dest: '919000000001',
        send: 'BISTRO',
        stime: '2025-03-03 14:02:11',
        dtime: '2025-03-03 14:02:19',
        status: '1',
        Statusflag: 'Success',
        reason: 'Delivered',
        split_msg_no: '1',
        split_msg_parts: '1',
        operator: 'OPX',
        circle: 'KA',
      },
    ])
    expect(desk.carrier.accepted).toMatchObject([{ state: 'delivered' }])
  })

  test.each([
    ['undelivered', 'Failed', 'Network Failed'],
    ['rejected', 'Rejected', 'DLT Failed'],
    ['expired', 'Failed', 'Message Expired'],
    ['unknown', 'Parked', 'With The Operator'],
  ] as const)('of %s say %s and %s', async (receipt, Statusflag, reason) => {
    const desk = await open({ receipt, receiptBeforeAnswer: true })
    await send(desk)
    expect(hooksOf(desk.desk)).toMatchObject([{ Statusflag, reason }])
    expect(desk.carrier.accepted).toMatchObject([{ state: receipt }])
  })

  test('may leave before the answer, for every recipient', async () => {
    const desk = await open({ receiptBeforeAnswer: true, receiptDelayMs: 60_000 })
    const ackid = await send(desk, { dest: ['919000000001', '919000000002', '919000000003'] })
    expect(hooksOf(desk.desk).map(({ ackid: id, dest }) => [id, dest])).toEqual([
      [ackid, '919000000001'],
      [ackid, '919000000002'],
      [ackid, '919000000003'],
    ])
    expect(new Set(hooksOf(desk.desk).map(({ mid }) => mid)).size).toBe(3)
  })

  test.each([
    ['161 plain characters', 'a'.repeat(161), 'PLAIN', 2],
    ['306 plain characters', 'a'.repeat(306), 'PLAIN', 2],
    ['307 plain characters', 'a'.repeat(307), 'PLAIN', 3],
    ['71 characters of another alphabet', 'न'.repeat(71), 'UNICODE', 2],
    ['70 plain characters sent as Unicode', 'a'.repeat(70), 'UNICODE', 1],
    ['135 plain characters sent as Unicode', 'a'.repeat(135), 'UNICODE', 3],
    ['67 faces, which no part divides', '😀'.repeat(67), 'UNICODE', 3],
  ])('of %s come for each part', async (_what, text, type, parts) => {
    const desk = await open({ receiptBeforeAnswer: true })
    await send(desk, { text, type })
    expect(hooksOf(desk.desk).map(({ split_msg_no, split_msg_parts }) => [split_msg_no, split_msg_parts])).toEqual(
      Array.from({ length: parts }, (_, index) => [String(index + 1), String(parts)]),
    )
    expect(new Set(hooksOf(desk.desk).map(({ mid }) => mid)).size).toBe(parts)
  })

  test('may come twice, each the same as the first', async () => {
    const desk = await open({ receiptBeforeAnswer: true, receiptCopies: 2 })
    await send(desk, { text: 'a'.repeat(161) })
    const [first, again, second, secondAgain] = desk.desk.seen.map(({ body }) => body)
    expect(desk.desk.seen).toHaveLength(4)
    expect([again, secondAgain]).toEqual([first, second])
    expect(first).not.toBe(second)
  })

  test('may come in the wrong order: the last part first, and “submitted” when all is over', async () => {
    const desk = await open({ receiptBeforeAnswer: true, receiptOrder: 'swapped' })
    await send(desk, { text: 'a'.repeat(161) })
    expect(hooksOf(desk.desk).map(({ split_msg_no, reason }) => `${String(split_msg_no)} ${String(reason)}`)).toEqual([
      '2 Delivered',
      '1 Delivered',
      '1 SUBMITTED',
      '2 SUBMITTED',
    ])
    expect(desk.carrier.accepted).toMatchObject([{ state: 'delivered' }])
  })

  test('may come as forms', async () => {
    const desk = await open({ receiptBeforeAnswer: true, receiptEncoding: 'form' })
    const ackid = await send(desk)
    expect(desk.desk.seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(desk.desk.seen[0]?.body))).toMatchObject({
      ackid,
      Statusflag: 'Success',
      dest: '919000000001',
    })
  })

  test('carry back tags, and a reference only where there was one', async () => {
    const desk = await open({ receiptBeforeAnswer: true })
    await send(desk, { cust_ref: undefined, tag: 'spring', tag3: 'two' })
    expect(hooksOf(desk.desk)[0]).toMatchObject({ tag: 'spring', tag3: 'two' })
    expect(hooksOf(desk.desk)[0]).not.toHaveProperty('cust_mid')
    expect(hooksOf(desk.desk)[0]).not.toHaveProperty('reported')
  })

  test.each([
    ['left out', { dlr_req: undefined }, 0],
    ['0', { dlr_req: '0' }, 0],
    ['1 by its other name', { dlr_req: undefined, dlr_reg: '1' }, 1],
  ])('come only where asked for: the flag is %s', async (_what, change, reports) => {
    const desk = await open({ receiptBeforeAnswer: true })
    await send(desk, change)
    expect(desk.desk.seen).toHaveLength(reports)
  })

  test('of a scheduled text come after its time, however early they may be', async () => {
    const desk = await open({ receiptBeforeAnswer: true, receiptDelayMs: 5_000 })
    await send(desk, {}, { sch_at: '2025-03-03 14:32:11' })
    await desk.clock.advance(30 * 60_000 + 4_999)
    expect([desk.desk.seen.length, desk.carrier.accepted[0]?.state]).toEqual([0, 'queued'])
    await desk.clock.advance(1)
    await vi.waitFor(() => expect(desk.desk.seen).toHaveLength(1))
    expect(hooksOf(desk.desk)).toMatchObject([{ stime: '2025-03-03 14:32:11', dtime: '2025-03-03 14:32:16', Statusflag: 'Success' }])
  })
})
