import { describe, expect, it } from 'vitest'
import {
  choiceOf,
  draftFilter,
  draftProblem,
  draftRule,
  filterOf,
  subjectChoices,
  testChoices,
  withSubject,
} from '../../src/renderer/groups/rule-drafts.ts'
import { addedWords, membersWords, ruleWords, takenOutWords } from '../../src/renderer/groups/words.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import type { GroupFilter, GroupRule } from '../../src/shared/contract/groups.ts'
import { ruleProblem, TESTS_OF } from '../../src/shared/groups/rules.ts'
import { ruleWords as ruleWordsOfHost } from '../../src/shared/groups/words.ts'

const words = createWords(await loadCatalog('en'), 'groups', 'en-GB')
const dutch = createWords(await loadCatalog('nl'), 'groups', 'nl')

const FILTER: GroupFilter = {
  match: 'any',
  rules: [
    { subject: { kind: 'field', name: 'City' }, test: 'begins', value: 'Mal' },
    { subject: { kind: 'optedOut' }, test: 'no', value: '' },
  ],
}

describe('rules while they are written', () => {
  it('say what the filter said that they were made from', () => {
    expect(filterOf(draftFilter(FILTER))).toEqual(FILTER)
  })

  it('keep test and value where they make sense for another subject, and drop them where they do not', () => {
    const name = draftRule({ subject: { kind: 'name' }, test: 'begins', value: 'Mal' })
    expect(withSubject(name, 'field:City').rule).toEqual(FILTER.rules[0])
    const country = withSubject(name, 'country')
    expect(country.rule).toEqual({ subject: { kind: 'country' }, test: 'is', value: '' })
    expect(withSubject(country, 'added').rule).toEqual({ subject: { kind: 'added' }, test: 'is', value: '' })
    expect(withSubject(country, 'group').rule).toEqual({ subject: { kind: 'group', groupId: '' }, test: 'yes', value: '' })
  })

  it('offer every subject, the fields people have, those in use, and a name that is typed', () => {
    const draft = draftFilter(FILTER)
    const values = subjectChoices(words, ['Age'], draft.rules).flatMap(({ items }) => items.map(({ value }) => value))
    expect(values).toEqual(['name', 'company', 'notes', 'country', 'added', 'optedOut', 'group', 'field:Age', 'field:City', 'field:'])
    for (const row of draft.rules) expect(values).toContain(choiceOf(row))
    const typed = withSubject(draftRule(), 'field:')
    expect([choiceOf(typed), draftProblem(words, typed.rule)]).toEqual(['field:', 'Fill in the name of the field.'])
    expect(choiceOf({ ...typed, rule: { ...typed.rule, subject: { kind: 'field', name: 'Shoe size' } } })).toBe('field:')
  })

  it('offer for each subject only tests that can be used', () => {
    for (const choice of ['name', 'country', 'added', 'optedOut', 'field:City']) {
      const { rule } = withSubject(draftRule(), choice)
      for (const { value: test } of testChoices(words, rule.subject)) {
        const value = choice === 'country' ? 'SE' : choice === 'added' ? '2026-03-01' : 'x'
        expect(draftProblem(words, { ...rule, test, value })).toBeNull()
      }
    }
    expect(draftProblem(words, { subject: { kind: 'group', groupId: '' }, test: 'yes', value: '' })).toContain('Choose the group')
  })
})

describe('what was done, in words', () => {
  it.each([
    [addedWords(words, 12, 3, 'Regulars'), '12 people added to Regulars, 3 were in it already.'],
    [addedWords(words, 1, 0, 'Regulars'), '1 person added to Regulars.'],
    [addedWords(words, 1, 1, 'Regulars'), '1 person added to Regulars, 1 was in it already.'],
    [addedWords(words, 0, 1, 'Regulars'), 'That person was in Regulars already.'],
    [addedWords(words, 0, 3, 'Regulars'), 'All 3 were in Regulars already.'],
    [takenOutWords(words, 2, 'Regulars'), '2 people taken out of Regulars.'],
    [membersWords(words, 1, null), '1 person'],
    [membersWords(words, 7, 42), '7 people so far, 42 % looked through'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})

describe('rules in words', () => {
  const SUBJECTS: GroupRule['subject'][] = [
    { kind: 'name' },
    { kind: 'company' },
    { kind: 'notes' },
    { kind: 'field', name: 'City' },
    { kind: 'country' },
    { kind: 'added' },
    { kind: 'optedOut' },
    { kind: 'group', groupId: 'known' },
    { kind: 'group', groupId: 'gone' },
  ]
  const RULES = SUBJECTS.flatMap((subject) => TESTS_OF[subject.kind].map((test) => ({ subject, test })))
  const valueOf = ({ kind }: GroupRule['subject']) => (kind === 'country' ? 'NL' : kind === 'added' ? '2026-03-01' : 'Mal')
  const nameOf = (id: string) => (id === 'known' ? 'Regulars' : undefined)

  it.each(RULES)('say in English what the host says: %j', (rule) => {
    const whole = { ...rule, value: valueOf(rule.subject) }
    expect(ruleWords(words, 'en-GB', whole, nameOf)).toBe(ruleWordsOfHost(whole, nameOf, 'en-GB'))
  })

  it.each(RULES)('miss in English what the host misses: %j', (rule) => {
    const empty = { ...rule, value: '' }
    expect(draftProblem(words, empty)).toBe(ruleProblem(empty))
  })

  it('name days and countries in the language of the window', () => {
    const say = (rule: GroupRule) => ruleWords(dutch, 'nl', rule, nameOf)
    expect(say({ subject: { kind: 'country' }, test: 'isNot', value: 'SE' })).toBe('Land is niet Zweden')
    expect(say({ subject: { kind: 'added' }, test: 'before', value: '2026-03-01' })).toBe('Toegevoegd vóór 1 maart 2026')
  })
})
