import { describe, expect, it } from 'vitest'
import type { Evidence, ReportedMessage, Wreck } from './evidence.ts'
import { faultsOf } from './evidence.ts'
import type { CrashResult } from './harness.ts'
import { crashOnce } from './harness.ts'
import { keyOf, MODES } from './plan.ts'
import type { KillPoint } from './points.ts'
import { KILL_POINTS } from './points.ts'
import { seededRandom } from '../support/random.ts'

const TEXTS = 24

/** Points at which a text that the carrier has is one whose fate the desk cannot know. */
const KNOWN_TO_THE_CARRIER: ReadonlySet<KillPoint> = new Set(['bytes written', 'answer read', 'outcome half committed', 'commit cut short'])
/** Points at which a claim is on disk for a text that the carrier never saw. */
const UNKNOWN_TO_THE_CARRIER: ReadonlySet<KillPoint> = new Set(['after claim', 'socket open'])

describe('a desk that is killed while it sends', () => {
  const points: KillPoint[] = [...KILL_POINTS, 'at random', 'at random']
  const runs = points.map((point, run) => ({
    point,
    mode: MODES[run % MODES.length] ?? 'single calls',
    killAgain: run === points.length - 1,
  }))

  it.each(runs)(
    'loses nothing and sends nothing twice (killed: $point; $mode)',
    { timeout: 90_000 },
    async ({ point, mode, killAgain }) => {
      const seed = Math.floor(Math.random() * 2 ** 31)
      const result = await crashOnce({ point, mode, texts: TEXTS, random: seededRandom(seed), killAgain })
      expect(faultsOf(result), `seed ${seed}`).toEqual([])
      if (point !== 'at random') expect(result.killed).toBe(true)
      if (mode === 'batches') expect(Math.max(...result.calls)).toBeGreaterThan(1)
      if (KNOWN_TO_THE_CARRIER.has(point)) expect(unconfirmedTaken(result)).toContain(1)
      if (UNKNOWN_TO_THE_CARRIER.has(point)) expect(unconfirmedTaken(result)).toContain(0)
      if (point === 'after outcome') expect([...(result.wrecks[0]?.statuses.values() ?? [])]).toContain('sent')
    },
  )
})

describe('the judge of a crash', () => {
  const MAJA = '+46701740605'
  const plan = [
    { to: [MAJA], text: 'first' },
    { to: [MAJA], text: 'second' },
  ]
  const [first, second] = [keyOf(MAJA, 'first'), keyOf(MAJA, 'second')]
  const wreck: Wreck = {
    statuses: new Map([
      [first, 'sending'],
      [second, 'queued'],
    ]),
    sending: new Set(['1']),
    openCalls: 1,
    taken: new Map(),
    integrity: 'ok',
  }
  const messages: ReportedMessage[] = [
    { to: MAJA, text: 'first', status: 'unconfirmed', refs: [] },
    { to: MAJA, text: 'second', status: 'sent', refs: ['R2'] },
  ]
  const fine: Evidence = {
    plan,
    wrecks: [wreck],
    undone: ['1'],
    messages,
    taken: new Map([
      [first, 1],
      [second, 1],
    ]),
    refs: new Map([
      [first, 'R1'],
      [second, 'R2'],
    ]),
    arrivals: [first, second],
  }

  it('finds nothing wrong where nothing is', () => {
    expect(faultsOf(fine)).toEqual([])
  })

  it.each<[string, Partial<Evidence>]>([
    ['a text that was taken twice', { taken: new Map(fine.taken).set(second, 2) }],
    ['an unconfirmed text that was taken twice', { taken: new Map(fine.taken).set(first, 2) }],
    ['a text called sent that nobody took', { taken: new Map([[first, 1]]) }],
    ['a text that is lost', { messages: messages.slice(1) }],
    ['a text that is known twice', { messages: [...messages, ...messages.slice(1)] }],
    ['a text the carrier has and the desk does not know', { taken: new Map(fine.taken).set(keyOf(MAJA, 'third'), 1) }],
    ['a text that waits for ever', { messages: messages.map((one) => ({ ...one, status: 'queued' as const })) }],
    ['the reference of another text', { messages: messages.map((one) => ({ ...one, refs: ['R1'] })) }],
    ['a text unconfirmed without having been in flight', { wrecks: [{ ...wreck, statuses: new Map(), sending: new Set(['1']) }] }],
    ['a text at the carrier without a claim on disk', { wrecks: [{ ...wreck, taken: new Map([[second, 1]]) }] }],
    ['an outcome nobody gave', { wrecks: [{ ...wreck, statuses: new Map(wreck.statuses).set(second, 'sent') }] }],
    ['half a commit', { undone: ['1', '2'] }],
    ['more calls than may be in flight', { wrecks: [{ ...wreck, openCalls: 41 }] }],
    ['a damaged file', { wrecks: [{ ...wreck, integrity: 'row 7 missing from index' }] }],
    ['another order', { arrivals: [second, first] }],
  ])('finds %s', (_what, change) => {
    expect(faultsOf({ ...fine, ...change })).not.toEqual([])
  })
})

/** For each unconfirmed message how often the carrier took it. */
function unconfirmedTaken({ messages, taken }: CrashResult): number[] {
  return messages.filter(({ status }) => status === 'unconfirmed').map(({ to, text }) => taken.get(keyOf(to, text)) ?? 0)
}
