import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GroupFilter, GroupRule } from '../../shared/contract/groups.ts'
import { takesValue } from '../../shared/groups/rules.ts'
import { Icon } from '../components/Icon.tsx'
import { plural } from '../components/times.ts'
import { useHost } from '../host/HostProvider.tsx'
import { sentenceFor } from '../host/problems.ts'
import { CountrySelect } from '../settings/CountrySelect.tsx'
import {
  choiceOf,
  draftProblem,
  draftRule,
  type FilterDraft,
  filterOf,
  groupChoices,
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

/** The rules of a smart group, a row each, and how many people they fit now. `tried` shows what is still missing. */
export function RulesEditor({ draft, tried, onChange }: { draft: FilterDraft; tried: boolean; onChange: (draft: FilterDraft) => void }) {
  const { queries } = useHost()
  const groups = useQuery(queries.groups.list.queryOptions())
  const fields = useQuery(queries.contacts.fieldNames.queryOptions())
  const subjects = subjectChoices(fields.data?.names ?? [], draft.rules)
  const others = groupChoices(groups.data ?? [])

  function change(key: string, next: RuleDraft): void {
    onChange({ ...draft, rules: draft.rules.map((row) => (row.key === key ? next : row)) })
  }

  return (
    <div className="rules">
      <div className="rules-match">
        People for whom
        <Select
          aria-label="How many of the rules have to hold"
          className="rules-match-choice"
          data={[
            { value: 'all', label: 'all of these rules hold' },
            { value: 'any', label: 'any of these rules holds' },
          ]}
          value={draft.match}
          withScrollArea={false}
          onChange={(match) => onChange({ ...draft, match: match === 'any' ? 'any' : 'all' })}
        />
      </div>
      <ul className="rules-rows" aria-label="Rules">
        {draft.rules.map((row, index) => {
          const problem = tried ? draftProblem(row.rule) : null
          return (
            <li key={row.key}>
              <fieldset className="rule">
                <legend className="visually-hidden">Rule {index + 1}</legend>
                <Select
                  aria-label={`Rule ${index + 1}: about`}
                  data={subjects}
                  value={choiceOf(row)}
                  withScrollArea={false}
                  classNames={{ options: 'rule-options' }}
                  onChange={(choice) => change(row.key, withSubject(row, choice ?? 'name'))}
                />
                <Select
                  aria-label={`Rule ${index + 1}: test`}
                  data={testChoices(row.rule.subject)}
                  value={row.rule.test}
                  withScrollArea={false}
                  onChange={(test) => change(row.key, { ...row, rule: { ...row.rule, test: test ?? row.rule.test } })}
                />
                <RuleValue number={index + 1} rule={row.rule} groups={others} onChange={(rule) => change(row.key, { ...row, rule })} />
                <ActionIcon
                  aria-label={`Remove rule ${index + 1}`}
                  disabled={draft.rules.length === 1}
                  onClick={() => onChange({ ...draft, rules: draft.rules.filter(({ key }) => key !== row.key) })}
                >
                  <Icon name="close" size={14} />
                </ActionIcon>
                {row.typesField && row.rule.subject.kind === 'field' ? (
                  <TextInput
                    className="rule-field"
                    label="Name of the field, as the file has it"
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
          Add a rule
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
  number: number
  rule: GroupRule
  groups: { value: string; label: string }[]
  onChange: (rule: GroupRule) => void
}) {
  const { subject, test, value } = rule
  if (subject.kind === 'group') {
    return (
      <Select
        aria-label={`Rule ${number}: group`}
        placeholder={groups.length === 0 ? 'No group to choose yet' : 'Choose a group'}
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
    return <CountrySelect aria-label={`Rule ${number}: country`} value={value} onChange={(code) => onChange({ ...rule, value: code })} />
  }
  return (
    <TextInput
      type={subject.kind === 'added' ? 'date' : 'text'}
      aria-label={`Rule ${number}: value`}
      placeholder={subject.kind === 'added' ? undefined : 'Any part of it, whatever the letter case'}
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
  const written = JSON.stringify(filter)
  const [settled] = useDebouncedValue(written, COUNT_WAIT_MS)
  const input = useMemo(() => ({ filter: JSON.parse(settled) as GroupFilter }), [settled])
  const isComplete = filter.rules.every((rule) => draftProblem(rule) === null)
  const counted = useQuery(
    queries.groups.count.queryOptions({
      input,
      enabled: isComplete && settled === written,
      // Counted anew each time: nobody says when each of the filters tried on the way would count otherwise.
      gcTime: 0,
    }),
  )
  return <output className="rules-count num">{words()}</output>

  function words(): string {
    if (!isComplete) return 'Fill in the rules to see how many people they fit.'
    if (counted.isError) return sentenceFor(counted.error)
    if (settled !== written || counted.data === undefined || counted.isFetching) return 'Counting…'
    const { count } = counted.data
    return count === 0 ? 'Nobody fits right now.' : `${plural(count, 'person fits', 'people fit')} right now.`
  }
}
