import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../support/fake-clock.ts'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'
import { createTestProvider } from '../support/test-provider.ts'

describe('hooks that were taken', () => {
  test('are applied although those after them could not be stored', async () => {
    const desk = await startListenerDesk()
    const goOn = Promise.withResolvers<void>()
    let runs = 0
    const take: typeof desk.store.hooks.take = async (input) => {
      runs += 1
      if (runs === 2) throw new Error('database or disk is full')
      await goOn.promise
      return desk.store.hooks.take(input)
    }
    let asked = 0
    const adapter = createTestProvider()
    const listener = await desk.start({
      store: { ...desk.store, hooks: { ...desk.store.hooks, take } },
      accounts: {
        hookSecrets: () => Promise.resolve({}),
        adapter: () => {
          asked += 1
          return adapter
        },
      },
    })
    const messageId = desk.putMessage('R1')
    const url = `${listener.address}${desk.path}`
    const first = postJson(url, { report: 'R1', status: 'delivered' })
    await expect.poll(() => runs).toBe(1)
    const second = postJson(url, { report: 'R1', status: 'sent' })
    await expect.poll(() => asked).toBe(2)
    goOn.resolve()
    expect([(await first).status, (await second).status]).toEqual([200, 503])
    await expect.poll(() => desk.statusOf(messageId)).toBe('delivered')
  })

  test('but could not be applied are tried again without waiting for the next hook or start', async () => {
    const desk = await startListenerDesk()
    const clock = createFakeClock()
    let refusals = 2
    const apply: typeof desk.store.hooks.apply = (input) => {
      refusals -= 1
      return refusals >= 0 ? Promise.reject(new Error('database or disk is full')) : desk.store.hooks.apply(input)
    }
    const listener = await desk.start({
      store: { ...desk.store, hooks: { ...desk.store.hooks, apply } },
      setTimer: (ms, task) => clock.setTimer(ms, task),
    })
    const messageId = desk.putMessage('R1')
    await postJson(`${listener.address}${desk.path}`, { report: 'R1', status: 'delivered' })
    // The screens are told of the hook, and it is tried again.
    await expect.poll(() => clock.pendingTimers).toBe(2)
    await clock.advance(5_000)
    await expect.poll(() => clock.pendingTimers).toBe(1)
    await clock.advance(5_000)
    await expect.poll(() => desk.statusOf(messageId)).toBe('delivered')
    expect(desk.log.events().filter((event) => event === 'hook.not_applied')).toHaveLength(2)
  })
})

describe('a text from a customer', () => {
  test('is kept although another text had its id, and is a duplicate when it comes again', async () => {
    const desk = await startListenerDesk()
    const texts = () => desk.db.prepare(`SELECT text FROM messages WHERE direction = 'inbound' ORDER BY created_at, id`).pluck().all()
    for (const text of ['Yes', 'No, wait', 'Yes', 'No, wait']) {
      await postJson(desk.url, { from: '46701740605', to: '46701740600', id: 'M1', text })
      await desk.settled()
    }
    await postJson(desk.url, { from: '46701740606', to: '46701740600', id: 'M1', text: 'Yes' })
    await desk.settled()
    expect(texts()).toEqual(['Yes', 'No, wait', 'Yes'])
    expect(desk.verdicts()).toEqual(['applied', 'applied', 'duplicate', 'duplicate', 'applied'])
  })
})
