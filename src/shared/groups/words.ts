import type { GroupRule } from '../contract/groups.ts'
import { countryInSentence, knownCountry } from '../phone/countries.ts'
import type { RuleSubject, RuleTest } from './rules.ts'

/** What a rule looks at, as the choice of subjects and sentences call it. Fields go by their own name. */
const SUBJECTS: Readonly<Record<Exclude<RuleSubject['kind'], 'field'>, string>> = {
  name: 'Name',
  company: 'Company',
  notes: 'Notes',
  country: 'Country',
  added: 'Day added',
  optedOut: 'Opt-out',
  group: 'Group',
}

/** How a test reads after its subject. */
const TESTS: Readonly<Record<RuleTest, string>> = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  containsNot: 'does not contain',
  begins: 'begins with',
  empty: 'is empty',
  notEmpty: 'is filled in',
  before: 'is before',
  after: 'is after',
  yes: 'yes',
  no: 'no',
}

/**
 * A rule as a sentence without its full stop: "Name contains “ann”", "Not opted out".
 * @param groupName the name of a group by its id; undefined for one that is not known
 * @param locale BCP 47, for days
 */
export function ruleWords({ subject, test, value }: GroupRule, groupName: (id: string) => string | undefined, locale?: string): string {
  switch (subject.kind) {
    case 'optedOut':
      return test === 'yes' ? 'Opted out' : 'Not opted out'
    case 'group': {
      const name = groupName(subject.groupId)
      const group = name === undefined ? 'a group that is gone' : `“${name}”`
      return test === 'yes' ? `In ${group}` : `Not in ${group}`
    }
    case 'country':
      if (test === 'empty') return 'Number without a country'
      if (test === 'notEmpty') return 'Number with a country'
      return `${SUBJECTS.country} ${TESTS[test]} ${knownCountry(value) === undefined ? value : countryInSentence(value)}`
    case 'added':
      return `${SUBJECTS.added} ${TESTS[test]} ${dayWords(value, locale)}`
    default: {
      const name = subject.kind === 'field' ? subject.name : SUBJECTS[subject.kind]
      return test === 'empty' || test === 'notEmpty' ? `${name} ${TESTS[test]}` : `${name} ${TESTS[test]} “${value}”`
    }
  }
}

/** "1 March 2026"; what is no day as it is. */
function dayWords(day: string, locale: string | undefined): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return day
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
}
