import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactElement } from 'react'
import type { GroupFilter, GroupRule } from '../../shared/contract/groups.ts'
import { takesValue } from '../../shared/groups/rules.ts'
import { useFailureSentence } from '../components/FailureSentence.tsx'
import { Icon } from '../components/Icon.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { CountrySelect } from '../settings/CountrySelect.tsx'
import {
  choiceOf,
  draftProblem,
  draftRule,
  type FilterDraft,
  filterOf,
  groupChoices,
  isComplete,
  LONGEST_FIELD,
  LONGEST_VALUE,
  MOST_RULES,
  type RuleDraft,
  subjectChoices,
  testChoices,
  withSubject,
} from './rule-drafts.ts'

/** Wait after the last change of a rule before people are counted anew, in milliseconds. */
const COUNT_WAIT_MS = 400

/** The field a sentence goes around. */
const asField = (field: ReactElement) => () => field

/** The rules of a smart group, a row each, and how many people they fit now. `tried` shows what is still missing. */
export function RulesEditor({ draft, tried, onChange }: { draft: FilterDraft; tried: boolean; onChange: (draft: FilterDraft) => void }) {
  const { queries } = useHost()
  const words = useWords('groups')
  const groups = useQuery(queries.groups.list.queryOptions())
  const fields = useQuery(queries.contacts.fieldNames.queryOptions())
  const subjects = subjectChoices(words, fields.data?.names ?? [], draft.rules)
  const others = groupChoices(groups.data ?? [])

  function change(key: string, next: RuleDraft): void {
    onChange({ ...draft, rules: draft.rules.map((row) => (row.key === key ? next : row)) })
  }

  return (
    <div className="rules">
      <div className="rules-match">
        {words.rich('rules.match', {
          choice: asField(
            <Select
              key="match"
              aria-label={words('rules.matchLabel')}
              className="rules-match-choice"
              data={[
                { value: 'all', label: words('rules.all') },
                { value: 'any', label: words('rules.any') },
              ]}
              value={draft.match}
              withScrollArea={false}
              onChange={(match) => onChange({ ...draft, match: match === 'any' ? 'any' : 'all' })}
            />,
          ),
        })}
      </div>
      <ul className="rules-rows" aria-label={words('rules.list')}>
        {draft.rules.map((row, index) => {
          const problem = tried ? draftProblem(words, row.rule) : null
          return (
            <li key={row.key}>
              <fieldset className="rule">
                <legend className="visually-hidden">{words('rules.rule', { number: String(index + 1) })}</legend>
                <Select
                  aria-label={words('rules.about', { number: String(index + 1) })}
                  data={subjects}
                  value={choiceOf(row)}
                  withScrollArea={false}
                  classNames={{ options: 'rule-options' }}
                  onChange={(choice) => change(row.key, withSubject(row, choice ?? 'name'))}
                />
                <Select
                  aria-label={words('rules.test', { number: String(index + 1) })}
                  data={testChoices(words, row.rule.subject)}
                  value={row.rule.test}
                  withScrollArea={false}
                  onChange={(test) => change(row.key, { ...row, rule: { ...row.rule, test: test ?? row.rule.test } })}
                />
                <RuleValue
                  number={String(index + 1)}
                  rule={row.rule}
                  groups={others}
                  onChange={(rule) => change(row.key, { ...row, rule })}
                />
                <ActionIcon
                  aria-label={words('rules.remove', { number: String(index + 1) })}
                  disabled={draft.rules.length === 1}
                  onClick={() => onChange({ ...draft, rules: draft.rules.filter(({ key }) => key !== row.key) })}
                >
                  <Icon name="close" size={14} />
                </ActionIcon>
                {row.typesField && row.rule.subject.kind === 'field' ? (
                  <TextInput
                    className="rule-field"
                    label={words('rules.fieldName')}
                    value={row.rule.subject.name}
                    maxLength={LONGEST_FIELD}
                    autoComplete="off"
                    onChange={(event) =>
                      change(row.key, { ...row, rule: { ...row.rule, subject: { kind: 'field', name: event.currentTarget.value } } })
                    }
                  />
                ) : null}
                {problem === null ? null : (
                  <p className="rule-problem" role="alert">
                    {problem}
                  </p>
                )}
              </fieldset>
            </li>
          )
        })}
      </ul>
      <div className="rules-foot">
        <Button
          size="xs"
          leftSection={<Icon name="plus" size={13} />}
          disabled={draft.rules.length >= MOST_RULES}
          onClick={() => onChange({ ...draft, rules: [...draft.rules, draftRule()] })}
        >
          {words('rules.add')}
        </Button>
        <LiveCount filter={filterOf(draft)} />
      </div>
    </div>
  )
}

function RuleValue({
  number,
  rule,
  groups,
  onChange,
}: {
  number: string
  rule: GroupRule
  groups: { value: string; label: string }[]
  onChange: (rule: GroupRule) => void
}) {
  const words = useWords('groups')
  const { subject, test, value } = rule
  if (subject.kind === 'group') {
    return (
      <Select
        aria-label={words('rules.group', { number })}
        placeholder={words(groups.length === 0 ? 'rules.noGroup' : 'rules.chooseGroup')}
        data={groups}
        value={subject.groupId === '' ? null : subject.groupId}
        disabled={groups.length === 0}
        withScrollArea={false}
        classNames={{ options: 'rule-options' }}
        onChange={(groupId) => onChange({ ...rule, subject: { kind: 'group', groupId: groupId ?? '' } })}
      />
    )
  }
  if (!takesValue(test)) return <span className="rule-none" />
  if (subject.kind === 'country') {
    return (
      <CountrySelect
        aria-label={words('rules.country', { number })}
        value={value}
        onChange={(code) => onChange({ ...rule, value: code })}
      />
    )
  }
  return (
    <TextInput
      type={subject.kind === 'added' ? 'date' : 'text'}
      aria-label={words('rules.value', { number })}
      placeholder={subject.kind === 'added' ? undefined : words('rules.valuePlaceholder')}
      value={value}
      maxLength={LONGEST_VALUE}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange({ ...rule, value: event.currentTarget.value })}
    />
  )
}

/** How many people the rules fit now, counted a moment after the last change; a count that is out of date is left off. */
function LiveCount({ filter }: { filter: GroupFilter }) {
  const { queries } = useHost()
  const words = useWords('groups')
  const sentenceOf = useFailureSentence()
  const written = JSON.stringify(filter)
  const [settled] = useDebouncedValue(written, COUNT_WAIT_MS)
  const input = useMemo(() => ({ filter: JSON.parse(settled) as GroupFilter }), [settled])
  const allComplete = filter.rules.every(isComplete)
  const counted = useQuery(
    queries.groups.count.queryOptions({
      input,
      enabled: allComplete && settled === written,
      // Counted anew each time: nobody says when each of the filters tried on the way would count otherwise.
      gcTime: 0,
    }),
  )
  return <output className="rules-count num">{said()}</output>

  function said(): string {
    if (!allComplete) return words('rules.incomplete')
    if (counted.isError) return sentenceOf(counted.error)
    if (settled !== written || counted.data === undefined || counted.isFetching) return words('rules.counting')
    return words('rules.fit', { count: counted.data.count })
  }
}
