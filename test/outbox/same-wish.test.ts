import { describe, expect, it } from 'vitest'
import type { OutboxDesk } from '../support/outbox-desk.ts'
import { addAccount, startOutboxDesk, untilStatus } from '../support/outbox-desk.ts'

const MAJA = '+46701740605'
const KARL = '+46701740606'
const LENA = '+46701740607'
const HOUR = 3_600_000

describe('the same wish', () => {
  const wish = (test: OutboxDesk) => ({
    requestId: crypto.randomUUID(),
    accountId: test.accountId,
    to: [MAJA, KARL],
    text: 'The car is ready.',
  })

  it('with other words, people, account or time is refused, and nothing more is queued', async () => {
    const test = await startOutboxDesk()
    const other = await addAccount(test, test.provider, 'Shop')
    const first = wish(test)
    await test.desk.messages.send(first)
    const changes = [
      { text: 'The car is not ready.' },
      { to: [MAJA] },
      { to: [MAJA, KARL, LENA] },
      { to: [LENA, KARL] },
      { accountId: other },
      { at: test.clock.now() + HOUR },
    ]
    for (const change of changes) {
      await expect(test.desk.messages.send({ ...first, ...change })).rejects.toMatchObject({ data: { code: 'request_id_reused' } })
    }
    expect((await test.desk.messages.list({ limit: 10 })).messages).toHaveLength(2)
  })

  it('asked for twice at the same time with different words is queued once, and the other is refused', async () => {
    const test = await startOutboxDesk()
    const first = wish(test)
    const results = await Promise.allSettled([test.desk.messages.send(first), test.desk.messages.send({ ...first, text: 'Other words' })])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await test.desk.messages.list({ limit: 10 })).messages).toHaveLength(2)
  })

  it('written another way is the same wish', async () => {
    const test = await startOutboxDesk()
    const first = { ...wish(test), text: 'Caf\u0065\u0301 at noon' }
    const { messages } = await test.desk.messages.send(first)
    const again = await test.desk.messages.send({ ...first, to: ['070-174 06 06', MAJA, MAJA], text: 'Café at noon' })
    expect(again.messages.map(({ id }) => id)).toEqual(messages.toReversed().map(({ id }) => id))
  })

  it('asked again after its time still finds the text it made', async () => {
    const test = await startOutboxDesk()
    const first = { ...wish(test), at: test.clock.now() + HOUR }
    const { messages } = await test.desk.messages.send(first)
    await test.clock.advance(2 * HOUR)
    for (const { id } of messages) await untilStatus(test, id, 'sent')
    expect((await test.desk.messages.send(first)).messages.map(({ id }) => id)).toEqual(messages.map(({ id }) => id))
    expect(test.provider.received).toHaveLength(2)
  })
})
