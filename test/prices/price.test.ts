import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extraMoney, priceOf, priceWords } from '../../src/renderer/inbox/composer/price-words.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { MAX_PRICE_MICROS, moneyWords, priceFor, quote, sumWords, type Price, type PricedParts } from '../../src/shared/prices/price.ts'
import { readCallingCode, readCountryName } from '../../src/shared/prices/read-country.ts'
import { readMoney } from '../../src/shared/prices/read-money.ts'
import { phoneCountries } from '../../src/shared/phone/index.ts'

const composer = createWords(await loadCatalog('en'), 'composer', 'en')

const COUNTRIES = ['SE', 'NO', 'IN', 'US', 'NL']
const country = fc.option(fc.constantFrom(...COUNTRIES), { nil: null })
const currency = fc.constantFrom('SEK', 'EUR', 'INR')
const price = fc.record({ country, micros: fc.integer({ min: 0, max: MAX_PRICE_MICROS }), currency })
const prices = fc.uniqueArray(price, { selector: (one: Price) => one.country })
const parts = fc.record({ country, parts: fc.integer({ min: 0, max: 100_000 }) })

describe('a quote', () => {
  test('is the price of each part added up, exactly, with what has no price named', () => {
    fc.assert(
      fc.property(prices, fc.array(parts, { maxLength: 30 }), (list: Price[], texts: PricedParts[]) => {
        const expected = new Map<string, bigint>()
        const unpriced = new Set<string | null>()
        for (const { country: to, parts: count } of texts) {
          const own = list.find((one) => one.country !== null && one.country === to) ?? list.find((one) => one.country === null)
          if (count === 0) continue
          if (own === undefined) unpriced.add(to)
          else expected.set(own.currency, (expected.get(own.currency) ?? 0n) + BigInt(own.micros) * BigInt(count))
        }
        const { sums, unpriced: found } = quote(list, texts)
        expect(new Map(sums.map(({ currency: code, micros }) => [code, BigInt(micros)]))).toEqual(expected)
        expect(new Set(found)).toEqual(unpriced)
        expect(found).toHaveLength(unpriced.size)
      }),
    )
  })

  test('of everybody together is that of each by themselves', () => {
    fc.assert(
      fc.property(prices, fc.array(country, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 30 }), (list, people, count) => {
        const together = priceOf(list, people, count)
        const alone = people.map((one) => priceOf(list, [one], count))
        for (const { currency: code, micros } of together.sums) {
          const sum = alone.flatMap(({ sums }) => sums).reduce((total, one) => total + (one.currency === code ? one.micros : 0), 0)
          expect(micros).toBe(sum)
        }
        expect(new Set(together.unpriced)).toEqual(new Set(alone.flatMap(({ unpriced }) => unpriced)))
      }),
    )
  })

  test('takes the price of the country before that of the rest', () => {
    const list = [
      { country: null, micros: 9, currency: 'EUR' },
      { country: 'SE', micros: 1, currency: 'SEK' },
    ]
    expect(priceFor(list, 'SE')?.micros).toBe(1)
    expect(priceFor(list, 'NO')?.micros).toBe(9)
    expect(priceFor(list, null)?.micros).toBe(9)
    expect(priceFor(list.slice(1), 'NO')).toBeNull()
  })
})

describe('money in words', () => {
  test.for([
    [700_000, 'SEK', 'SEK 0.70'],
    [1_400_000, 'SEK', 'SEK 1.40'],
    [35_000, 'EUR', 'EUR 0.035'],
    [7_900, 'USD', 'USD 0.0079'],
    [1, 'USD', 'USD 0.000001'],
    [0, 'SEK', 'SEK 0.00'],
    [12_000_000, 'SEK', 'SEK 12.00'],
    [12_000_000, 'JPY', 'JPY 12'],
    [1_234_560_000, 'SEK', 'SEK 1,234.56'],
  ] as const)('%s millionths of %s are %s', ([micros, code, words]) => {
    expect(moneyWords(micros, code, 'en')).toBe(words)
  })

  test('never make something of nothing or nothing of something', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_PRICE_MICROS }), currency, (micros, code) => {
        expect(/[1-9]/.test(moneyWords(micros, code, 'en'))).toBe(micros > 0)
      }),
    )
  })

  test('name each currency', () => {
    expect(
      sumWords(
        [
          { currency: 'EUR', micros: 1_200_000 },
          { currency: 'SEK', micros: 700_000 },
        ],
        'en',
      ),
    ).toBe('EUR 1.20 and SEK 0.70')
  })

  test('are written as the language does', async () => {
    const sums = [{ currency: 'SEK', micros: 1_234_560_000 }]
    expect(moneyWords(350_000, 'SEK', 'sv-SE')).toBe('0,35 SEK')
    expect(moneyWords(350_000, 'EUR', 'nl-NL')).toBe('EUR 0,35')
    const swedish = createWords(await loadCatalog('sv'), 'composer', 'sv-SE')
    expect(priceWords(swedish, 'sv-SE', { sums, unpriced: [] }, 'KPN').words).toBe('ungefär 1 234,56 SEK')
    const dutch = createWords(await loadCatalog('nl'), 'composer', 'nl-NL')
    expect(priceWords(dutch, 'nl-NL', { sums: [], unpriced: ['SE', null, 'US'] }, 'KPN').missing).toBe(
      'Er is geen prijs ingesteld voor Zweden en Verenigde Staten. Stel die in bij Instellingen › Accounts › KPN.',
    )
  })

  test('say nothing where a price is missing, but why', () => {
    const list = [{ country: 'SE', micros: 350_000, currency: 'SEK' }]
    expect(priceWords(composer, 'en', priceOf(list, ['SE', 'SE'], 2), 'KPN')).toEqual({ words: 'about SEK 1.40', missing: null })
    expect(priceWords(composer, 'en', priceOf(list, ['SE', 'NO'], 2), 'KPN')).toEqual({
      words: null,
      missing: 'No price set for Norway. Set it in Settings › Accounts › KPN.',
    })
    expect(priceWords(composer, 'en', priceOf([], ['SE', null], 1), 'KPN').missing).toBe(
      'No price set for Sweden. Set it in Settings › Accounts › KPN.',
    )
    expect(extraMoney(list, ['SE'], 2, 'en')).toBe('SEK 0.70')
    expect(extraMoney(list, ['NO'], 2, 'en')).toBeNull()
  })
})

describe('a price as people write it', () => {
  test.for([
    ['0.35', 350_000, null],
    ['0,35', 350_000, null],
    ['€ 0,0725', 72_500, 'EUR'],
    ['0.0079 USD', 7_900, 'USD'],
    ['SEK 1.234,56', null, null],
    ['SEK 123,56', 123_560_000, 'SEK'],
    ['.5', 500_000, null],
    ['1 000', 1_000_000_000, null],
    ['0.0000001', 1, null],
    ['0', 0, null],
    ['$0.01', 10_000, null],
    ['0,35 kr', 350_000, null],
    ['-1', null, null],
    ['cheap', null, null],
    ['', null, null],
    ['3 cents', null, null],
    ['1001', null, null],
  ] as const)('%s', ([cell, micros, code]) => {
    expect(readMoney(cell)).toEqual(micros === null ? null : { micros, currency: code })
  })

  test('is read back from how it is shown, in every notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('.', ','), (micros, mark) => {
        const written = `${Math.floor(micros / 1_000_000)}${mark}${String(micros % 1_000_000).padStart(6, '0')}`
        expect(readMoney(written)).toEqual({ micros, currency: null })
      }),
    )
  })
})

describe('a country as a price list writes it', () => {
  test('is every country by its English name, code and, where it has one of its own, calling code', () => {
    for (const { code, name, callingCode } of phoneCountries('en')) {
      expect(readCountryName(name)).toEqual({ country: code })
      expect(readCountryName(code.toLowerCase())).toEqual({ country: code })
      expect(readCallingCode(callingCode)).not.toBeNull()
    }
  })

  test.for([
    ['Sverige', 'SE'],
    ['Nederland', 'NL'],
    ['USA', 'US'],
    ['Sweden - Tele2', 'SE'],
    ['India (Airtel)', 'IN'],
    ['côte d’ivoire', 'CI'],
  ])('%s is %s', ([name = '', code]) => {
    expect(readCountryName(name)).toEqual({ country: code })
  })

  test.for([
    ['+46', 'SE'],
    ['0031', 'NL'],
    ['4670', 'SE'],
    ['1', 'US'],
    ['44', 'GB'],
  ])('%s is the calling code of %s', ([cell = '', code]) => {
    expect(readCallingCode(cell)).toEqual({ country: code })
  })

  test('is not guessed', () => {
    expect(readCountryName('Atlantis')).toBeNull()
    expect(readCallingCode('1204')).toBeNull()
    expect(readCallingCode('0.35')).toBeNull()
    expect(readCountryName('Rest of world')).toEqual({ country: null })
  })
})
