import fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import { type CountryCode, getCountries, getExampleNumber } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { readCleanMobile } from '../../src/shared/phone/clean-mobile.ts'
import { readNotation } from '../../src/shared/phone/read-phone.ts'
import { formatPhone, phoneCountries, readPhone, readPhones } from '../../src/shared/phone/index.ts'

const MAJA = '+46701740605'

describe('a number written by a person', () => {
  it.each([
    ['070-174 06 05'],
    ['0701740605'],
    ['070 – 174 06 05'],
    ['070\u2011174\u201206\u201405'],
    ['070−1740605'],
    ['070.174.06.05'],
    ['(070) 174 06 05'],
    ['070/1740605'],
    ['+46 70 174 06 05'],
    ['+46 (0)70-174 06 05'],
    ['+46(0) 701740605'],
    ['0046 70 174 06 05'],
    ['0046(0)701740605'],
    ['00 46 70 174 06 05'],
    ['(+46) 70 174 06 05'],
    ['070\u00a0174\u202f06\u200905'],
    ['\u200e070-174 06 05\u200f'],
    ['\ufeff0701\u200b740605'],
    ['０７０－１７４ ０６ ０５'],
    ['＋４６７０１７４０６０５'],
    ['٠٧٠١٧٤٠٦٠٥'],
    ['४६७०१७४०६०५'],
    ["'0701740605"],
    ['’0701740605'],
    ['="0701740605"'],
    ['\t0701740605\t'],
    ['tel:+46701740605'],
    ['+0701740605'],
    ['++46701740605'],
  ])('reads %j as a Swedish mobile', (raw) => {
    expect(readPhone(raw, 'SE')).toMatchObject({ valid: true, e164: MAJA, country: 'SE', type: 'mobile' })
  })

  it('says nothing about mending when only separators differ', () => {
    expect(readPhone('070-174 06 05', 'SE')).toMatchObject({ note: null })
    expect(readPhone('9876543210', 'IN')).toMatchObject({ e164: '+919876543210', note: null })
    expect(readPhone('202-555-0123', 'US')).toMatchObject({ e164: '+12025550123', note: null })
  })

  it('takes landlines and says so', () => {
    expect(readPhone('08-465 004 02', 'SE')).toMatchObject({ valid: true, e164: '+46846500402', type: 'landline' })
  })

  it.each([
    ['', 'There is no number in it.'],
    ['ring kontoret', 'There is no number in it.'],
    ['1-800-FLOWERS', 'letters'],
    ['070-174 06 05 ext. 12', 'extension (12)'],
    ['0701740605x12', 'extension (12)'],
    ['070-174 06 05 #7', 'extension (7)'],
    ['+46701740605;ext=3', 'extension (3)'],
    ['112', 'too short'],
    ['71234', 'too short'],
    ['SMSDESK', 'There is no number in it.'],
    ['070174060512345678', 'too long'],
    ['+999 123 456 789', 'calling code'],
    ['+46 999 99', 'Sweden'],
    ['0701740605; 0701740606', 'more than one number'],
    ['0701740605*', 'signs'],
    ['+46+701740605', 'signs'],
    ['7'.repeat(101), 'too long'],
  ])('refuses %j with a sentence', (raw, words) => {
    const reading = readPhone(raw, 'SE')
    expect(reading.valid).toBe(false)
    if (reading.valid) return
    expect(reading.reason).toContain(words)
    expect(reading.reason).toMatch(/^[A-Z].*\.$/)
  })

  it('refuses a national number when the country is not known', () => {
    expect(readPhone('0701740605')).toMatchObject({ valid: false })
    expect(readPhone('46701740605')).toMatchObject({ valid: false })
    expect(readPhone('0701740605', 'ZZ')).toMatchObject({ valid: false })
    expect(readPhone('0046701740605')).toMatchObject({ valid: true, e164: MAJA })
  })

  it('reads any string whatever without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.constantFrom(undefined, 'SE', 'US', 'IT', 'xx'), (raw, country) => {
        const reading = readPhone(raw, country)
        if (reading.valid) expect(reading.e164).toMatch(/^\+[1-9]\d{5,14}$/)
        else expect(reading.reason).not.toBe('')
        for (const { reading } of readPhones(raw, country)) if (reading.valid) expect(reading.e164).toMatch(/^\+[1-9]\d{5,14}$/)
      }),
    )
  })
})

describe('a number a spreadsheet has been at', () => {
  it.each([
    ['701740605', '0 put back'],
    ['46701740605', '+ put back'],
    ['701740605.0', 'spreadsheet notation undone, 0 put back'],
    ['701740605,0', 'spreadsheet notation undone, 0 put back'],
    ['46701740605.00', 'spreadsheet notation undone, + put back'],
    ['4.6701740605E10', 'spreadsheet notation undone, + put back'],
    ['4,6701740605E+10', 'spreadsheet notation undone, + put back'],
    ['7.01740605e+08', 'spreadsheet notation undone, 0 put back'],
  ])('mends %j and notes it', (raw, note) => {
    expect(readPhone(raw, 'SE')).toMatchObject({ valid: true, e164: MAJA, note })
  })

  it.each(['4,67E+10', '4.67E+10', '4,67017E+10', '4.67017406E10', '5E5', '7,0174060512E+08'])(
    'refuses %j, which has lost digits',
    (raw) => {
      const reading = readPhone(raw, 'SE')
      expect(reading).toMatchObject({ valid: false, reason: expect.stringContaining('damaged') })
    },
  )

  it('refuses a number that was calculated with', () => {
    expect(readPhone('-1740629', 'SE')).toMatchObject({ valid: false, reason: expect.stringContaining('damaged') })
    expect(readPhone('- 070-174 06 05', 'SE')).toMatchObject({ valid: true, e164: MAJA })
  })

  it.each(['46,701,740,605', '46,701,740,605.00'])('takes the thousands separators out of %j', (raw) => {
    expect(readPhones(raw, 'SE')).toMatchObject([{ raw, reading: { valid: true, e164: MAJA } }])
  })

  it('does not put a + back for another country', () => {
    expect(readPhone('31612345678', 'SE')).toMatchObject({ valid: false, reason: expect.stringContaining('with + and the calling code') })
  })

  it('takes the mobile where a lost + and a lost 0 would both do, and refuses where nothing tells', () => {
    expect(readPhone('491711234567', 'DE')).toMatchObject({ valid: true, e164: '+491711234567' })
    expect(readPhone('461175709', 'SE')).toMatchObject({ valid: false, reason: expect.stringContaining('two different numbers') })
  })
})

describe('several numbers in one cell', () => {
  it.each([
    ['070-174 06 05 ::: 070-174 06 06', ['+46701740605', '+46701740606']],
    ['070-174 06 05; 070-174 06 06', ['+46701740605', '+46701740606']],
    ['070-174 06 05/070-174 06 06', ['+46701740605', '+46701740606']],
    ['070-174 06 05, 070-174 06 06', ['+46701740605', '+46701740606']],
    ['070-174 06 05\n070-174 06 06', ['+46701740605', '+46701740606']],
    ['070-174 06 05\r\n070-174 06 06\r\n', ['+46701740605', '+46701740606']],
    ['+46701740605 +46701740606', ['+46701740605', '+46701740606']],
    ['+46 70 174 06 05', ['+46701740605']],
    ['070-174 06 05', ['+46701740605']],
  ])('reads %j', (cell, e164s) => {
    expect(readPhones(cell, 'SE').map(({ reading }) => (reading.valid ? reading.e164 : null))).toEqual(e164s)
  })

  it('keeps a slash that is part of one number', () => {
    expect(readPhones('0171/1234567', 'DE')).toMatchObject([{ reading: { valid: true, e164: '+491711234567' } }])
  })

  it('keeps a damaged number in one piece', () => {
    expect(readPhones('4,67E+10', 'SE')).toMatchObject([{ raw: '4,67E+10', reading: { valid: false } }])
  })

  it.each([
    ['+46 8 465 004 02 ext 12', '+46846500402', '12'],
    ['+46 8 465 004 02, ext. 12', '+46846500402', '12'],
    ['08-465 004 02 anknytning 12', '+46846500402', '12'],
    ['08-465 004 02 (ankn. 0412)', '+46846500402', '0412'],
    ['tel:+46846500402;ext=12', '+46846500402', '12'],
    ['+4684650 0402x12', '+46846500402', '12'],
    ['08-465 004 02 #7', '+46846500402', '7'],
    ['08-465 004 02,,12', '+46846500402', '12'],
    ['０８-４６５ ００４ ０２ ext １２', '+46846500402', '12'],
  ])('keeps the extension of %j apart', (cell, e164, extension) => {
    expect(readPhones(cell, 'SE')).toEqual([{ raw: cell, reading: expect.objectContaining({ valid: true, e164 }), extension }])
  })

  it('keeps the extensions of several numbers apart', () => {
    const read = readPhones('08-465 004 02 ext 12; +46701740605 / 08-465 004 11 x3', 'SE')
    expect(read.map(({ reading, extension }) => [reading.valid && reading.e164, extension])).toEqual([
      ['+46846500402', '12'],
      [MAJA, ''],
      ['+46846500411', '3'],
    ])
  })

  it('takes no short code, no name and no service for a number', () => {
    for (const cell of ['71234', '112', 'SMSDESK', 'Bank1', '1-800-FLOWERS', 'x12', 'ext 12'])
      for (const { reading } of readPhones(cell, 'SE')) expect(reading.valid, cell).toBe(false)
  })

  it('tells which of them cannot be used', () => {
    expect(readPhones('070-174 06 05; ring kontoret', 'SE')).toMatchObject([
      { reading: { valid: true } },
      { raw: 'ring kontoret', reading: { valid: false } },
    ])
  })

  it('finds none in an empty cell and bounds a huge one', () => {
    expect(readPhones(' \t', 'SE')).toEqual([])
    const huge = readPhones('7'.repeat(1_000_000), 'SE')
    expect(huge).toHaveLength(1)
    expect(huge[0]?.raw.length).toBeLessThan(200)
  })
})

describe("every country's own example number", () => {
  const countries = getCountries()
  const example = (country: CountryCode) => {
    const number = getExampleNumber(country, examples)
    if (number === undefined) throw new Error(`no example for ${country}`)
    return number
  }

  it('is read in every common notation', () => {
    const notations: Record<string, (country: CountryCode) => string> = {
      e164: (country) => example(country).number,
      international: (country) => example(country).formatInternational(),
      national: (country) => example(country).formatNational(),
      'national with dots': (country) => example(country).formatNational().replaceAll(/[ -]/g, '.'),
      '00': (country) => example(country).number.replace('+', '00'),
      'non-breaking': (country) => example(country).formatInternational().replaceAll(' ', '\u00a0'),
      'with an apostrophe': (country) => `'${example(country).number}`,
      'full width': (country) => example(country).number.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
      'a zero in parentheses': (country) => {
        const { countryCallingCode, nationalNumber } = example(country)
        return `+${countryCallingCode} (0)${nationalNumber}`
      },
    }
    for (const [name, write] of Object.entries(notations)) {
      for (const country of countries) {
        const reading = readPhone(write(country), country)
        expect(reading, `${country} ${name} ${write(country)}`).toMatchObject({ valid: true, e164: example(country).number })
      }
    }
  })

  it('without its + is either read as itself or refused, never as a stranger', () => {
    const others: string[] = []
    for (const country of countries) {
      const reading = readPhone(example(country).number.slice(1), country)
      if (reading.valid && reading.e164 !== example(country).number) others.push(`${country} ${reading.e164}`)
    }
    expect(others).toEqual([])
  })

  it('is formatted for the eye and read back', () => {
    for (const country of countries)
      expect(readPhone(formatPhone(example(country).number))).toMatchObject({ valid: true, e164: example(country).number })
    expect(formatPhone(MAJA)).toBe('+46 70 174 06 05')
    expect(formatPhone('INFO')).toBe('INFO')
  })
})

describe('the list of countries', () => {
  it('names every country once, in the language asked for, in its order', () => {
    const swedish = phoneCountries('sv')
    expect(swedish).toHaveLength(getCountries().length)
    expect(swedish.find((country) => country.code === 'SE')).toEqual({ code: 'SE', name: 'Sverige', callingCode: '+46' })
    const names = swedish.map((country) => country.name)
    expect(names).toEqual([...names].sort(new Intl.Collator('sv').compare))
  })
})

describe('a clean mobile, read at sight', () => {
  const countries = getCountries()
  const example = (country: CountryCode) => getExampleNumber(country, examples)

  it('is what the library reads, in every country and whatever the digits', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String)
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        // Mostly numbers of the country itself.
        fc.option(fc.constantFrom(...countries), { nil: null, freq: 1 }),
        fc.array(digit, { maxLength: 9 }),
        fc.nat(4),
        fc.constantFrom('', '0', '+', '00', '+0'),
        fc.constantFrom('', ' ', '-', '.'),
        (country, elsewhere, changed, kept, before, separator) => {
          const { countryCallingCode = '', nationalNumber = '' } = example(elsewhere ?? country) ?? {}
          const national = (nationalNumber.slice(0, kept) + changed.join('')).slice(0, Math.max(nationalNumber.length, 4))
          for (const digits of [national, `${countryCallingCode}${national}`, nationalNumber.slice(0, -2) + changed.slice(0, 2).join('')]) {
            const notation = `${before}${digits.slice(0, 3)}${separator}${digits.slice(3)}`
            const read = readNotation(notation, country)
            expect(readCleanMobile(notation, country) ?? read, `${notation} in ${country}`).toEqual(read)
          }
        },
      ),
      { numRuns: 20_000 },
    )
  })

  it('is what the library reads of the numbers a market may have', () => {
    let seen = 0
    for (const [country, prefixes] of Object.entries({
      SE: ['07', '+467', '010', '08'],
      DE: ['01', '+491', '030'],
      NL: ['06', '+316'],
      FR: ['06', '07', '+337'],
      IN: ['9', '+917'],
      NO: ['4', '+479'],
    })) {
      for (const prefix of prefixes) {
        for (let at = 0; at < 5_000; at += 1) {
          const notation =
            prefix +
            String((at * 7_919_993) % 1_000_000_000)
              .padStart(9, '0')
              .slice(0, 6 + (at % 4))
          const atSight = readCleanMobile(notation, country as CountryCode)
          if (atSight === null) continue
          seen += 1
          const read = readNotation(notation, country)
          if (!read.valid || read.e164 !== atSight.e164 || read.type !== 'mobile' || read.note !== null || read.country !== country)
            throw new Error(`${notation} in ${country}: ${JSON.stringify(read)}`)
        }
      }
    }
    expect(seen).toBeGreaterThan(5_000)
  })

  it('is most of what a Swedish list has', () => {
    for (const notation of ['0701740605', '070-174 06 05', '+46701740605', '+46 70 174 06 05'])
      expect(readCleanMobile(notation, 'SE')).toMatchObject({ e164: MAJA, type: 'mobile' })
    for (const notation of ['08-465 004 02', '701740605', '46701740605', '0046701740605', '+4607017406', '07017406051', '+31612345678'])
      expect(readCleanMobile(notation, 'SE')).toBeNull()
  })
})
