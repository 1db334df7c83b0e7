import { cleanLine } from '../contacts/person-text.ts'
import type { GroupFilter, GroupRule } from '../contract/groups.ts'
import { knownCountry } from '../phone/countries.ts'
import { foldText } from '../text/fold.ts'
import { isDay } from '../time/days.ts'

export type RuleSubject = GroupRule['subject']
export type RuleTest = GroupRule['test']

const TEXT_TESTS: readonly RuleTest[] = ['contains', 'containsNot', 'is', 'isNot', 'begins', 'empty', 'notEmpty']

/** The tests that make sense for what a rule looks at, the most usual first. */
export const TESTS_OF: Readonly<Record<RuleSubject['kind'], readonly RuleTest[]>> = {
  name: TEXT_TESTS,
  company: TEXT_TESTS,
  notes: TEXT_TESTS,
  field: TEXT_TESTS,
  country: ['is', 'isNot', 'empty', 'notEmpty'],
  added: ['after', 'before', 'is', 'isNot'],
  optedOut: ['no', 'yes'],
  group: ['yes', 'no'],
}

/** Whether a test compares with a value. */
export function takesValue(test: RuleTest): boolean {
  return test !== 'empty' && test !== 'notEmpty' && test !== 'yes' && test !== 'no'
}

const SUBJECT_WORDS: Readonly<Record<Exclude<RuleSubject['kind'], 'field'>, string>> = {
  name: 'the name',
  company: 'the company',
  notes: 'the notes',
  country: 'the country',
  added: 'the day somebody was added',
  optedOut: 'opt-outs',
  group: 'another group',
}

function subjectWords(subject: RuleSubject): string {
  return subject.kind === 'field' ? `“${subject.name}”` : SUBJECT_WORDS[subject.kind]
}

/** Why a rule cannot be used, as a sentence with the next step; null where it can. */
export function ruleProblem({ subject, test, value }: GroupRule): string | null {
  if (!TESTS_OF[subject.kind].includes(test)) {
    return `A rule about ${subjectWords(subject)} cannot be tested that way. Choose one of the tests offered for it.`
  }
  if (!takesValue(test)) return null
  if (subject.kind === 'country') {
    return knownCountry(value) === undefined ? 'Choose the country that the rule is about.' : null
  }
  if (subject.kind === 'added') {
    return isDay(value) ? null : 'Choose the day that the rule is about.'
  }
  return foldText(value) === '' ? `Fill in what ${subjectWords(subject)} is compared with.` : null
}

/** The same for a whole filter: the first problem of its rules. */
export function filterProblem(filter: GroupFilter): string | null {
  for (const rule of filter.rules) {
    const problem = ruleProblem(rule)
    if (problem !== null) return problem
  }
  return null
}

/** A filter as it is kept: values cleaned as people's own text is, and none where the test takes none. */
export function tidyFilter({ match, rules }: GroupFilter): GroupFilter {
  return { match, rules: rules.map(tidyRule) }
}

function tidyRule({ subject, test, value }: GroupRule): GroupRule {
  if (!takesValue(test)) return { subject, test, value: '' }
  return { subject, test, value: subject.kind === 'country' ? value.toUpperCase() : cleanLine(value) }
}

/** Ids of the groups a filter refers to. */
export function groupsNamedBy(filter: GroupFilter): string[] {
  return [...new Set(filter.rules.flatMap(({ subject }) => (subject.kind === 'group' ? [subject.groupId] : [])))]
}

/** Whether a filter has a rule about this. */
export function asksAbout(filter: GroupFilter, kind: RuleSubject['kind']): boolean {
  return filter.rules.some(({ subject }) => subject.kind === kind)
}
