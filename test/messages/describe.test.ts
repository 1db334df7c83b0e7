import { describe, expect, it } from 'vitest'
import { describeEvent } from '../../src/shared/messages/describe.ts'
import type { MessageEvent } from '../../src/shared/messages/reducer.ts'
import type { ReceiptStatus } from '../../src/shared/messages/status.ts'

const report = (status: ReceiptStatus, rawStatus: string, more: { detail?: string; superseded?: true } = {}) =>
  describeEvent({ kind: 'receipt', status, rawStatus, ref: 'r', detail: null, ...more })

describe('a delivery report', () => {
  it('is told by what it means, with the provider’s own word after it', () => {
    expect(report('sent', 'ENROUTE')).toBe('Delivery report: on its way (ENROUTE).')
    expect(report('queued', 'QUEUED')).toBe('Delivery report: on its way (QUEUED).')
    expect(report('delivered', 'DELIVRD')).toBe('Delivery report: delivered (DELIVRD).')
    expect(report('undelivered', 'UNDELIV')).toBe('Delivery report: could not be delivered (UNDELIV).')
    expect(report('expired', 'EXPIRED')).toBe('Delivery report: expired: the phone could not be reached in time (EXPIRED).')
    expect(report('rejected', 'REJECTD')).toBe('Delivery report: rejected by the mobile network (REJECTD).')
    expect(report('unknown', 'parked')).toBe('Delivery report: unknown (parked).')
  })

  it('leaves the provider’s word out where it is a digit, or says the same', () => {
    expect(report('delivered', '1')).toBe('Delivery report: delivered.')
    expect(report('delivered', 'Delivered')).toBe('Delivery report: delivered.')
    expect(report('unknown', '')).toBe('Delivery report: unknown.')
  })

  it('keeps what else the provider said, and whether it is about an earlier try', () => {
    expect(report('undelivered', '2', { detail: 'Absent subscriber.', superseded: true })).toBe(
      'Delivery report about an earlier try: could not be delivered. Absent subscriber.',
    )
  })
})

describe('what keeps a text back, and who lets it go', () => {
  it.each([
    [{ kind: 'held', reason: 'quiet_hours', until: 1 }, 'Kept back: it is quiet hours where the recipient is.'],
    [{ kind: 'held', reason: 'blockout', until: 1 }, 'Kept back: the provider sends nothing of this kind at this hour.'],
    [{ kind: 'missed' }, 'Its time came while the desk was closed or the computer slept, so somebody has to decide.'],
    [{ kind: 'released', reason: null }, 'A person sent it at once.'],
    [{ kind: 'released', reason: 'The water is off' }, 'A person sent it all the same: “The water is off”.'],
    [
      { kind: 'rescheduled', at: 1, local: '2026-03-29T09:00', zone: 'America/New_York' },
      'A person chose another time: 2026-03-29 09:00 (America/New York).',
    ],
    [{ kind: 'rescheduled', at: 1, local: null, zone: null }, 'A person chose another time.'],
    [{ kind: 'lapsed', validUntil: 1 }, 'Not sent: the time after which it makes no sense had passed.'],
    [{ kind: 'opted_out' }, 'Not sent: the number asked not to get texts.'],
    [
      { kind: 'failed_over', from: 'Garage', to: 'Shop', code: 'no_credit', message: 'There is no credit left.' },
      'Garage did not take it, so it goes through Shop. There is no credit left.',
    ],
    [{ kind: 'failed_over', from: 'Garage', to: 'Shop', code: 'moved_by_person', message: '' }, 'A person moved it from Garage to Shop.'],
  ] satisfies [MessageEvent, string][])('%j reads as a sentence', (event, words) => {
    expect(describeEvent(event)).toBe(words)
  })
})
