import { describe, expect, test, vi } from 'vitest'
import type { CallEnd } from './desk.ts'
import { HOUR, KARL, MAJA, MINUTE } from './desk.ts'
import { startPollerDesk } from './poller-desk.ts'

const NILS = '+46701740607'
const SECOND = 1_000
const OPEN = { unknown: [] }

/** A desk that asks, with texts of one call at a provider that calls it B1. */
async function openDesk(options: Parameters<typeof startPollerDesk>[0] = {}) {
  const desk = await startPollerDesk(options)
  return {
    ...desk,
    handOver(...ends: Parameters<typeof desk.texts.handOverCall>[2][number][]): string[] {
      const ids = desk.texts.handOverCall(desk.accountId, 'B1', ends, desk.clock.now())
      desk.hub.changed({ topic: 'messages' })
      return ids
    },
    statuses: (ids: readonly string[]) => ids.map((id) => desk.texts.statusOf(id)),
  }
}

const ALL_TAKEN: readonly (readonly [to: string, end: CallEnd])[] = [
  [MAJA, { accepted: ['R1'] }],
  [KARL, { accepted: ['R2'] }],
  [NILS, { accepted: ['R3'] }],
]

describe('texts of one call', () => {
  test('are asked about together, once for all at each interval', async () => {
    const desk = await openDesk()
    desk.start()
    await desk.quiet()
    desk.provider.saysOfCall('B1', [MAJA, 'R1', 'DELIVRD'], [KARL, 'R2', 'ENROUTE'], [NILS, 'R3', 'ENROUTE'])
    const ids = desk.handOver(...ALL_TAKEN)
    const sentAt = desk.clock.now()
    await desk.pass(MINUTE, SECOND)
    expect(desk.provider.refs()).toEqual(['B1'])
    expect(desk.statuses(ids)).toEqual(['delivered', 'sent', 'sent'])
    desk.provider.saysOfCall('B1', [KARL, 'R2', 'UNDELIV'], [NILS, 'R3', 'EXPIRED'])
    await desk.pass(2 * MINUTE, SECOND)
    expect(desk.provider.asked.map(({ ref, at }) => [ref, at - sentAt])).toEqual([
      ['B1', 30 * SECOND],
      ['B1', 120 * SECOND],
    ])
    expect(desk.statuses(ids)).toEqual(['delivered', 'undelivered', 'expired'])
    await desk.pass(100 * HOUR, HOUR)
    expect(desk.provider.asked).toHaveLength(2)
    expect(desk.topics()).toEqual(new Set(['messages', 'conversations', 'desk', 'outbox']))
  })

  test('are asked about by themselves where one is left', async () => {
    const desk = await openDesk()
    desk.start()
    await desk.quiet()
    desk.provider.says('R2', 'DELIVRD')
    const [maja = '', karl = ''] = desk.handOver([MAJA, { accepted: ['R1'] }], [KARL, { accepted: ['R2'] }])
    desk.texts.record(maja, { kind: 'receipt', status: 'delivered', rawStatus: '', ref: 'R1', detail: null }, desk.clock.now())
    await desk.pass(MINUTE, SECOND)
    expect([desk.provider.refs(), desk.texts.statusOf(karl)]).toEqual([['R2'], 'delivered'])
  })

  test('are asked about one by one where the answer about the call leaves them out, half a second apart', async () => {
    const desk = await openDesk()
    desk.start()
    await desk.quiet()
    desk.provider.saysOfCall('B1', [KARL, 'R2', 'DELIVRD'])
    desk.provider.says('R1', 'DELIVRD')
    desk.provider.says('R3', 'UNDELIV')
    const ids = desk.handOver(...ALL_TAKEN)
    await desk.pass(MINUTE, 100)
    expect(desk.provider.refs().toSorted()).toEqual(['B1', 'R1', 'R3'])
    expect(desk.statuses(ids)).toEqual(['delivered', 'delivered', 'undelivered'])
    const [first = 0, ...others] = desk.provider.asked.map(({ at }) => at)
    expect(others.map((at) => at - first)).toEqual([500, 1_000])
  })

  test.each([
    ['does not know the call', 404],
    ['fails at the question', 500],
    ['answers with a page', 200],
  ])('are asked about one by one where the provider %s', async (_what, status) => {
    const desk = await openDesk()
    desk.start()
    await desk.quiet()
    for (const ref of ['R1', 'R2', 'R3']) desk.provider.says(ref, 'DELIVRD')
    desk.provider.answerWith((response, ref) => {
      if (ref === 'B1') response.writeHead(status, { 'content-type': 'text/html' }).end('<html>')
      else desk.provider.tell(response, ref)
    })
    const ids = desk.handOver(...ALL_TAKEN)
    await desk.pass(MINUTE + 30 * SECOND, 100)
    expect(desk.provider.refs().toSorted()).toEqual(['B1', 'R1', 'R2', 'R3'])
    expect(desk.statuses(ids)).toEqual(['delivered', 'delivered', 'delivered'])
  })

  test('are asked about by themselves where the provider gave the call no id, or gave it to two calls', async () => {
    const desk = await openDesk()
    desk.start()
    await desk.quiet()
    for (const ref of ['R1', 'R2', 'R3', 'R4']) desk.provider.says(ref, 'DELIVRD')
    desk.texts.handOverCall(
      desk.accountId,
      null,
      [
        [MAJA, { accepted: ['R1'] }],
        [KARL, { accepted: ['R2'] }],
      ],
      desk.clock.now() - 1,
    )
    desk.handOver([MAJA, { accepted: ['R3'] }], [KARL, { accepted: ['R4'] }])
    desk.texts.handOverCall(
      desk.accountId,
      'B1',
      [
        [NILS, { accepted: [] }],
        [KARL, { accepted: [] }],
      ],
      desk.clock.now() - 2,
    )
    await desk.pass(MINUTE, SECOND)
    expect(desk.provider.refs().toSorted()).toEqual(['R1', 'R2', 'R3', 'R4'])
  })

  test('are asked about by themselves at a provider that cannot be asked about calls', async () => {
    const desk = await openDesk({ adapter: { queryCall: undefined as never } })
    desk.start()
    await desk.quiet()
    for (const ref of ['R1', 'R2', 'R3']) desk.provider.says(ref, 'DELIVRD')
    const ids = desk.handOver(...ALL_TAKEN)
    const nameless = desk.texts.handOverCall(
      desk.accountId,
      'B2',
      [
        [MAJA, OPEN],
        [KARL, OPEN],
      ],
      desk.clock.now(),
    )
    await desk.pass(MINUTE, SECOND)
    expect(desk.provider.refs().toSorted()).toEqual(['R1', 'R2', 'R3'])
    expect(desk.statuses([...ids, ...nameless])).toEqual(['delivered', 'delivered', 'delivered', 'unconfirmed', 'unconfirmed'])
  })
})

describe('texts of a call whose answer was muddled', () => {
  test('are settled by asking about the call', async () => {
    const desk = await openDesk({ reports: true })
    desk.start()
    await desk.quiet()
    desk.provider.saysOfCall('B1', [MAJA, 'R1', 'ENROUTE'], [KARL, 'R2', 'DELIVRD'])
    const ids = desk.handOver([MAJA, { accepted: ['R1'] }], [KARL, OPEN], [NILS, OPEN])
    expect(desk.statuses(ids)).toEqual(['sent', 'unconfirmed', 'unconfirmed'])
    await desk.pass(11 * MINUTE, SECOND)
    expect(desk.statuses(ids)).toEqual(['sent', 'delivered', 'unconfirmed'])
    expect(ids.map((id) => desk.texts.refsOf(id))).toEqual([['R1'], ['R2'], []])
    expect(desk.provider.refs()).toEqual(['B1'])
  })

  test('that are named by nobody are asked about at growing intervals until they are given up, and never sent', async () => {
    const desk = await openDesk({ reports: true })
    desk.start()
    await desk.quiet()
    desk.provider.saysOfCall('B1')
    const ids = desk.handOver([MAJA, OPEN], [KARL, OPEN])
    const sentAt = desk.clock.now()
    await desk.pass(12 * MINUTE, SECOND)
    await desk.pass(40 * HOUR, MINUTE)
    expect(desk.provider.asked.map(({ ref, at }) => [ref, Math.round((at - sentAt) / MINUTE)])).toEqual([
      ['B1', 10],
      ['B1', 60],
      ['B1', 6 * 60],
      ['B1', 24 * 60],
    ])
    expect([desk.statuses(ids), desk.clock.pendingTimers]).toEqual([['unconfirmed', 'unconfirmed'], 0])
  })

  test('are asked about at the start of the desk, after a restart in between', async () => {
    const desk = await openDesk({ reports: true })
    const before = desk.start()
    await desk.quiet()
    const ids = desk.handOver([MAJA, OPEN], [KARL, OPEN])
    await before.stop()
    await desk.pass(HOUR)
    expect(desk.provider.asked).toEqual([])
    desk.provider.saysOfCall('B1', [MAJA, 'R1', 'DELIVRD'], [KARL, 'R2', 'ENROUTE'])
    desk.start()
    await desk.quiet()
    expect([desk.provider.refs(), desk.statuses(ids)]).toEqual([['B1'], ['delivered', 'sent']])
  })

  test('are asked about again when the desk stopped before the answer', async () => {
    const desk = await openDesk()
    const ids = desk.handOver([MAJA, OPEN], [KARL, OPEN])
    desk.provider.saysOfCall('B1', [MAJA, 'R1', 'DELIVRD'], [KARL, 'R2', 'DELIVRD'])
    const held: Array<() => void> = []
    desk.provider.answerWith((response, ref) => void held.push(() => desk.provider.tell(response, ref)))
    const poller = desk.start()
    await vi.waitFor(() => expect(held).toHaveLength(1))
    await poller.stop()
    for (const go of held) go()
    await desk.quiet()
    expect(desk.statuses(ids)).toEqual(['unconfirmed', 'unconfirmed'])
    desk.provider.answerWith(null)
    desk.start()
    await desk.quiet()
    expect(desk.statuses(ids)).toEqual(['delivered', 'delivered'])
  })

  test('an answer that cannot be written down is asked for again, and nothing of it is half there', async () => {
    const desk = await openDesk()
    const ids = desk.handOver([MAJA, OPEN], [KARL, OPEN])
    desk.provider.saysOfCall('B1', [MAJA, 'R1', 'DELIVRD'], [KARL, 'R2', 'DELIVRD'])
    desk.db.exec(
      `CREATE TRIGGER full BEFORE INSERT ON provider_refs WHEN new.ref = 'R2' BEGIN SELECT raise(ABORT, 'the disk is full'); END`,
    )
    desk.start()
    await desk.quiet()
    expect([desk.log.events(), desk.statuses(ids)]).toEqual([['receipts.question_failed'], ['unconfirmed', 'unconfirmed']])
    expect(ids.map((id) => desk.texts.refsOf(id))).toEqual([[], []])
    desk.db.exec('DROP TRIGGER full')
    await desk.pass(2 * MINUTE, SECOND)
    expect(desk.statuses(ids)).toEqual(['delivered', 'delivered'])
  })

  test('an adapter that throws is logged, and the texts are asked about by themselves', async () => {
    const desk = await openDesk({ adapter: { queryCall: () => Promise.reject(new Error('a fault')) } })
    desk.provider.says('R1', 'DELIVRD')
    const ids = desk.handOver([MAJA, { accepted: ['R1'] }], [KARL, OPEN])
    desk.start()
    await desk.pass(MINUTE, SECOND)
    expect(desk.log.events()).toContain('receipts.adapter_threw')
    expect(desk.statuses(ids)).toEqual(['delivered', 'unconfirmed'])
  })

  test('a question that met no network counts as none', async () => {
    let online = false
    const desk = await openDesk({
      adapter: {
        queryCall: (_account, ref) =>
          Promise.resolve(
            online
              ? {
                  kind: 'texts',
                  texts: [{ to: MAJA, ref: 'R1', receipt: { ref, status: 'delivered', rawStatus: 'DELIVRD', detail: null } }],
                }
              : { kind: 'failed', code: 'offline', message: '' },
          ),
      },
    })
    const [maja = ''] = desk.handOver([MAJA, OPEN], [KARL, OPEN])
    desk.start()
    await desk.pass(5 * MINUTE, SECOND)
    expect(desk.texts.questionsOf(maja)?.queries).toBe(0)
    online = true
    await desk.pass(MINUTE, SECOND)
    expect([desk.texts.statusOf(maja), desk.texts.refsOf(maja)]).toEqual(['delivered', ['R1']])
  })
})
