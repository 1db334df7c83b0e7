import type { ContactGroup, GroupFilter, GroupRule } from '../../shared/contract/groups.ts'
import { ruleProblem, type RuleTest, TESTS_OF } from '../../shared/groups/rules.ts'
import type { Words } from '../language/words.ts'

/** A rule while it is being written. `key` tells rows apart; the name of the field is typed, not chosen, where `typesField` says so. */
export interface RuleDraft {
  key: string
  rule: GroupRule
  typesField: boolean
}

/** A filter while it is being written. */
export interface FilterDraft {
  match: GroupFilter['match']
  rules: RuleDraft[]
}

/** Longest name of a field and longest value of a rule, in UTF-16 units, as the contract has them. */
export const LONGEST_FIELD = 60
export const LONGEST_VALUE = 200
/** Most rules of a filter, as the contract has it. */
export const MOST_RULES = 20

/** Choice of a field whose name is typed. */
const OTHER_FIELD = 'field:'

let drafts = 0

/** A row for a rule; left out, the one people mostly begin with. */
export function draftRule(rule: GroupRule = { subject: { kind: 'name' }, test: 'contains', value: '' }): RuleDraft {
  drafts += 1
  return { key: `rule ${drafts}`, rule, typesField: false }
}

/** An editable copy of a filter, or one with a first row. */
export function draftFilter(filter: GroupFilter | null): FilterDraft {
  return filter === null
    ? { match: 'all', rules: [draftRule()] }
    : { match: filter.match, rules: filter.rules.map((rule) => draftRule(rule)) }
}

/** What a draft says, complete or not. */
export function filterOf({ match, rules }: FilterDraft): GroupFilter {
  return { match, rules: rules.map(({ rule }) => rule) }
}

/** Why a rule cannot be used yet, as a sentence; null where it can. */
export function draftProblem(words: Words<'groups'>, rule: GroupRule): string | null {
  const { subject, test } = rule
  if (isComplete(rule)) return null
  if (!TESTS_OF[subject.kind].includes(test)) return words('problem.test')
  switch (subject.kind) {
    case 'group':
      return words('problem.group')
    case 'country':
      return words('problem.country')
    case 'added':
      return words('problem.day')
    case 'field':
      return subject.name.trim() === '' ? words('problem.field') : words('problem.value', { subject: 'field', field: subject.name })
    default:
      return words('problem.value', { subject: subject.kind, field: '' })
  }
}

/** Whether a rule can be used. */
export function isComplete({ subject, test, value }: GroupRule): boolean {
  if (subject.kind === 'field' && subject.name.trim() === '') return false
  if (subject.kind === 'group' && subject.groupId === '') return false
  return ruleProblem({ subject, test, value }) === null
}

/** What rules can look at, for a choice. */
export function subjectChoices(
  words: Words<'groups'>,
  fieldNames: readonly string[],
  rules: readonly RuleDraft[],
): { group: string; items: { value: string; label: string }[] }[] {
  const used = rules.flatMap(({ rule: { subject }, typesField }) => (subject.kind === 'field' && !typesField ? [subject.name] : []))
  const names = [...new Set([...fieldNames, ...used])].filter((name) => name.length <= LONGEST_FIELD)
  return [
    {
      group: words('rules.ofPerson'),
      items: (['name', 'company', 'notes', 'country', 'added', 'optedOut', 'group'] as const).map((kind) => ({
        value: kind,
        label: words(`subject.${kind}`),
      })),
    },
    {
      group: words('rules.ofFiles'),
      items: [...names.map((name) => ({ value: `field:${name}`, label: name })), { value: OTHER_FIELD, label: words('rules.otherField') }],
    },
  ]
}

/** The choice that stands for what a rule looks at. */
export function choiceOf({ rule: { subject }, typesField }: RuleDraft): string {
  if (typesField) return OTHER_FIELD
  return subject.kind === 'field' ? `field:${subject.name}` : subject.kind
}

/** The rule about what was chosen. Test and value stay where they make sense for it. */
export function withSubject(draft: RuleDraft, choice: string): RuleDraft {
  const { subject: before, test, value } = draft.rule
  const subject = subjectOf(choice)
  const tests = TESTS_OF[subject.kind]
  const keepsValue = isText(before) && isText(subject)
  const first: RuleTest = tests[0] ?? 'is'
  const rule = { subject, test: tests.includes(test) ? test : first, value: keepsValue ? value : '' }
  return { ...draft, rule, typesField: choice === OTHER_FIELD }
}

function subjectOf(choice: string): GroupRule['subject'] {
  switch (choice) {
    case 'company':
    case 'notes':
    case 'country':
    case 'added':
    case 'optedOut':
      return { kind: choice }
    case 'group':
      return { kind: 'group', groupId: '' }
    default:
      return choice.startsWith(OTHER_FIELD) ? { kind: 'field', name: choice.slice(OTHER_FIELD.length) } : { kind: 'name' }
  }
}

function isText({ kind }: GroupRule['subject']): boolean {
  return kind === 'name' || kind === 'company' || kind === 'notes' || kind === 'field'
}

/** The tests of a subject, for a choice. */
export function testChoices(words: Words<'groups'>, { kind }: GroupRule['subject']): { value: RuleTest; label: string }[] {
  return TESTS_OF[kind].map((test) => ({ value: test, label: words(`test.${testName(kind, test)}`) }))
}

/** What a test is called after its subject. */
function testName(kind: GroupRule['subject']['kind'], test: RuleTest) {
  if (kind === 'group') return test === 'yes' ? 'in' : 'notIn'
  if (kind === 'country' && test === 'empty') return 'unknown'
  if (kind === 'country' && test === 'notEmpty') return 'known'
  if (test === 'yes') return 'optedOut'
  return test === 'no' ? 'notOptedOut' : test
}

/** The groups a rule can be about, for a choice: those that people are put into. */
export function groupChoices(groups: readonly ContactGroup[]): { value: string; label: string }[] {
  return groups.filter(({ filter }) => filter === null).map(({ id, name }) => ({ value: id, label: name }))
}
