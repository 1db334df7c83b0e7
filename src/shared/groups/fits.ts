import type { GroupFilter, GroupRule } from '../contract/groups.ts'
import { countryOf, createCountryTest } from '../phone/index.ts'
import { foldText } from '../text/fold.ts'
import { daySpan } from '../time/days.ts'

/** What rules look at of a person. */
export interface Candidate {
  name: string
  company: string
  notes: string
  fields: Readonly<Record<string, string>>
  /** First is the default number. */
  numbers: readonly { e164: string }[]
  /** ms since 1970 UTC. */
  createdAt: number
}

/** What rules look at besides the person. */
export interface Facts {
  /** Whether a number of the person is opted out. */
  optedOut: boolean
  /** Ids of the groups the person is in. */
  groups: ReadonlySet<string>
}

/** Whether a rule, or a filter, holds for somebody. */
export type Holds = (person: Candidate, facts: Facts) => boolean

/** Tests that are the opposite of another one. */
const OPPOSITES: Partial<Record<GroupRule['test'], GroupRule['test']>> = {
  isNot: 'is',
  containsNot: 'contains',
  notEmpty: 'empty',
  no: 'yes',
}

const NEVER: Holds = () => false

/**
 * Whether a person belongs to the group with this filter: the one place that decides it.
 * @param zone IANA name of the time zone in which days are meant
 */
export function fits(person: Candidate, filter: GroupFilter, facts: Facts, zone: string): boolean {
  return compileFilter(filter, zone)(person, facts)
}

/**
 * The same as {@link fits}, for many people: what is the same for all of them is worked out once. Never throws, whatever a
 * filter or a person holds: a rule that makes no sense (see `ruleProblem`) holds for nobody, its opposite for everybody.
 */
export function compileFilter({ match, rules }: GroupFilter, zone: string): Holds {
  const compiled = rules.map((rule) => compileRule(rule, zone))
  return match === 'all'
    ? (person, facts) => compiled.every((holds) => holds(person, facts))
    : (person, facts) => compiled.some((holds) => holds(person, facts))
}

function compileRule(rule: GroupRule, zone: string): Holds {
  const opposite = OPPOSITES[rule.test]
  if (opposite !== undefined) {
    const holds = compileRule({ ...rule, test: opposite }, zone)
    return (person, facts) => !holds(person, facts)
  }
  const { subject, test, value } = rule
  switch (subject.kind) {
    case 'name':
      return compileText(test, value, (person) => person.name)
    case 'company':
      return compileText(test, value, (person) => person.company)
    case 'notes':
      return compileText(test, value, (person) => person.notes)
    case 'field':
      return compileText(test, value, ({ fields }) => (Object.hasOwn(fields, subject.name) ? (fields[subject.name] ?? '') : ''))
    case 'country':
      return compileCountry(test, value)
    case 'added':
      return compileAdded(test, value, zone)
    case 'optedOut':
      return test === 'yes' ? (_person, facts) => facts.optedOut : NEVER
    case 'group':
      return test === 'yes' ? (_person, facts) => facts.groups.has(subject.groupId) : NEVER
  }
}

function compileText(test: GroupRule['test'], value: string, textOf: (person: Candidate) => string): Holds {
  const wanted = foldText(value)
  switch (test) {
    case 'is':
      return (person) => foldText(textOf(person)) === wanted
    case 'contains':
      return (person) => foldText(textOf(person)).includes(wanted)
    case 'begins':
      return (person) => foldText(textOf(person)).startsWith(wanted)
    case 'empty':
      return (person) => foldText(textOf(person)) === ''
    default:
      return NEVER
  }
}

function compileCountry(test: GroupRule['test'], value: string): Holds {
  if (test === 'empty') return ({ numbers: [first] }) => first === undefined || countryOf(first.e164) === null
  if (test !== 'is') return NEVER
  const isThere = createCountryTest(value)
  return ({ numbers: [first] }) => first !== undefined && isThere(first.e164)
}

function compileAdded(test: GroupRule['test'], value: string, zone: string): Holds {
  const day = daySpan(value, zone)
  if (day === null) return NEVER
  switch (test) {
    case 'is':
      return ({ createdAt }) => createdAt >= day.start && createdAt < day.end
    case 'before':
      return ({ createdAt }) => createdAt < day.start
    case 'after':
      return ({ createdAt }) => createdAt >= day.end
    default:
      return NEVER
  }
}
