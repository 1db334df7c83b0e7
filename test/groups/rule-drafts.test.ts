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
import { addedWords, membersWords, takenOutWords } from '../../src/renderer/groups/words.ts'
import type { GroupFilter } from '../../src/shared/contract/groups.ts'

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
    const values = subjectChoices(['Age'], draft.rules).flatMap(({ items }) => items.map(({ value }) => value))
    expect(values).toEqual(['name', 'company', 'notes', 'country', 'added', 'optedOut', 'group', 'field:Age', 'field:City', 'field:'])
    for (const row of draft.rules) expect(values).toContain(choiceOf(row))
    const typed = withSubject(draftRule(), 'field:')
    expect([choiceOf(typed), draftProblem(typed.rule)]).toEqual(['field:', 'Fill in the name of the field.'])
    expect(choiceOf({ ...typed, rule: { ...typed.rule, subject: { kind: 'field', name: 'Shoe size' } } })).toBe('field:')
  })

  it('offer for each subject only tests that can be used', () => {
    for (const choice of ['name', 'country', 'added', 'optedOut', 'field:City']) {
      const { rule } = withSubject(draftRule(), choice)
      for (const { value: test } of testChoices(rule.subject)) {
        const value = choice === 'country' ? 'SE' : choice === 'added' ? '2026-03-01' : 'x'
        expect(draftProblem({ ...rule, test, value })).toBeNull()
      }
    }
    expect(draftProblem({ subject: { kind: 'group', groupId: '' }, test: 'yes', value: '' })).toContain('Choose the group')
  })
})

describe('what was done, in words', () => {
  it.each([
    [addedWords(12, 3, 'Regulars'), '12 people added to Regulars, 3 were in it already.'],
    [addedWords(1, 0, 'Regulars'), '1 person added to Regulars.'],
    [addedWords(1, 1, 'Regulars'), '1 person added to Regulars, 1 was in it already.'],
    [addedWords(0, 1, 'Regulars'), 'That person was in Regulars already.'],
    [addedWords(0, 3, 'Regulars'), 'All 3 were in Regulars already.'],
    [takenOutWords(2, 'Regulars'), '2 people taken out of Regulars.'],
    [membersWords(1, null), '1 person'],
    [membersWords(7, 42), '7 people so far, 42 % looked through'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected)
  })
})
