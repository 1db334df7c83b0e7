import './account-form.css'
import { Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { AccountField } from '../../shared/providers/descriptor.ts'
import { Icon } from '../components/Icon.tsx'
import { useWords } from '../language/words.ts'
import { keptValue, shownValue } from './form.ts'

/** What a field of an account form is told and tells. */
export interface ConfigFieldProps {
  field: AccountField
  /** As it is kept: empty for the default. */
  value: string
  /** Why it cannot be saved so; null when it can, or nobody asked yet. */
  problem: string | null
  /** What is unwise about it, although it can be saved; null when nothing is. */
  warning: string | null
  onChange: (value: string) => void
  /** The person is done with it for the moment. */
  onLeave: () => void
}

/** Choices side by side, as long as they are few and short: most of them, and most characters of each. */
const MOST_SEGMENTS = 3
const LONGEST_SEGMENT = 18

/** Rows of a field of several lines, in which it grows with its text. */
const LINES = { minRows: 3, maxRows: 18 } as const

/** One setting of an account, drawn by its kind. */
export function ConfigField(props: ConfigFieldProps) {
  switch (props.field.kind) {
    case 'choice':
      return <ChoiceField {...props} />
    case 'time':
      return <TimeField {...props} />
    case 'lines':
      return <LinesField {...props} />
    case 'text':
    case 'url':
    case 'sender':
      return <LineField {...props} />
  }
}

/** What all kinds have around their control. A warning stands where Mantine has a word beneath a field that is no error. */
function around({ field, problem, warning }: ConfigFieldProps) {
  return {
    label: field.label,
    description: field.help === '' ? undefined : field.help,
    withAsterisk: field.required && field.defaultValue === undefined,
    error: problem,
    success: warning === null ? null : <Warning>{warning}</Warning>,
  }
}

function Warning({ children }: { children: string }) {
  return (
    <span className="account-warning">
      <Icon name="warning" size={14} />
      <span>{children}</span>
    </span>
  )
}

function LineField(props: ConfigFieldProps) {
  const { field, value, onChange, onLeave } = props
  return (
    <TextInput
      {...around(props)}
      placeholder={field.defaultValue ?? field.placeholder}
      type={field.kind === 'url' ? 'url' : 'text'}
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    />
  )
}

function LinesField(props: ConfigFieldProps) {
  const { field, value, onChange, onLeave } = props
  return (
    <Textarea
      {...around(props)}
      {...LINES}
      autosize
      className="account-lines"
      placeholder={field.defaultValue ?? field.placeholder}
      value={value}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    />
  )
}

/** A time of day. While it is typed it passes through nothing at all, so an empty one counts only once the field is left. */
function TimeField(props: ConfigFieldProps) {
  const { field, value, onChange, onLeave } = props
  const kept = shownValue(field, value)
  const [typed, setTyped] = useState(kept)
  const [shown, setShown] = useState(kept)
  if (shown !== kept) {
    setShown(kept)
    setTyped(kept)
  }
  return (
    <TextInput
      {...around(props)}
      className="account-time"
      type="time"
      value={typed}
      onChange={(event) => {
        const clock = event.currentTarget.value.slice(0, 5)
        setTyped(clock)
        if (clock === '') return
        setShown(clock)
        onChange(keptValue(field, clock))
      }}
      onBlur={() => {
        if (typed === '') {
          setTyped(field.defaultValue ?? '')
          setShown(field.defaultValue ?? '')
          onChange('')
        }
        onLeave()
      }}
    />
  )
}

function ChoiceField(props: ConfigFieldProps) {
  const { field, value, onChange, onLeave } = props
  const words = useWords('accountForm')
  const id = useId()
  const chosen = shownValue(field, value)
  const offered = field.options ?? []
  const isOffered = chosen === '' || offered.some((option) => option.value === chosen)
  // What an older version stored stays to be seen until something else is chosen.
  const options = isOffered ? offered : [...offered, { value: chosen, label: chosen }]

  function choose(next: string): void {
    onChange(keptValue(field, next))
    onLeave()
  }

  const hasWord = (props.problem ?? props.warning) !== null
  const describedBy = [field.help === '' ? '' : `${id}-help`, hasWord ? `${id}-word` : ''].filter((each) => each !== '').join(' ')
  const isShort = options.length <= MOST_SEGMENTS && options.every(({ label }) => label.length <= LONGEST_SEGMENT)
  // Side by side one of them is always chosen: only where one is meant anyway.
  if (isShort && chosen !== '') {
    return (
      <Input.Wrapper
        {...around(props)}
        labelElement="div"
        labelProps={{ id: `${id}-label` }}
        descriptionProps={{ id: `${id}-help` }}
        errorProps={{ id: `${id}-word` }}
        successProps={{ id: `${id}-word` }}
      >
        <SegmentedControl
          className="account-segments"
          data={options}
          value={chosen}
          aria-labelledby={`${id}-label`}
          aria-describedby={describedBy === '' ? undefined : describedBy}
          onChange={choose}
        />
      </Input.Wrapper>
    )
  }
  return (
    <Select
      {...around(props)}
      data={options}
      value={chosen === '' ? null : chosen}
      placeholder={words('choose')}
      clearable={!field.required && field.defaultValue === undefined}
      clearButtonProps={{ 'aria-label': words('clear', { field: field.label }) }}
      onChange={(next) => choose(next ?? '')}
      onBlur={onLeave}
    />
  )
}
