import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortInTurns } from '../../src/main/store/sort-in-turns.ts'

it('orders as a sort at once does, however many there are, and pauses in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 1, max: 1_000 }), async (count, kinds) => {
      const values = Array.from({ length: count }, (_, place) => (place * 7_919) % kinds)
      let pauses = 0
      const compare = (one: number, other: number): number => (values[one] ?? 0) - (values[other] ?? 0)
      const order = await sortInTurns(count, compare, async () => void (pauses += 1))
      expect([...order]).toEqual(Array.from(values.keys()).sort(compare))
      expect(pauses).toBeGreaterThanOrEqual(Math.floor(count / 20_000))
    }),
    { numRuns: 20 },
  )
})
