import { describe, expect, test, vi } from 'vitest'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { createTeller, TELL_EVERY_MS, type TellerDependencies } from '../../src/renderer/notifications/teller.ts'
import type { NotificationSettings } from '../../src/shared/contract/notifications.ts'
import type { Arrival } from '../../src/shared/notifications/grouping.ts'

const SETTINGS: NotificationSettings = { when: 'always', shows: 'text', quietUntil: null, quietHours: null }

const english = createWords(await loadCatalog('en'), 'arrivals', 'en-GB')
const swedish = createWords(await loadCatalog('sv'), 'arrivals', 'sv')

function text(conversationId: string, messageId = `${conversationId}-1`): Arrival {
  return { what: 'text', conversationId, messageId }
}

/** Everything that was promised by now has been taken note of. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** A window with outlets that remember what is shown, and a clock the test turns. */
function givenTeller(change: Partial<TellerDependencies> = {}) {
  const screens = { window: new Map<string, string>(), computer: new Map<string, string>() }
  const timers: { at: number; task: () => void }[] = []
  let now = 1_000_000
  let asked = 0
  const outlet = (screen: Map<string, string>) => ({
    show: (subject: string, { title, body }: { title: string; body: string }) => void screen.set(subject, `${title}: ${body}`),
    hide: (subjects: readonly string[]) => subjects.forEach((subject) => screen.delete(subject)),
  })
  const teller = createTeller({
    settings: () => SETTINGS,
    words: () => english,
    inFront: () => ({ window: false, conversationId: null }),
    tells: () => Promise.resolve(true),
    factsOf: ({ conversationId, messageId }) => {
      asked += 1
      return Promise.resolve({ who: conversationId, text: messageId })
    },
    window: outlet(screens.window),
    computer: outlet(screens.computer),
    zone: 'Europe/Stockholm',
    now: () => now,
    setTimer: (ms, task) => void timers.push({ at: now + ms, task }),
    ...change,
  })
  return {
    ...screens,
    teller,
    asked: () => asked,
    turn(ms: number) {
      now += ms
      for (const { task } of timers.splice(0).filter(({ at }) => at <= now)) task()
    },
  }
}

describe('telling of what comes in', () => {
  test('the first text at once, a burst as one, and the host is not asked for texts nobody will see', async () => {
    const { teller, computer, turn, asked } = givenTeller()
    teller.take(text('maja'))
    await vi.waitFor(() => expect([...computer.values()]).toEqual(['maja: maja-1']))
    for (let one = 0; one < 200; one += 1) teller.take(text(`c${one % 50}`, `m${one}`))
    turn(TELL_EVERY_MS)
    await vi.waitFor(() => expect([...computer]).toEqual([['many', '201 new texts from 51 people: Open SMS Desk to read them.']]))
    expect(asked()).toBe(1)
  })

  test('in the language of the window as it is when something comes in', async () => {
    let words = english
    const settings: NotificationSettings = { ...SETTINGS, shows: 'who' }
    const { teller, computer, turn } = givenTeller({ settings: () => settings, words: () => words })
    teller.take(text('maja'))
    await vi.waitFor(() => expect([...computer.values()]).toEqual(['maja: New text']))
    words = swedish
    turn(TELL_EVERY_MS)
    teller.take(text('karl'))
    await vi.waitFor(() => expect(computer.get('karl')).toBe('karl: Nytt sms'))
  })

  test('in front of the person a note stands in the window, and none of the open conversation', async () => {
    const { teller, window, computer, turn } = givenTeller({ inFront: () => ({ window: true, conversationId: 'open' }) })
    teller.take(text('open'))
    turn(TELL_EVERY_MS)
    teller.take(text('other'))
    await vi.waitFor(() => expect([...window.keys()]).toEqual(['other']))
    expect([...computer.keys()]).toEqual([])
  })

  test('a window that is not to tell, or whose sister is in front, is silent', async () => {
    const tells = vi.fn<() => Promise<boolean>>(() => Promise.resolve(false))
    const { teller, computer, asked } = givenTeller({ tells })
    teller.take(text('maja'))
    await vi.waitFor(() => expect(tells).toHaveBeenCalledOnce())
    await tells.mock.results[0]?.value
    expect([computer.size, asked()]).toEqual([0, 0])
  })

  test('what the computer shows goes when the person comes back, also what was still being asked for', async () => {
    const facts = Promise.withResolvers<{ who: string; text: string }>()
    const { teller, computer, turn } = givenTeller({
      factsOf: ({ conversationId }) => (conversationId === 'slow' ? facts.promise : Promise.resolve({ who: conversationId, text: 'x' })),
    })
    teller.take(text('maja'))
    await vi.waitFor(() => expect([...computer.keys()]).toEqual(['maja']))
    teller.take(text('slow'))
    turn(TELL_EVERY_MS)
    teller.clear()
    expect(computer.size).toBe(0)
    facts.resolve({ who: 'slow', text: 'late' })
    await settled()
    expect(computer.size).toBe(0)
  })

  test('a text that was overtaken while it was asked for is not shown over the newer one', async () => {
    const slow = Promise.withResolvers<{ who: string; text: string }>()
    const { teller, computer, turn } = givenTeller({
      factsOf: ({ messageId }) => (messageId === 'first' ? slow.promise : Promise.resolve({ who: 'Maja', text: messageId })),
    })
    teller.take(text('maja', 'first'))
    teller.take(text('maja', 'second'))
    turn(TELL_EVERY_MS)
    await vi.waitFor(() => expect(computer.get('maja')).toBe('Maja (2): second'))
    slow.resolve({ who: 'Maja', text: 'first' })
    await settled()
    expect(computer.get('maja')).toBe('Maja (2): second')
  })
})
