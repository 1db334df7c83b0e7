import { describe, expect, it } from 'vitest'
import { describeEvent } from '../../src/shared/messages/describe.ts'
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
