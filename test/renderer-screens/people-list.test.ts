import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idsBetween } from '../../src/renderer/contacts/ids-between.ts'
import { tallListOf } from '../../src/renderer/contacts/tall-list.ts'
import { isTicked, MOST_TICKED, tickedCount, atLeastWords, withIds, type Ticked } from '../../src/renderer/contacts/usePeopleSelection.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'

const words = createWords(await loadCatalog('en'), 'contacts', 'en-GB')

describe('a list that may be taller than browsers scroll', () => {
  const lists = fc.record({
    count: fc.integer({ min: 0, max: 2_000_000 }),
    rowHeight: fc.integer({ min: 20, max: 80 }),
    viewHeight: fc.integer({ min: 100, max: 3_000 }),
  })

  it('is never taller than that, and its scrollbar reaches from the first row to the last', () => {
    fc.assert(
      fc.property(lists, (given) => {
        const list = tallListOf(given)
        expect(list.height).toBeLessThanOrEqual(16_000_000)
        const end = Math.max(0, list.height - given.viewHeight)
        expect(list.offsetAt(0)).toBe(0)
        expect(list.offsetAt(end) + given.viewHeight).toBeGreaterThanOrEqual(given.count * given.rowHeight)
        expect(list.scrollTopFor(list.offsetAt(end))).toBeCloseTo(end, 3)
      }),
    )
  })

  it('shows a row whole where it is asked to, moving no further than it must', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), fc.constantFrom('auto', 'start', 'center', 'end'), (given, row, from, align) => {
        fc.pre(given.count > 0 && given.viewHeight >= given.rowHeight)
        const list = tallListOf(given)
        const index = row % given.count
        const before = list.offsetAt(from)
        const after = list.offsetToSee(index, before, align)
        expect(index * given.rowHeight).toBeGreaterThanOrEqual(after)
        expect((index + 1) * given.rowHeight).toBeLessThanOrEqual(after + given.viewHeight)
        const isSeen = index * given.rowHeight >= before && (index + 1) * given.rowHeight <= before + given.viewHeight
        if (align === 'auto' && isSeen) expect(after).toBe(before)
      }),
    )
  })
})

describe('ticking people', () => {
  it('keeps count of those ticked, and of all but those left out', () => {
    const total = { count: 10, atLeast: false }
    const some = withIds({ all: false, ids: new Set() }, ['a', 'b'], true)
    expect([isTicked(some, 'a'), isTicked(some, 'c'), tickedCount(some, total).count]).toEqual([true, false, 2])
    const but = withIds({ all: true, ids: new Set() }, ['a', 'b'], false)
    expect([isTicked(but, 'a'), isTicked(but, 'c'), tickedCount(but, total).count]).toEqual([false, true, 8])
    expect(tickedCount(withIds(but, ['a'], true), total).count).toBe(9)
    expect(tickedCount(but, { count: 2_000, atLeast: true })).toEqual({ count: 1_998, atLeast: true })
  })

  it('takes no more one by one than can be said', () => {
    const many = Array.from({ length: MOST_TICKED }, (_, index) => String(index))
    const full: Ticked = withIds({ all: false, ids: new Set() }, many, true)
    expect(full.ids.size).toBe(MOST_TICKED)
    expect(withIds(full, ['one more'], true)).toBe(full)
  })

  it('takes a stretch of rows, those not loaded too', async () => {
    const asked: number[][] = []
    const ids = await idsBetween(
      async (offset, limit) => {
        asked.push([offset, limit])
        return { contacts: Array.from({ length: limit }, (_, index) => ({ id: String(offset + index) })) }
      },
      20,
      620,
    )
    expect(ids).toEqual(Array.from({ length: 601 }, (_, index) => String(20 + index)))
    expect(asked).toEqual([
      [20, 500],
      [520, 101],
    ])
  })

  it('says how many in words', () => {
    expect(atLeastWords(words, 'selected', { count: 12_345, atLeast: false })).toBe('12,345 selected')
    expect(atLeastWords(words, 'total', { count: 1, atLeast: false })).toBe('1 person')
    expect(atLeastWords(words, 'found', { count: 2_000, atLeast: true })).toBe('More than 2,000 found')
  })
})
