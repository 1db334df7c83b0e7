import { describe, expect, it } from 'vitest'
import { countryOptions, countryWords, isCountry, rankCountries } from '../../src/renderer/settings/countries.ts'

const options = countryOptions('en')
const first = (typed: string) => rankCountries(options, typed)[0]?.value

describe('choosing a country', () => {
  it.each([
    ['nether', 'NL'],
    ['se', 'SE'],
    ['swe', 'SE'],
    ['+46', 'SE'],
    ['31', 'NL'],
    ['cote', 'CI'],
    ['kingdom', 'GB'],
    ['india', 'IN'],
  ])('finds for %j first %s', (typed, code) => {
    expect(first(typed)).toBe(code)
  })

  it('offers all of them before anything is typed, and none for nonsense', () => {
    expect(rankCountries(options, ' ')).toHaveLength(options.length)
    expect(rankCountries(options, 'zzzz')).toEqual([])
  })

  it('says a country with its calling code', () => {
    expect([countryWords('SE', 'en'), countryWords('SE', 'sv'), countryWords('XX', 'sv')]).toEqual(['Sweden +46', 'Sverige +46', 'XX'])
    expect(isCountry('SE')).toBe(true)
    expect(isCountry('XX')).toBe(false)
    expect(countryOptions('sv').find(({ value }) => value === 'NL')?.label).toBe('Nederländerna +31')
  })
})
