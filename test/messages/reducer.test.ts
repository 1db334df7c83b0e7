import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MessageEvent, ReceiptEvent } from '../../src/shared/messages/reducer.ts'
import { isFinal, reduceStatus } from '../../src/shared/messages/reducer.ts'
import type { MessageStatus, ReceiptStatus } from '../../src/shared/messages/status.ts'
import { MESSAGE_STATUSES, RECEIPT_STATUSES } from '../../src/shared/messages/status.ts'

const receipt = (status: ReceiptStatus): MessageEvent => ({ kind: 'receipt', status, rawStatus: status, ref: 'r', detail: null })
const why = { code: 'c', message: 'm' }

const anyEvent: fc.Arbitrary<MessageEvent> = fc.oneof(
  fc.constantFrom<MessageEvent>(
    { kind: 'queued' },
    { kind: 'claimed', attempt: 1 },
    { kind: 'accepted', refs: ['r'] },
    { kind: 'retry_scheduled', ...why, notBefore: 1 },
    { kind: 'put_back', ...why, notBefore: null },
    { kind: 'refused', ...why },
    { kind: 'gave_up', ...why },
    { kind: 'outcome_unknown', ...why },
    { kind: 'orphaned' },
    { kind: 'cancelled' },
    { kind: 'opted_out' },
    { kind: 'retried' },
  ),
  fc.constantFrom(...RECEIPT_STATUSES).map(receipt),
  fc.constantFrom<MessageEvent>(
    { kind: 'settled', decision: 'send_again' },
    { kind: 'settled', decision: 'was_sent' },
    { kind: 'settled', decision: 'leave' },
  ),
)

const after = (from: MessageStatus, ...events: MessageEvent[]): MessageStatus => events.reduce(reduceStatus, from)

describe('the status of a message', () => {
  it('goes from queued to delivered through sending and sent', () => {
    const events: MessageEvent[] = [
      { kind: 'claimed', attempt: 1 },
      { kind: 'accepted', refs: ['r'] },
      receipt('sent'),
      receipt('delivered'),
    ]
    const seen: MessageStatus[] = []
    events.reduce((status, event) => {
      const next = reduceStatus(status, event)
      seen.push(next)
      return next
    }, 'queued' as MessageStatus)
    expect(seen).toEqual(['sending', 'sent', 'sent', 'delivered'])
  })

  it.each<[MessageStatus, MessageEvent, MessageStatus]>([
    ['sending', { kind: 'retry_scheduled', ...why, notBefore: 5 }, 'queued'],
    ['sending', { kind: 'put_back', ...why, notBefore: null }, 'queued'],
    ['sending', { kind: 'refused', ...why }, 'failed'],
    ['sending', { kind: 'gave_up', ...why }, 'failed'],
    ['sending', { kind: 'outcome_unknown', ...why }, 'unconfirmed'],
    ['sending', { kind: 'orphaned' }, 'unconfirmed'],
    ['queued', { kind: 'cancelled' }, 'cancelled'],
    ['queued', { kind: 'opted_out' }, 'cancelled'],
    ['sending', { kind: 'opted_out' }, 'sending'],
    ['unconfirmed', { kind: 'opted_out' }, 'unconfirmed'],
    ['sending', { kind: 'cancelled' }, 'sending'],
    ['failed', { kind: 'retried' }, 'queued'],
    ['delivered', { kind: 'retried' }, 'delivered'],
    ['unconfirmed', { kind: 'retried' }, 'unconfirmed'],
    ['unconfirmed', { kind: 'settled', decision: 'send_again' }, 'queued'],
    ['unconfirmed', { kind: 'settled', decision: 'was_sent' }, 'sent'],
    ['unconfirmed', { kind: 'settled', decision: 'leave' }, 'unconfirmed'],
    ['unconfirmed', receipt('delivered'), 'delivered'],
    ['unconfirmed', receipt('queued'), 'sent'],
    ['unconfirmed', receipt('rejected'), 'undelivered'],
    ['expired', receipt('delivered'), 'delivered'],
    ['delivered', receipt('expired'), 'delivered'],
    ['delivered', receipt('sent'), 'delivered'],
    ['sent', receipt('unknown'), 'sent'],
  ])('from %s by %o becomes %s', (from, event, to) => {
    expect(reduceStatus(from, event)).toBe(to)
  })

  it('ends a pending resend when the first attempt turns out to have arrived, so that nobody gets it twice', () => {
    expect(after('unconfirmed', { kind: 'settled', decision: 'send_again' }, receipt('delivered'))).toBe('delivered')
    expect(after('unconfirmed', { kind: 'settled', decision: 'send_again' }, receipt('sent'))).toBe('sent')
    expect(after('unconfirmed', { kind: 'settled', decision: 'send_again' }, receipt('undelivered'))).toBe('queued')
  })

  it('follows what all receipts about an attempt say together, where that is more than one of them says', () => {
    const part = (status: ReceiptStatus, more: Partial<ReceiptEvent>): MessageEvent => ({
      kind: 'receipt',
      status,
      rawStatus: status,
      ref: 'p1',
      detail: null,
      part: { number: 1, of: 2 },
      ...more,
    })
    expect(after('sent', part('delivered', { together: 'sent' }))).toBe('sent')
    expect(after('sent', part('delivered', { together: 'undelivered' }))).toBe('undelivered')
    expect(after('unconfirmed', part('unknown', { together: 'delivered' }))).toBe('delivered')
    // A lost part that did arrive is the only way down; without that, nothing lowers a status.
    expect(after('undelivered', part('delivered', { together: 'sent' }))).toBe('undelivered')
    expect(after('undelivered', part('delivered', { together: 'sent', repaired: true }))).toBe('sent')
    expect(after('undelivered', part('delivered', { together: 'expired', repaired: true }))).toBe('expired')
    expect(after('failed', part('delivered', { together: 'sent', repaired: true }))).toBe('failed')
    // A part of an earlier attempt is history, until that attempt has arrived whole.
    expect(after('sent', part('delivered', { together: 'sent', superseded: true }))).toBe('sent')
    expect(after('queued', part('delivered', { together: 'sent', superseded: true }))).toBe('queued')
    expect(after('undelivered', part('delivered', { together: 'sent', repaired: true, superseded: true }))).toBe('undelivered')
    expect(after('queued', part('delivered', { superseded: true }))).toBe('delivered')
  })

  it('is the same whatever the order and number of receipts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<MessageStatus>('sent', 'unconfirmed'),
        fc.array(fc.constantFrom(...RECEIPT_STATUSES), { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (from, statuses, order) => {
          const shuffled = [...statuses, ...statuses]
            .map((status) => ({ status, place: order.next().value as number }))
            .sort((one, other) => one.place - other.place)
            .map(({ status }) => status)
          expect(after(from, ...shuffled.map(receipt))).toBe(after(from, ...statuses.map(receipt)))
        },
      ),
    )
  })

  it('is never moved from delivered or received, whatever happens', () => {
    fc.assert(
      fc.property(fc.constantFrom<MessageStatus>('delivered', 'received'), fc.array(anyEvent), (from, events) => {
        expect(after(from, ...events)).toBe(from)
      }),
    )
  })

  it('leaves a final status only for a delivery or because a person asked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGE_STATUSES.filter(isFinal)), anyEvent, (from, event) => {
        const next = reduceStatus(from, event)
        if (next === from) return
        const asked = event.kind === 'retried'
        const worse = from === 'expired' && next === 'undelivered'
        expect(asked || next === 'delivered' || worse).toBe(true)
      }),
    )
  })

  it('never becomes queued again from unconfirmed without a person', () => {
    fc.assert(
      fc.property(fc.array(anyEvent.filter((event) => event.kind !== 'settled' && event.kind !== 'retried')), (events) => {
        let status: MessageStatus = 'unconfirmed'
        for (const event of events) {
          status = reduceStatus(status, event)
          expect(status).not.toBe('queued')
          expect(status).not.toBe('sending')
        }
      }),
    )
  })
})
