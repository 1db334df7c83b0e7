import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyReceipt } from '../../src/main/messages/transitions.ts'
import type { ReceiptStatus } from '../../src/shared/messages/status.ts'
import { RECEIPT_STATUSES } from '../../src/shared/messages/status.ts'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'
import { MAJA, textsOf } from './desk.ts'

async function longText(refs: string[] = ['P1', 'P2', 'P3']) {
  const desk = await startListenerDesk()
  const texts = textsOf(desk.db)
  const id = texts.handOver(desk.accountId, MAJA, { accepted: refs }, desk.clock.at)
  async function report(ref: string, status: ReceiptStatus): Promise<void> {
    expect((await postJson(desk.url, { report: ref, status })).status).toBe(200)
    await desk.settled()
  }
  return { ...desk, texts, id, report }
}

describe('a long text with a reference per part', () => {
  test('is delivered when every part is', async () => {
    const { texts, id, report } = await longText()
    await report('P3', 'delivered')
    await report('P1', 'delivered')
    expect(texts.statusOf(id)).toBe('sent')
    await report('P2', 'delivered')
    expect(texts.statusOf(id)).toBe('delivered')
    expect(texts.reportsOf(id)).toEqual([
      'Delivery report for part 3 of 3: delivered.',
      'Delivery report for part 1 of 3: delivered.',
      'Delivery report for part 2 of 3: delivered.',
    ])
  })

  test('is undelivered when a part is, says how many, and counts on', async () => {
    const { texts, id, report } = await longText()
    await report('P1', 'delivered')
    await report('P2', 'undelivered')
    expect(texts.statusOf(id)).toBe('undelivered')
    expect(texts.errorOf(id)).toEqual({ code: 'receipt_parts_lost', message: '1 of 3 parts did not arrive. Send it again if it matters.' })
    await report('P3', 'rejected')
    expect(texts.errorOf(id)?.message).toBe('2 of 3 parts did not arrive. Send it again if it matters.')
    await report('P2', 'delivered')
    expect(texts.statusOf(id)).toBe('undelivered')
    expect(texts.errorOf(id)?.message).toBe('1 of 3 parts did not arrive. Send it again if it matters.')
  })

  test('is expired when a part is', async () => {
    const { texts, id, report } = await longText()
    await report('P1', 'expired')
    expect(texts.statusOf(id)).toBe('expired')
    expect(texts.errorOf(id)).toEqual({
      code: 'receipt_parts_expired',
      message: '1 of 3 parts did not arrive in time. Send it again if it matters.',
    })
  })

  test('is on its way again when the lost part arrives late, and is asked about', async () => {
    const { texts, id, report, clock } = await longText()
    await report('P1', 'undelivered')
    expect(texts.questionsOf(id)).toEqual({ at: null, queries: 0 })
    await report('P1', 'delivered')
    expect([texts.statusOf(id), texts.errorOf(id)]).toEqual(['sent', { code: null, message: null }])
    expect(texts.questionsOf(id)?.at).toBe(clock.at + 600_000)
    await report('P2', 'delivered')
    await report('P3', 'delivered')
    expect(texts.statusOf(id)).toBe('delivered')
    expect(texts.questionsOf(id)?.at).toBeNull()
  })

  test('that a provider gives one id for all parts has no parts to speak of', async () => {
    const { texts, id, report } = await longText(['P1', 'P1'].slice(1))
    await report('P1', 'delivered')
    expect([texts.statusOf(id), texts.reportsOf(id)]).toEqual(['delivered', ['Delivery report: delivered.']])
  })

  test('counts the parts of its own attempt only', async () => {
    const { texts, id, report, accountId, clock, db } = await longText()
    await report('P1', 'undelivered')
    texts.record(id, { kind: 'retried' }, clock.at)
    texts.claim(id, clock.at)
    texts.end(id, { accepted: ['Q1', 'Q2'] }, clock.at)
    await report('P2', 'undelivered')
    expect([texts.statusOf(id), texts.refsOf(id)]).toEqual(['sent', ['P1', 'P2', 'P3', 'Q1', 'Q2']])
    await report('Q1', 'delivered')
    expect(texts.statusOf(id)).toBe('sent')
    expect(texts.reportsOf(id).slice(1)).toEqual([
      'Delivery report for part 2 of 3 about an earlier try: could not be delivered (undelivered).',
      'Delivery report for part 1 of 2: delivered.',
    ])
    // The whole first attempt did arrive after all: that ends the matter.
    for (const ref of ['P1', 'P2', 'P3']) await report(ref, 'delivered')
    expect(texts.statusOf(id)).toBe('delivered')
    expect(db.prepare('SELECT count(*) FROM provider_refs WHERE account_id = ?').pluck().get(accountId)).toBe(5)
  })

  test('whose parts are reported before the answer is what they say together', async () => {
    const desk = await startListenerDesk()
    const texts = textsOf(desk.db)
    const id = texts.put(desk.accountId, MAJA, desk.clock.at)
    texts.claim(id, desk.clock.at)
    for (const [report, status] of [
      ['P2', 'delivered'],
      ['P1', 'undelivered'],
      ['P1', 'delivered'],
    ]) {
      await postJson(desk.url, { report, status })
      await desk.settled()
    }
    expect(desk.parked()).toBe(3)
    texts.end(id, { accepted: ['P1', 'P2'] }, desk.clock.at)
    expect([texts.statusOf(id), desk.parked()]).toEqual(['delivered', 0])
  })

  test('ends in the same status and with the same words whatever the order and number of its receipts', async () => {
    const desk = await startListenerDesk()
    const texts = textsOf(desk.db)
    let made = 0
    const outcome = (receipts: { part: number; status: ReceiptStatus }[]) => {
      made += 1
      const refs = [0, 1, 2].map((part) => `R${made}-${part}`)
      const id = texts.handOver(desk.accountId, MAJA, { accepted: refs }, desk.clock.at)
      desk.db.transaction(() => {
        for (const { part, status } of receipts) {
          const reading = { ref: refs[part] ?? '', status, rawStatus: status, detail: null }
          applyReceipt(desk.db, { accountId: desk.accountId, reading, at: desk.clock.at })
        }
      })()
      return [texts.statusOf(id), texts.errorOf(id)]
    }
    const receipt = fc.record({ part: fc.nat({ max: 2 }), status: fc.constantFrom(...RECEIPT_STATUSES) })
    const twice = fc
      .array(receipt, { maxLength: 7 })
      .chain((seen) => fc.tuple(fc.constant(seen), fc.shuffledSubarray([...seen, ...seen], { minLength: seen.length * 2 })))
    fc.assert(
      fc.property(twice, ([seen, shuffled]) => {
        expect(outcome(shuffled)).toEqual(outcome(seen))
      }),
      { numRuns: 60 },
    )
  })
})

describe('a receipt about a text with one reference', () => {
  test('that is late and swapped does not end the resend a person asked for', async () => {
    const desk = await startListenerDesk()
    const texts = textsOf(desk.db)
    const id = texts.handOver(desk.accountId, MAJA, { unknown: ['R1'] }, desk.clock.at)
    texts.record(id, { kind: 'settled', decision: 'send_again' }, desk.clock.at)
    for (const status of ['undelivered', 'sent', 'unknown']) {
      await postJson(desk.url, { report: 'R1', status })
      await desk.settled()
    }
    expect(texts.statusOf(id)).toBe('queued')
  })

  test('of a first attempt says nothing bad about a second whose fate is not known', async () => {
    const desk = await startListenerDesk()
    const texts = textsOf(desk.db)
    const id = texts.handOver(desk.accountId, MAJA, { unknown: ['R1'] }, desk.clock.at)
    texts.record(id, { kind: 'settled', decision: 'send_again' }, desk.clock.at)
    texts.claim(id, desk.clock.at)
    texts.end(id, { unknown: [] }, desk.clock.at)
    await postJson(desk.url, { report: 'R1', status: 'undelivered' })
    await desk.settled()
    expect(texts.statusOf(id)).toBe('unconfirmed')
    await postJson(desk.url, { report: 'R1', status: 'delivered' })
    await desk.settled()
    expect(texts.statusOf(id)).toBe('delivered')
  })

  test('after the desk was closed for days is believed, and a doubled one changes nothing', async () => {
    const desk = await startListenerDesk()
    const texts = textsOf(desk.db)
    const id = texts.handOver(desk.accountId, MAJA, { accepted: ['R1'] }, desk.clock.at)
    await postJson(desk.url, { report: 'R1', status: 'expired' })
    await desk.settled()
    await desk.listener.stop()
    desk.clock.at += 5 * 24 * 3_600_000
    const { address } = await desk.start()
    for (let copy = 0; copy < 2; copy += 1) {
      await postJson(`${address ?? ''}${desk.path}`, { report: 'R1', status: 'delivered' })
      await desk.settled()
    }
    expect([texts.statusOf(id), desk.verdicts()]).toEqual(['delivered', ['applied', 'applied', 'duplicate']])
  })
})
