import { describe, expect, it } from 'vitest'
import type { KillPoint } from './harness.ts'
import { crashOnce, faultsOf, KILL_POINTS } from './harness.ts'

const TEXTS = 24

describe('a desk that is killed while it sends', () => {
  const runs: KillPoint[] = [...KILL_POINTS, 'taken, not answered', 'answered', 'at random', 'at random', 'at random']

  it.each(runs.map((point, run) => ({ point, run })))(
    'loses nothing and sends nothing twice (killed: $point, run $run)',
    { timeout: 60_000 },
    async ({ point }) => {
      const result = await crashOnce(point, TEXTS, Math.random)
      expect(faultsOf(result, TEXTS)).toEqual([])
      if (point !== 'at random') expect(result.killed).toBe(true)
      if (point === 'taken, not answered') {
        expect(result.messages.some(({ status, taken }) => status === 'unconfirmed' && taken === 1)).toBe(true)
      }
    },
  )

  it('is judged by rules that can fail', () => {
    const fine = { text: 'a', status: 'sent', taken: 1 } as const
    const judge = (messages: Array<{ text: string; status: 'sent' | 'queued' | 'unconfirmed'; taken: number }>, count = 1) =>
      faultsOf({ killed: true, inFlightAtKill: 0, messages }, count)
    expect(judge([fine])).toEqual([])
    expect(judge([{ ...fine, taken: 2 }])).not.toEqual([])
    expect(judge([{ ...fine, taken: 0 }])).not.toEqual([])
    expect(judge([{ ...fine, status: 'queued', taken: 0 }])).not.toEqual([])
    expect(judge([fine], 2)).not.toEqual([])
  })
})
