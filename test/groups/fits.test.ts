import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import type { GroupFilter, GroupRule } from '../../src/shared/contract/groups.ts'
import { groupFilter, groupRule } from '../../src/shared/contract/groups.ts'
import { type Candidate, type Facts, fits } from '../../src/shared/groups/fits.ts'
import { filterProblem, ruleProblem, TESTS_OF, tidyFilter } from '../../src/shared/groups/rules.ts'
import { ruleWords } from '../../src/shared/groups/words.ts'
import { countryOf, createCountryTest } from '../../src/shared/phone/index.ts'

const ZONE = 'Europe/Stockholm'
const GROUP = '01890a5d-ac96-774b-bcce-b302099a8057'

const PERSON: Candidate = {
  name: 'Zoë Ångström',
  company: 'Ångström Bygg',
  notes: 'Likes\ncoffee',
  fields: { City: 'Malmö', 'Last visit': '' },
  numbers: [{ e164: '+46701740605' }, { e164: '+4512345678' }],
  createdAt: Date.parse('2026-03-01T00:30:00+01:00'),
}
const FACTS: Facts = { optedOut: false, groups: new Set([GROUP]) }

/** Any text a person or a program can put into a rule or a person. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    'Ann',
    'ann',
    'ÄNN',
    'anna\u0000',
    '<b>',
    '=1+1',
    '\u202e',
    '__proto__',
    'SE',
    'us',
    '2026-03-01',
    '2026-02-30',
    'x'.repeat(10_000),
  ),
)
const subject: fc.Arbitrary<GroupRule['subject']> = fc.oneof(
  fc.constantFrom('name', 'company', 'notes', 'country', 'added', 'optedOut').map((kind) => ({ kind }) as GroupRule['subject']),
  fc.record({ kind: fc.constant('field' as const), name: fc.constantFrom('City', '__proto__', 'constructor', 'toString') }),
  fc.constant({ kind: 'group' as const, groupId: GROUP }),
)
const rule: fc.Arbitrary<GroupRule> = fc.record({ subject, test: fc.constantFrom(...groupRule.shape.test.options), value: text })
const rules = fc.array(rule, { minLength: 1, maxLength: 5 })
const person: fc.Arbitrary<Candidate> = fc.record({
  name: text,
  company: text,
  notes: text,
  fields: fc.dictionary(fc.constantFrom('City', '__proto__', 'Age'), text),
  numbers: fc.array(fc.record({ e164: fc.oneof(text, fc.stringMatching(/^\+[1-9]\d{6,14}$/)) }), { maxLength: 2 }),
  createdAt: fc.integer({ min: 0, max: 4_102_444_800_000 }),
})
const facts: fc.Arbitrary<Facts> = fc.record({
  optedOut: fc.boolean(),
  groups: fc.constantFrom(new Set<string>(), new Set([GROUP])),
})

const holds = (one: GroupRule, who = PERSON, known = FACTS, zone = ZONE) => fits(who, { match: 'all', rules: [one] }, known, zone)
const about = (kind: 'name' | 'company' | 'notes' | 'country' | 'added' | 'optedOut', test: GroupRule['test'], value = ''): GroupRule => ({
  subject: { kind },
  test,
  value,
})
const field = (name: string, test: GroupRule['test'], value = ''): GroupRule => ({ subject: { kind: 'field', name }, test, value })

describe('who a filter fits', () => {
  it.each<[string, GroupRule, boolean]>([
    ['text is compared without letter case and accents', about('name', 'is', 'ZOE  angstrom'), true],
    ['a part of the text', about('company', 'contains', 'byGG'), true],
    ['a part over a line break, which counts as a blank', about('notes', 'contains', 'likes coffee'), true],
    ['the beginning', about('name', 'begins', 'zo'), true],
    ['a part that is not the beginning', about('name', 'begins', 'ang'), false],
    ['a field by its name', field('City', 'is', 'malmo'), true],
    ['a field by a name in other letters is another one', field('city', 'is', 'malmo'), false],
    ['a field the person has no value in is empty', field('Last visit', 'empty'), true],
    ['so is one the person does not have', field('Car', 'empty'), true],
    ['and what every object has is none', field('toString', 'empty'), true],
    ['the country of the default number', about('country', 'is', 'SE'), true],
    ['not that of another number', about('country', 'is', 'DK'), false],
    ['the day by the clock of the desk: it was still the last of February in UTC', about('added', 'is', '2026-03-01'), true],
    ['before excludes the day', about('added', 'before', '2026-03-01'), false],
    ['after excludes the day', about('added', 'after', '2026-03-01'), false],
    ['before', about('added', 'before', '2026-03-02'), true],
    ['after', about('added', 'after', '2026-02-28'), true],
    ['opt-outs', about('optedOut', 'no'), true],
    ['another group', { subject: { kind: 'group', groupId: GROUP }, test: 'yes', value: '' }, true],
  ])('%s', (_what, one, expected) => {
    expect(holds(one)).toBe(expected)
  })

  it('takes a country for absent where there is no number', () => {
    const nobody = { ...PERSON, numbers: [] }
    expect([
      holds(about('country', 'empty'), nobody),
      holds(about('country', 'notEmpty'), nobody),
      holds(about('country', 'is', 'SE'), nobody),
    ]).toEqual([true, false, false])
  })

  it('never throws, whatever the filter and the person hold', () => {
    fc.assert(
      fc.property(person, facts, fc.constantFrom('all', 'any'), rules, text, (who, known, match, some, zone) => {
        expect(typeof fits(who, { match, rules: some }, known, zone)).toBe('boolean')
        for (const one of some) expect(typeof ruleWords(one, () => undefined, 'en')).toBe('string')
      }),
    )
  })

  it('holds for a test exactly where its opposite does not', () => {
    const opposites = [
      ['is', 'isNot'],
      ['contains', 'containsNot'],
      ['empty', 'notEmpty'],
      ['yes', 'no'],
    ] as const
    fc.assert(
      fc.property(person, facts, rule, fc.constantFrom(...opposites), (who, known, one, [test, opposite]) => {
        expect(holds({ ...one, test }, who, known)).toBe(!holds({ ...one, test: opposite }, who, known))
      }),
    )
  })

  it('holds for any of the rules exactly where not all of their opposites hold', () => {
    const opposite = {
      is: 'isNot',
      isNot: 'is',
      contains: 'containsNot',
      containsNot: 'contains',
      empty: 'notEmpty',
      notEmpty: 'empty',
      yes: 'no',
      no: 'yes',
    } as const
    const reversible = fc.array(
      fc.record({ subject, test: fc.constantFrom(...(Object.keys(opposite) as (keyof typeof opposite)[])), value: text }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(person, facts, reversible, (who, known, some) => {
        const reversed = some.map((one) => ({ ...one, test: opposite[one.test] }))
        expect(fits(who, { match: 'any', rules: some }, known, ZONE)).toBe(!fits(who, { match: 'all', rules: reversed }, known, ZONE))
      }),
    )
  })

  it('reads days as the calendar of the zone has them', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const zones = fc.constantFrom('Europe/Stockholm', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kolkata', 'UTC', 'Africa/Cairo')
    fc.assert(
      fc.property(day, zones, fc.integer({ min: -40, max: 40 }), (value, zone, hours) => {
        const createdAt = Date.parse(`${value}T00:00:00Z`) + hours * 3_600_000
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(createdAt)
        const tested = (['is', 'before', 'after'] as const).filter((test) =>
          holds(about('added', test, value), { ...PERSON, createdAt }, FACTS, zone),
        )
        expect(tested).toEqual([shown === value ? 'is' : shown < value ? 'before' : 'after'])
      }),
      { numRuns: 300 },
    )
  })

  it('reads the country as libphonenumber does, on the short way too', () => {
    const numbers = fc.stringMatching(/^\+(1|44|46|7|47|39|61|883|[1-9]\d?)\d{6,12}$/).filter((number) => number.length <= 16)
    fc.assert(
      fc.property(numbers, fc.constantFrom('SE', 'US', 'CA', 'GB', 'GG', 'RU', 'KZ', 'NO', 'IT', 'VA', 'AU', 'XX'), (number, code) => {
        expect(createCountryTest(code)(number)).toBe(countryOf(number) === code)
        const country = parsePhoneNumberFromString(number)?.country
        if (country !== undefined) expect(countryOf(number)).toBe(country)
      }),
      { numRuns: 500 },
    )
  })
})

describe('which rules can be used', () => {
  it.each<[GroupRule, string | null]>([
    [about('name', 'before', '2026-03-01'), 'cannot be tested that way'],
    [about('optedOut', 'is', 'x'), 'cannot be tested that way'],
    [about('country', 'contains', 'S'), 'cannot be tested that way'],
    [about('name', 'contains', ' \t '), 'Fill in what the name is compared with.'],
    [field('City', 'is'), 'Fill in what “City” is compared with.'],
    [about('country', 'is', 'XX'), 'Choose the country'],
    [about('added', 'before', '2026-02-30'), 'Choose the day'],
    [about('added', 'before', 'March'), 'Choose the day'],
    [about('name', 'empty'), null],
    [about('optedOut', 'no', 'anything'), null],
    [about('country', 'is', 'se'), null],
    [about('added', 'is', '2028-02-29'), null],
  ])('%j: %s', (one, problem) => {
    if (problem === null) expect(ruleProblem(one)).toBeNull()
    else expect(ruleProblem(one)).toContain(problem)
  })

  it('has a problem for every test that is not offered for what a rule looks at', () => {
    for (const [kind, tests] of Object.entries(TESTS_OF)) {
      expect(tests.length).toBeGreaterThan(1)
      const others = groupRule.shape.test.options.filter((test) => !tests.includes(test))
      for (const test of others) {
        expect(ruleProblem({ subject: { kind, name: 'City', groupId: GROUP } as GroupRule['subject'], test, value: 'SE' })).toContain(
          'that way',
        )
      }
    }
  })

  it('keeps a filter so that it fits the same people and is still valid', () => {
    // Control characters in a value go, as they do in the text of people.
    const short = text.map((value) =>
      value
        .slice(0, 200)
        .toWellFormed()
        .replaceAll(/\p{Cc}/gu, ''),
    )
    fc.assert(
      fc.property(
        person,
        facts,
        fc.array(fc.record({ subject, test: fc.constantFrom(...groupRule.shape.test.options), value: short }), {
          minLength: 1,
          maxLength: 4,
        }),
        (who, known, some) => {
          const filter: GroupFilter = { match: 'any', rules: some }
          fc.pre(filterProblem(filter) === null)
          const kept = tidyFilter(filter)
          expect(groupFilter.parse(kept)).toEqual(kept)
          expect(filterProblem(kept)).toBeNull()
          expect(fits(who, kept, known, ZONE)).toBe(fits(who, filter, known, ZONE))
        },
      ),
    )
  })
})

describe('rules in words', () => {
  const words = (one: GroupRule) => ruleWords(one, (id) => (id === GROUP ? 'Regulars' : undefined), 'en-GB')
  it.each<[GroupRule, string]>([
    [about('name', 'contains', 'ann'), 'Name contains “ann”'],
    [field('City', 'isNot', 'Malmö'), 'City is not “Malmö”'],
    [field('City', 'empty'), 'City is empty'],
    [about('country', 'is', 'NL'), 'Country is the Netherlands'],
    [about('country', 'empty'), 'Number without a country'],
    [about('added', 'before', '2026-03-01'), 'Day added is before 1 March 2026'],
    [about('optedOut', 'no'), 'Not opted out'],
    [{ subject: { kind: 'group', groupId: GROUP }, test: 'no', value: '' }, 'Not in “Regulars”'],
    [{ subject: { kind: 'group', groupId: '0' }, test: 'yes', value: '' }, 'In a group that is gone'],
  ])('%j is “%s”', (one, sentence) => {
    expect(words(one)).toBe(sentence)
  })
})
