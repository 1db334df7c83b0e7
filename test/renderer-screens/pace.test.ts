import { describe, expect, it } from 'vitest'
import { createPace } from '../../src/renderer/import/pace.ts'
import { importedBeforeWords, paceWords } from '../../src/renderer/import/words.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createTimes } from '../../src/renderer/language/times.ts'
import { createWords } from '../../src/renderer/language/words.ts'

const words = createWords(await loadCatalog('en'), 'importing', 'en-GB')
const times = createTimes(createWords(await loadCatalog('en'), 'times', 'en-GB'), 'en-GB')

describe('how fast an import goes', () => {
  it('is told after a second, by what was reported of late', () => {
    let now = 0
    const pace = createPace(() => now)
    expect(pace(0, 100_000)).toBeNull()
    now = 500
    expect(pace(5_000, 100_000)).toBeNull()
    now = 2_000
    expect(pace(20_000, 100_000)).toEqual({ rowsPerSecond: 10_000, secondsLeft: 8 })
    // It stands still: the old speed is forgotten, and nothing is promised.
    now = 9_000
    expect(pace(20_000, 100_000)).toBeNull()
    now = 11_000
    expect(pace(22_000, 100_000)).toEqual({ rowsPerSecond: 1_000, secondsLeft: 78 })
  })

  it.each([
    [41_830, 16.2, '42,000 rows a second · about 20 seconds left'],
    [987, 3, '990 rows a second · a few seconds left'],
    [4, 54.9, '4 rows a second · about 55 seconds left'],
    [0.2, 80, '1 row a second · about 1 minute left'],
    [12_345, 300, '12,000 rows a second · about 5 minutes left'],
  ])('%d a second and %d seconds left is said as “%s”', (rowsPerSecond, secondsLeft, said) => {
    expect(paceWords(words, { rowsPerSecond, secondsLeft })).toBe(said)
  })
})

describe('a file that was imported before', () => {
  const before = { importId: 'i', fileName: 'kunder.csv', at: Date.UTC(2026, 10, 1, 12), created: 1_800, updated: 1 }
  const now = Date.UTC(2026, 10, 22, 12)

  it('is named, with what came of it', () => {
    expect(importedBeforeWords(words, times, before, now)).toMatch(
      /^This file was imported before, 1 Nov.*, as “kunder\.csv”\. 1,800 people came from it and 1 person was changed by it\. /u,
    )
    expect(importedBeforeWords(words, times, { ...before, created: 0, updated: 0 }, now)).toContain('Nobody came from it.')
  })
})
