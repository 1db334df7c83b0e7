import { describe, expect, test } from 'vitest'
import type { OutcomeRecord } from '../../src/main/outbox/record-outcome.ts'
import type { CallText } from '../../src/main/providers/types.ts'
import type { AskableCall } from '../../src/main/receipts/calls.ts'
import { CALL_LOOKS } from '../../src/main/receipts/calls.ts'
import type { ReceiptStatus } from '../../src/shared/messages/status.ts'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'
import { KARL, MAJA, textsOf } from './desk.ts'

const NILS = '+46701740607'

/** A desk with hooks, and calls whose provider can be asked about the whole. */
async function openDesk() {
  const desk = await startListenerDesk()
  const texts = textsOf(desk.db)
  const { store, accountId, clock } = desk

  async function callOf(id: string): Promise<AskableCall> {
    const latest = await store.messages.latestCall({ id, accountId })
    if (latest === null) throw new Error('no call to ask about')
    return latest.call
  }
  return {
    ...desk,
    texts,
    callOf,
    handOver: (ref: string | null, ...ends: Parameters<typeof texts.handOverCall>[2][number][]) =>
      texts.handOverCall(accountId, ref, ends, clock.at),
    /** What the provider says when it is asked about the call of a message. */
    async told(id: string, ...said: CallText[]) {
      return store.receipts.applyCall({ call: await callOf(id), texts: said, at: clock.at })
    },
    /** Asked before, answered now. */
    toldOf: (call: AskableCall, ...said: CallText[]) => store.receipts.applyCall({ call, texts: said, at: clock.at }),
    async report(fields: { report: string; status: string; to?: string }): Promise<void> {
      expect((await postJson(desk.url, fields)).status).toBe(200)
      await desk.settled()
    },
    statuses: (...ids: (string | undefined)[]) => ids.map((id) => texts.statusOf(id ?? '')),
  }
}

function says(to: string | null, ref: string, status: ReceiptStatus | null): CallText {
  return { to, ref, receipt: status === null ? null : { ref, status, rawStatus: status.toUpperCase(), detail: null } }
}

const OPEN = { unknown: [] }

describe('asked about a call whose answer was muddled, the provider', () => {
  test('names each text, which is known by that id from then on', async () => {
    const { handOver, told, report, texts, statuses } = await openDesk()
    const [maja = '', karl = '', nils = ''] = handOver('B1', [MAJA, { accepted: ['R1'] }], [KARL, OPEN], [NILS, OPEN])
    expect(statuses(maja, karl, nils)).toEqual(['sent', 'unconfirmed', 'unconfirmed'])
    const answered = await told(karl, says(MAJA, 'R1', 'delivered'), says(KARL, 'R2', 'sent'), says(NILS, 'R3', 'undelivered'))
    expect(statuses(maja, karl, nils)).toEqual(['delivered', 'sent', 'undelivered'])
    expect([maja, karl, nils].map((id) => texts.refsOf(id))).toEqual([['R1'], ['R2'], ['R3']])
    expect(texts.reportsOf(karl)).toEqual(['Delivery report, found by asking about all texts of its call: on its way (SENT).'])
    expect([answered.told.toSorted(), answered.nameless, answered.conversationIds.length]).toEqual([[maja, karl, nils].toSorted(), [], 3])
    await report({ report: 'R2', status: 'delivered' })
    expect(statuses(karl)).toEqual(['delivered'])
  })

  test('says nothing of a number it leaves out: that text stays unconfirmed, and is in no queue', async () => {
    const { handOver, told, texts, statuses, db } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    expect((await told(maja, says(MAJA, 'R1', 'sent'))).nameless).toEqual([karl])
    expect([statuses(maja, karl), texts.refsOf(karl)]).toEqual([['sent', 'unconfirmed'], []])
    expect(db.prepare(`SELECT count(*) FROM messages WHERE status = 'queued'`).pluck().get()).toBe(0)
  })

  test('may answer twice: nothing is new the second time', async () => {
    const { handOver, callOf, toldOf, texts } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    const call = await callOf(maja)
    const said = [says(MAJA, 'R1', 'delivered'), says(KARL, 'R2', 'sent')]
    await toldOf(call, ...said)
    const again = await toldOf(call, ...said)
    expect([again.conversationIds, texts.reportsOf(maja).length, texts.reportsOf(karl).length]).toEqual([[], 1, 1])
  })

  test('takes nothing back: an older word after a report changes nothing', async () => {
    const { handOver, callOf, toldOf, report, statuses } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    const call = await callOf(maja)
    await toldOf(call, says(MAJA, 'R1', 'sent'), says(KARL, 'R2', 'sent'))
    await report({ report: 'R1', status: 'delivered' })
    await toldOf(call, says(MAJA, 'R1', 'undelivered'), says(KARL, 'R2', 'queued'))
    expect(statuses(maja, karl)).toEqual(['delivered', 'sent'])
  })

  test('gives an id without a word on its fate: the text stays unconfirmed, and a report by that id finds it', async () => {
    const { handOver, told, report, texts, statuses } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    await told(maja, says(MAJA, 'R1', null), says(KARL, 'R2', 'unknown'))
    expect([statuses(maja, karl), texts.refsOf(maja), texts.refsOf(karl)]).toEqual([['unconfirmed', 'unconfirmed'], ['R1'], ['R2']])
    await report({ report: 'R1', status: 'delivered' })
    await report({ report: 'R2', status: 'undelivered' })
    expect(statuses(maja, karl)).toEqual(['delivered', 'undelivered'])
  })

  test('names a text that counted as refused, since it was left out: it went out after all, and is not sent again', async () => {
    const { handOver, told, texts, statuses, clock } = await openDesk()
    const [maja = '', karl = '', nils = ''] = handOver('B1', [MAJA, OPEN], [KARL, 'refused'], [NILS, 'refused'])
    texts.record(nils, { kind: 'retried' }, clock.at)
    expect(statuses(maja, karl, nils)).toEqual(['unconfirmed', 'failed', 'queued'])
    await told(maja, says(KARL, 'R2', 'delivered'), says(NILS, 'R3', 'sent'))
    expect(statuses(maja, karl, nils)).toEqual(['unconfirmed', 'delivered', 'sent'])
  })
})

describe('reports that came before the id was known', () => {
  test('are applied when the provider names it', async () => {
    const { handOver, told, report, statuses, parked, verdicts } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    await report({ report: 'R1', status: 'delivered' })
    expect([statuses(maja), parked()]).toEqual([['unconfirmed'], 1])
    await told(maja, says(MAJA, 'R1', 'sent'), says(KARL, 'R2', 'sent'))
    expect([statuses(maja, karl), parked(), verdicts()]).toEqual([['delivered', 'sent'], 0, ['applied']])
  })

  test('by the id of the whole call are about no text: it is asked by only', async () => {
    const { handOver, told, report, statuses, texts, parked } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    await report({ report: 'B1', status: 'delivered', to: MAJA })
    await told(maja, says(KARL, 'B1', 'delivered'))
    expect([statuses(maja, karl), texts.refsOf(maja), texts.refsOf(karl), parked()]).toEqual([['unconfirmed', 'unconfirmed'], [], [], 1])
  })
})

describe('nothing is guessed where', () => {
  test('the id is known for a text of another call', async () => {
    const { handOver, told, statuses, texts, clock } = await openDesk()
    const [elsewhere = ''] = handOver('B0', [MAJA, { accepted: ['R1'] }], [KARL, { accepted: ['R2'] }])
    clock.at += 1_000
    const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    await told(maja, says(MAJA, 'R1', 'delivered'), says(KARL, 'R9', 'sent'))
    expect([statuses(elsewhere, maja, karl), texts.refsOf(maja)]).toEqual([['sent', 'unconfirmed', 'sent'], []])
  })

  test('the text has another id from its call', async () => {
    const { handOver, told, statuses, texts } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, { unknown: ['R1', 'R8'] }], [KARL, { accepted: ['R2'] }])
    await told(maja, says(MAJA, 'R9', 'delivered'), says(KARL, 'R7', 'undelivered'))
    expect([statuses(maja, karl), texts.refsOf(maja), texts.refsOf(karl)]).toEqual([['unconfirmed', 'sent'], ['R1', 'R8'], ['R2']])
  })

  test('an id comes with the number of another text', async () => {
    const { handOver, told, statuses } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, { accepted: ['R1'] }], [KARL, OPEN])
    await told(karl, says(KARL, 'R1', 'delivered'))
    expect(statuses(maja, karl)).toEqual(['sent', 'unconfirmed'])
  })

  test('an id comes with a number that is nobody’s: it is the text’s that has the id, and else of none', async () => {
    const { handOver, told, statuses } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, { accepted: ['R1'] }], [KARL, OPEN])
    await told(karl, says('+467017406', 'R1', 'delivered'), says('+467017406', 'R2', 'delivered'), says(null, 'R3', 'delivered'))
    expect(statuses(maja, karl)).toEqual(['delivered', 'unconfirmed'])
  })

  test('two texts of the call went to one number', async () => {
    const { handOver, told, statuses } = await openDesk()
    const [one = '', other = '', karl = ''] = handOver('B1', [MAJA, OPEN], [MAJA, OPEN], [KARL, OPEN])
    await told(one, says(MAJA, 'R1', 'delivered'), says(KARL, 'R2', 'delivered'))
    expect(statuses(one, other, karl)).toEqual(['unconfirmed', 'unconfirmed', 'delivered'])
  })

  test('the text has been handed over again since', async () => {
    const { handOver, callOf, toldOf, statuses, texts, clock, store, accountId } = await openDesk()
    const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    const call = await callOf(maja)
    texts.record(maja, { kind: 'settled', decision: 'send_again' }, clock.at)
    texts.claim(maja, clock.at + 1)
    await toldOf(call, says(MAJA, 'R1', 'delivered'), says(KARL, 'R2', 'delivered'))
    expect([statuses(maja, karl), texts.refsOf(maja)]).toEqual([['sending', 'delivered'], []])
    expect(await store.messages.latestCall({ id: maja, accountId })).toBeNull()
  })

  test('the provider called two calls the same', async () => {
    const { handOver, store, accountId, clock } = await openDesk()
    const [maja = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
    expect(await store.messages.latestCall({ id: maja, accountId })).toMatchObject({ call: { ref: 'B1' }, isNameless: true })
    clock.at += 1_000
    const [nils = ''] = handOver('B1', [NILS, OPEN], [KARL, OPEN])
    expect([await store.messages.latestCall({ id: maja, accountId }), await store.messages.latestCall({ id: nils, accountId })]).toEqual([
      null,
      null,
    ])
  })

  test('the answer never came, so that the provider gave no id for the call', async () => {
    const { handOver, store, accountId } = await openDesk()
    const [maja = ''] = handOver(null, [MAJA, OPEN], [KARL, OPEN])
    expect(await store.messages.latestCall({ id: maja, accountId })).toBeNull()
  })
})

test('what the provider calls a call is written down with its outcomes, or neither is', async () => {
  const { store, db, texts, accountId, clock, statuses } = await openDesk()
  const ids = [MAJA, KARL].map((to) => texts.put(accountId, to, clock.at))
  for (const id of ids) texts.claim(id, clock.at)
  db.prepare(`UPDATE attempts SET call_id = 'k1'`).run()
  const shared = { attempt: 1, conversationId: '', accountId, at: clock.at, request: '', response: null, standIns: [] }
  const call = { id: 'k1', ref: 'B1' }
  const [one = '', other = ''] = ids
  const records: OutcomeRecord[] = [
    {
      ...shared,
      messageId: one,
      outcome: 'accepted',
      code: null,
      detail: null,
      refs: ['R1'],
      call,
      disposition: { kind: 'accepted', receipt: null },
    },
    { ...shared, messageId: other, outcome: 'unknown', code: 'x', detail: 'x', refs: [], call, disposition: { kind: 'unknown' } },
  ]
  const turn = () => store.outbox.turn({ now: clock.at, records, lanes: [], quietHours: null, ownZone: 'UTC', awakeSince: 0 })
  const kept = () => db.prepare('SELECT call_id, account_id, ref FROM call_refs').raw().all()

  db.exec(`CREATE TRIGGER full BEFORE INSERT ON call_refs BEGIN SELECT raise(ABORT, 'the disk is full'); END`)
  await expect(turn()).rejects.toThrow('the disk is full')
  expect([statuses(one, other), kept()]).toEqual([['sending', 'sending'], []])
  db.exec('DROP TRIGGER full')
  await turn()
  expect([statuses(one, other), kept()]).toEqual([['sent', 'unconfirmed'], [['k1', accountId, 'B1']]])
})

test('a person who asked to send it again is spared a second text when the provider has the first', async () => {
  const { handOver, callOf, toldOf, statuses, texts, clock } = await openDesk()
  const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, OPEN])
  const call = await callOf(maja)
  for (const id of [maja, karl]) texts.record(id, { kind: 'settled', decision: 'send_again' }, clock.at)
  await toldOf(call, says(MAJA, 'R1', 'sent'))
  expect(statuses(maja, karl)).toEqual(['sent', 'queued'])
})

test('a message says whether it can be asked about', async () => {
  const { handOver, store, clock, texts, accountId } = await openDesk()
  const [maja = '', karl = ''] = handOver('B1', [MAJA, OPEN], [KARL, { accepted: ['R1'] }])
  const [nils = ''] = handOver(null, [NILS, OPEN])
  const again = texts.handOver(accountId, NILS, OPEN, clock.at)
  const can = async (id: string) => (await store.messages.get({ id })).canBeAskedAbout
  expect([await can(maja), await can(karl), await can(nils), await can(again)]).toEqual([true, true, false, false])
})

test('a call is found by when it began, not by walking attempts', async () => {
  const { db } = await openDesk()
  const plan = (sql: string) =>
    db
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ messageId: 'm', accountId: 'a', id: 'c', startedAt: 1 })
      .map(({ detail }) => detail)
  expect(plan(CALL_LOOKS.TEXTS_OF_CALL)).toEqual([
    'SEARCH t USING INDEX attempts_by_account (account_id=? AND started_at=?)',
    expect.stringMatching(/^SEARCH m USING /),
  ])
  expect(plan(CALL_LOOKS.LATEST_CALL).filter((step) => step.startsWith('SCAN'))).toEqual([])
})
