import { Select, Switch } from '@mantine/core'
import { useWords } from '../language/words.ts'
import { delayChoices, type BehaviourChoice, type ErrorGroup } from './sandbox-words.ts'
import { Row } from './Section.tsx'

/** One of several ways to behave; what it means stands beneath. */
export function ChoiceRow<T extends string>({
  title,
  choices,
  value,
  onChange,
}: {
  title: string
  choices: readonly BehaviourChoice<T>[]
  value: T
  onChange: (value: T) => void
}) {
  return (
    <Row title={title} hint={choices.find((choice) => choice.value === value)?.meaning}>
      <Select
        aria-label={title}
        data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
        value={value}
        maxDropdownHeight={360}
        onChange={(next) => {
          if (next !== null) onChange(next)
        }}
      />
    </Row>
  )
}

/** One of the errors that the practised providers document, or none. */
export function ErrorRow({
  groups,
  value,
  onChange,
}: {
  groups: readonly ErrorGroup[]
  value: string | null
  onChange: (value: string | null) => void
}) {
  const words = useWords('sandbox')
  const title = words('behaviour.error')
  const provider = groups.find(({ items }) => items.some((item) => item.value === value))?.group
  return (
    <Row title={title} hint={provider === undefined ? words('behaviour.errorHint') : words('behaviour.errorOf', { provider })}>
      <Select
        aria-label={title}
        placeholder={words('behaviour.noError')}
        data={[...groups]}
        value={value}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': words('behaviour.clearError') }}
        nothingFoundMessage={words('behaviour.errorNotFound')}
        maxDropdownHeight={320}
        comboboxProps={{ width: 420, position: 'bottom-end', withinPortal: false }}
        onChange={onChange}
      />
    </Row>
  )
}

/** A wait, in milliseconds. */
export function DelayRow({ title, value, onChange }: { title: string; value: number; onChange: (milliseconds: number) => void }) {
  const words = useWords('sandbox')
  return (
    <Row title={title}>
      <Select
        aria-label={title}
        data={delayChoices(words, value).map((delay) => ({ value: String(delay.value), label: delay.label }))}
        value={String(value)}
        onChange={(next) => {
          if (next !== null) onChange(Number(next))
        }}
      />
    </Row>
  )
}

/** Something the carrier does or does not do. */
export function SwitchRow({
  title,
  hint,
  checked,
  onChange,
}: {
  title: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <Row title={title} hint={hint}>
      <Switch aria-label={title} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    </Row>
  )
}
