import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SeenReceipt } from '../../src/shared/messages/receipt-parts.ts'
import { isBetterReport, reportOfAttempt } from '../../src/shared/messages/receipt-parts.ts'
import type { ReceiptEvent } from '../../src/shared/messages/reducer.ts'
import { reduceStatus } from '../../src/shared/messages/reducer.ts'
import type { MessageStatus, ReceiptStatus } from '../../src/shared/messages/status.ts'
import { RECEIPT_STATUSES } from '../../src/shared/messages/status.ts'

const REFS = ['p1', 'p2', 'p3']

const receipts = (...words: string[]): SeenReceipt[] =>
  words.map((word) => {
    const [ref = '', status = ''] = word.split(' ')
    return { ref, status: status as ReceiptStatus }
  })

describe('what became of a text of three parts', () => {
  it.each<[string[], ReceiptStatus, number]>([
    [[], 'unknown', 0],
    [['p1 unknown'], 'unknown', 0],
    [['p1 queued'], 'queued', 0],
    [['p1 delivered'], 'sent', 0],
    [['p1 delivered', 'p2 delivered'], 'sent', 0],
    [['p1 delivered', 'p2 delivered', 'p3 delivered'], 'delivered', 0],
    [['p1 delivered', 'p2 undelivered'], 'undelivered', 1],
    [['p1 delivered', 'p2 undelivered', 'p3 delivered'], 'undelivered', 1],
    [['p1 rejected'], 'rejected', 1],
    [['p1 rejected', 'p2 undelivered'], 'undelivered', 2],
    [['p1 expired', 'p2 delivered', 'p3 delivered'], 'expired', 1],
    [['p1 expired', 'p2 undelivered'], 'undelivered', 2],
    [['p1 undelivered', 'p1 delivered'], 'sent', 0],
    [['p1 delivered', 'p1 undelivered', 'p1 sent'], 'sent', 0],
    [['p1 expired', 'p1 delivered', 'p2 delivered', 'p3 delivered'], 'delivered', 0],
    [['elsewhere undelivered'], 'unknown', 0],
  ])('after %j is %s', (words, status, lost) => {
    expect(reportOfAttempt(REFS, receipts(...words))).toEqual({ status, of: 3, lost })
  })
})

it('of one reference is what its weightiest receipt says', () => {
  for (const status of RECEIPT_STATUSES) expect(reportOfAttempt(['p1'], [{ ref: 'p1', status }]).status).toBe(status)
  expect(reportOfAttempt(['p1'], receipts('p1 undelivered', 'p1 sent')).status).toBe('undelivered')
  expect(reportOfAttempt(['p1', 'p1'], receipts('p1 delivered'))).toEqual({ status: 'delivered', of: 1, lost: 0 })
  expect(reportOfAttempt([], receipts('p1 delivered'))).toEqual({ status: 'unknown', of: 0, lost: 0 })
})

/** What the whole is by the rule's own words: each part by its best-ranked word, then all of them. */
function expected(seen: readonly SeenReceipt[], start: MessageStatus): MessageStatus {
  const parts = REFS.map((ref) => {
    const said = new Set(seen.filter((one) => one.ref === ref).map(({ status }) => status))
    if (said.has('delivered')) return 'delivered'
    if (said.has('undelivered') || said.has('rejected')) return 'undelivered'
    if (said.has('expired')) return 'expired'
    return said.has('sent') || said.has('queued') ? 'sent' : 'nothing'
  })
  if (parts.includes('undelivered')) return 'undelivered'
  if (parts.includes('expired')) return 'expired'
  if (parts.every((part) => part === 'delivered')) return 'delivered'
  return parts.every((part) => part === 'nothing') ? start : 'sent'
}

/** The status after receipts in this order, each with what the ones before it make of it. */
function statusAfter(seen: readonly SeenReceipt[], start: MessageStatus): MessageStatus {
  return seen.reduce((status, receipt, index) => {
    const before = reportOfAttempt(REFS, seen.slice(0, index))
    const now = reportOfAttempt(REFS, seen.slice(0, index + 1))
    const event: ReceiptEvent = { kind: 'receipt', ...receipt, rawStatus: '', detail: null, together: now.status }
    return reduceStatus(status, isBetterReport(now, before) ? { ...event, repaired: true } : event)
  }, start)
}

it('is the same for any order and number of the same receipts, and what the rule says', () => {
  const receipt = fc.record({ ref: fc.constantFrom(...REFS), status: fc.constantFrom(...RECEIPT_STATUSES) })
  const orders = fc.array(receipt, { maxLength: 10 }).chain((seen) =>
    fc.tuple(
      fc.constant(seen),
      fc.shuffledSubarray(seen, { minLength: seen.length }).chain((all) =>
        // Every receipt at least once, some again, anywhere.
        fc.array(fc.nat({ max: Math.max(0, all.length - 1) }), { maxLength: 6 }).map((again) => {
          const repeated = [...all]
          for (const index of again) {
            const copy = all[index]
            if (copy !== undefined) repeated.splice((index * 7) % (repeated.length + 1), 0, copy)
          }
          return repeated
        }),
      ),
    ),
  )
  fc.assert(
    fc.property(orders, fc.constantFrom<MessageStatus>('sent', 'unconfirmed'), ([seen, shuffled], start) => {
      expect(statusAfter(seen, start)).toBe(expected(seen, start))
      expect(statusAfter(shuffled, start)).toBe(expected(seen, start))
    }),
    { numRuns: 2_000 },
  )
})
