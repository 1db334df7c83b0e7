import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { Settings } from '../../shared/contract/desk.ts'
import { useAccounts } from '../accounts/useAccounts.ts'
import { useWords } from '../language/words.ts'
import { CountrySelect } from './CountrySelect.tsx'
import { QuietHoursCard } from './QuietHoursCard.tsx'
import { Row, Rows, Section } from './Section.tsx'
import { duplicateChoices, undoChoices, type NumberChoice } from './sending-words.ts'
import { StandInsCard } from './StandInsCard.tsx'
import { useSetSettings } from './useSetSettings.ts'

/** What is taken for granted when somebody writes, and the rules by which texts go out. */
export function SendingSection({ settings }: { settings: Settings }) {
  const words = useWords('sending')
  const settingsWords = useWords('settings')
  const accounts = useAccounts()
  const set = useSetSettings()
  const options = (accounts.data ?? []).map((account) => ({ value: account.id, label: account.name }))
  const chosen = options.some((option) => option.value === settings.defaultAccountId) ? settings.defaultAccountId : null
  return (
    <Section title={settingsWords('sections.sending')} intro={words('intro')}>
      <Rows>
        <Row title={words('country')} hint={words('countryHint')}>
          <CountrySelect
            aria-label={words('country')}
            value={settings.defaultCountry}
            onChange={(defaultCountry) => set.mutate({ defaultCountry })}
          />
        </Row>
        <Row title={words('account')} hint={words('accountHint')}>
          {options.length === 0 ? (
            <span className="sec">{words('noAccount')}</span>
          ) : (
            <Select
              aria-label={words('account')}
              placeholder={words('chooseAccount')}
              data={options}
              value={chosen}
              onChange={(defaultAccountId) => set.mutate({ defaultAccountId })}
            />
          )}
        </Row>
      </Rows>
      <Rows label={words('before')}>
        <NumberRow
          title={words('undo')}
          hint={words('undoHint')}
          choices={undoChoices(words, settings.undoSeconds)}
          value={settings.undoSeconds}
          onChange={(undoSeconds) => set.mutate({ undoSeconds })}
        />
        <NumberRow
          title={words('duplicate')}
          hint={words('duplicateHint')}
          choices={duplicateChoices(words, settings.duplicateMinutes)}
          value={settings.duplicateMinutes}
          onChange={(duplicateMinutes) => set.mutate({ duplicateMinutes })}
        />
      </Rows>
      <QuietHoursCard quietHours={settings.quietHours} />
      <StandInsCard order={settings.failoverOrder} />
      <Rows label={words('after')}>
        <Row title={words('overdue')} hint={words('overdueHint')}>
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
  const words = useWords('sending')
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

  // The number stands in the middle of a sentence.
  const [prefix, suffix] = words('overdueAfter', { hours: Number(typed), field: '|' }).split('|')

  return (
    <NumberInput
      className="settings-number"
      aria-label={words('overdueHours')}
      value={typed}
      {...HOURS}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      prefix={prefix}
      suffix={suffix}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
    />
  )
}
