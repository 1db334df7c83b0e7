import { describe, expect, it } from 'vitest'
import { startupProblem } from '../../src/shared/contract/desk.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { startupWords } from '../../src/renderer/startup/words.ts'
import { guessCountry } from '../../src/renderer/welcome/guess-country.ts'

const words = createWords(await loadCatalog('en'), 'startup', 'en-GB')

const backup = { name: 'before-0002.sqlite', at: 1_700_000_000_000, bytes: 4096 }

describe('start-up problems', () => {
  it('have a title, a reassurance and one next step each', () => {
    const all = startupProblem.shape.code.options.map((code) => startupWords(words, { code, backups: [backup] }))
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
    for (const { reassurance } of all) expect(reassurance ?? 'None.').toMatch(/\.$/u)
  })

  it('offer a backup only where there is one', () => {
    expect(startupWords(words, { code: 'database_damaged', backups: [backup] }).step).toBe('restore_backup')
    expect(startupWords(words, { code: 'database_damaged', backups: [] }).step).toBe('retry')
  })
})

describe('guessing the country of the business', () => {
  const anywhere = () => true

  it.each([
    [['sv-SE'], 'SE'],
    [['nl'], 'NL'],
    [['en', 'sv-SE'], 'SE'],
    [['en-GB', 'sv-SE'], 'GB'],
    [['zh-Hant-TW'], 'TW'],
    [['tw'], 'GH'],
  ])('takes %j for %s', (languages, country) => {
    expect(guessCountry(languages, anywhere)).toBe(country)
  })

  it('passes over what is no language tag and what the desk does not know', () => {
    expect(guessCountry(['', 'not a tag', 'es-419', 'sv-SE'], (code) => code === 'SE')).toBe('SE')
    expect(guessCountry([], anywhere)).toBeNull()
    expect(guessCountry(['sv-SE'], () => false)).toBeNull()
  })
})
