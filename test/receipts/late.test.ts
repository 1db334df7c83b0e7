import { describe, expect, onTestFinished, test } from 'vitest'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import { startTestCarrier } from '../support/carrier.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { sendText, untilStatus } from '../support/outbox-desk.ts'
import type { TestDesk } from '../support/test-desk.ts'
import { startTestDesk } from '../support/test-desk.ts'
import { HOUR, KARL, MAJA } from './desk.ts'

/** A desk and a carrier that speak over HTTP, each with a clock of its own. */
async function deskWithCarrier(behaviour: Partial<SandboxBehaviour>) {
  const carrierClock = createFakeClock()
  const carrier = await startTestCarrier({ behaviour: { receiptDelayMs: HOUR, ...behaviour }, clock: carrierClock })
  onTestFinished(() => carrier.stop())
  const test = await startTestDesk()
  const { id: accountId } = await test.desk.accounts.add({
    provider: 'connectel',
    name: 'Garage',
    config: { baseUrl: carrier.baseUrl, sender: 'Garage' },
    secrets: { token: 'tok-example' },
  })
  async function hookTo({ app, desk }: TestDesk): Promise<void> {
    const { hookPath } = await desk.accounts.get({ id: accountId })
    carrier.setHookUrl(`${app.services().listener.address ?? ''}${hookPath}`)
  }
  await hookTo(test)
  return { ...test, accountId, carrier, carrierClock, hookTo }
}

describe('a receipt that comes after the desk was closed and opened again', () => {
  test.each<['json' | 'form']>([['json'], ['form']])('finds its text by the reference (%s)', async (receiptEncoding) => {
    const before = await deskWithCarrier({ receiptEncoding })
    const { id } = await sendText(before, MAJA, 'Your car is ready.')
    await untilStatus(before, id, 'sent')
    const after = await before.restart()
    await before.hookTo(after)
    await before.carrierClock.advance(HOUR)
    const message = await untilStatus(after, id, 'delivered')
    expect(message.events.at(-1)?.description).toMatch(/^Delivery report: delivered/)
  })

  test('finds a text whose answer never came by number and time, and leaves two of one number to a person', async () => {
    const before = await deskWithCarrier({ answer: 'drop_after', receiptEncoding: 'form' })
    const { id } = await sendText(before, MAJA, 'Your car is ready.')
    const twice = [await sendText(before, KARL, 'One'), await sendText(before, KARL, 'Two')]
    for (const one of [{ id }, ...twice]) await untilStatus(before, one.id, 'unconfirmed')
    const after = await before.restart()
    await before.hookTo(after)
    await before.carrierClock.advance(HOUR)
    const message = await untilStatus(after, id, 'delivered')
    expect(message.providerRefs).toEqual([before.carrier.accepted.find(({ recipient }) => `+${recipient}` === MAJA)?.requestid])
    expect(message.events.at(-1)?.description).toBe('Delivery report, found by number and time: delivered (DELIVRD).')
    for (const one of twice) expect((await after.desk.messages.get({ id: one.id })).status).toBe('unconfirmed')
    expect(before.carrier.accepted).toHaveLength(3)
  })
})
