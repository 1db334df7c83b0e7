import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { Settings } from '../../shared/contract/desk.ts'
import { useAccounts } from '../accounts/useAccounts.ts'
import { CountrySelect } from './CountrySelect.tsx'
import { QuietHoursCard } from './QuietHoursCard.tsx'
import { Row, Rows, Section } from './Section.tsx'
import { duplicateChoices, undoChoices, type NumberChoice } from './sending-words.ts'
import { StandInsCard } from './StandInsCard.tsx'
import { useSetSettings } from './useSetSettings.ts'

/** What is taken for granted when somebody writes, and the rules by which texts go out. */
export function SendingSection({ settings }: { settings: Settings }) {
  const accounts = useAccounts()
  const set = useSetSettings()
  const options = (accounts.data ?? []).map((account) => ({ value: account.id, label: account.name }))
  const chosen = options.some((option) => option.value === settings.defaultAccountId) ? settings.defaultAccountId : null
  return (
    <Section title="Sending" intro="What is taken for granted when you write to somebody, and the rules by which texts go out.">
      <Rows>
        <Row
          title="Numbers without a country are from"
          hint="“070-174 06 05” is read as a number of this country. Numbers that begin with + or 00 say it themselves."
        >
          <CountrySelect
            aria-label="Numbers without a country are from"
            value={settings.defaultCountry}
            onChange={(defaultCountry) => set.mutate({ defaultCountry })}
          />
        </Row>
        <Row
          title="New conversations go through"
          hint="A conversation you are in keeps the account it came through. You can choose another one for each text."
        >
          {options.length === 0 ? (
            <span className="sec">There is no account yet.</span>
          ) : (
            <Select
              aria-label="New conversations go through"
              placeholder="Choose an account"
              data={options}
              value={chosen}
              onChange={(defaultAccountId) => set.mutate({ defaultAccountId })}
            />
          )}
        </Row>
      </Rows>
      <Rows label="Before a text goes out">
        <NumberRow
          title="Take back after pressing Send"
          hint="A text you send waits this long, so that you can still undo it."
          choices={undoChoices(settings.undoSeconds)}
          value={settings.undoSeconds}
          onChange={(undoSeconds) => set.mutate({ undoSeconds })}
        />
        <NumberRow
          title="Ask before the same text goes to the same number twice"
          hint="So that nobody is reminded two times by mistake."
          choices={duplicateChoices(settings.duplicateMinutes)}
          value={settings.duplicateMinutes}
          onChange={(duplicateMinutes) => set.mutate({ duplicateMinutes })}
        />
      </Rows>
      <QuietHoursCard quietHours={settings.quietHours} />
      <StandInsCard order={settings.failoverOrder} />
      <Rows label="After a text went out">
        <Row
          title="Say so when no delivery report came"
          hint="The text may have arrived all the same: some phones and networks report nothing."
        >
          <HoursField hours={settings.reportOverdueHours} onChange={(reportOverdueHours) => set.mutate({ reportOverdueHours })} />
        </Row>
      </Rows>
    </Section>
  )
}

function NumberRow({
  title,
  hint,
  choices,
  value,
  onChange,
}: {
  title: string
  hint: string
  choices: readonly NumberChoice[]
  value: number
  onChange: (value: number) => void
}) {
  return (
    <Row title={title} hint={hint}>
      <Select
        aria-label={title}
        data={choices.map((choice) => ({ value: String(choice.value), label: choice.label }))}
        value={String(value)}
        onChange={(next) => {
          if (next !== null) onChange(Number(next))
        }}
      />
    </Row>
  )
}

/** Bounds of the contract. */
const HOURS = { min: 1, max: 720 }

function HoursField({ hours, onChange }: { hours: number; onChange: (hours: number) => void }) {
  const [typed, setTyped] = useState<number | string>(hours)
  const [shown, setShown] = useState(hours)
  // Changed elsewhere: that is what it is now.
  if (shown !== hours) {
    setShown(hours)
    setTyped(hours)
  }

  function keep(): void {
    const wanted = Number(typed)
    if (typed === '' || !Number.isInteger(wanted)) setTyped(hours)
    else if (wanted !== hours) onChange(wanted)
  }

  return (
    <NumberInput
      className="settings-number"
      aria-label="Hours without a delivery report"
      value={typed}
      {...HOURS}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      prefix="after "
      suffix={Number(typed) === 1 ? ' hour' : ' hours'}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
