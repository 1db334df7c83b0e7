import { Button, Menu, Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { FileFormat, ImportOptions } from '../../shared/contract/imports.ts'
import { Icon } from '../components/Icon.tsx'
import { CountrySelect } from '../settings/CountrySelect.tsx'
import { countryWords } from '../settings/countries.ts'
import { DELIMITERS, ENCODINGS, QUOTES, withReading } from './columns.ts'

/**
 * "We read this file as …": what it is, and the guesses about it as menus; choosing another one reads the file again.
 * Contact cards and workbooks say more of themselves than text does, so there is less to choose.
 */
export function ReadAs({
  format,
  source,
  sheets,
  options,
  disabled,
  onChange,
}: {
  format: FileFormat
  /** What the file is, in words. */
  source: string
  /** Of a workbook: its sheets with something in them. */
  sheets: readonly string[]
  options: Required<ImportOptions>
  disabled: boolean
  onChange: (options: ImportOptions) => void
}) {
  const quote = QUOTES.find(({ value }) => value === options.quote)
  const delimiter = DELIMITERS.find(({ value }) => value === options.delimiter)
  const encoding = ENCODINGS.find(({ value }) => value === options.encoding)
  const read = (change: Parameters<typeof withReading>[1]) => onChange(withReading(options, change))
  return (
    <fieldset className="import-read-as">
      <legend className="visually-hidden">How the file is read</legend>
      <span className="mut">We read this file as{format === 'text' ? null : <b className="import-source people-text"> {source}</b>}</span>
      {format === 'text' ? (
        <>
          <ChoiceMenu
            label="What separates the columns"
            disabled={disabled}
            current={options.delimiter}
            words={
              <>
                {delimiter?.name ?? 'Other'} <b>{delimiter?.sign}</b>
              </>
            }
            choices={DELIMITERS.map(({ value, name, sign }) => ({ value, words: name, beside: sign }))}
            onChoose={(value) => read({ delimiter: value })}
          />
          <ChoiceMenu
            label="What encloses text"
            disabled={disabled}
            current={options.quote}
            words={
              <>
                {quote?.name} {options.quote === '' ? null : <b>{quote?.sign}</b>}
              </>
            }
            choices={QUOTES.map(({ value, name, sign }) => ({ value, words: name, beside: sign }))}
            onChoose={(value) => read({ quote: value })}
          />
        </>
      ) : null}
      {sheets.length < 2 ? null : (
        <ChoiceMenu
          label="Which sheet is read"
          disabled={disabled}
          current={options.sheet}
          words={
            <>
              Sheet <b className="people-line">{options.sheet}</b>
            </>
          }
          choices={sheets.map((sheet) => ({ value: sheet, words: sheet }))}
          onChoose={(sheet) => read({ sheet })}
        />
      )}
      {format === 'xlsx' ? null : (
        <ChoiceMenu
          label="How letters are encoded"
          disabled={disabled}
          current={options.encoding}
          words={encoding?.name ?? options.encoding}
          choices={ENCODINGS.map(({ value, name, usedBy }) => ({ value, words: name, beside: usedBy }))}
          onChoose={(value) => read({ encoding: value })}
        />
      )}
      {format === 'vcard' ? null : (
        <ChoiceMenu
          label="Whether the first row names the columns"
          disabled={disabled}
          current={options.hasHeader ? 'header' : 'person'}
          words={options.hasHeader ? 'First row is a header' : 'No header'}
          choices={[
            { value: 'header', words: 'First row is a header' },
            { value: 'person', words: 'No header', beside: 'the first row is a person' },
          ]}
          onChoose={(value) => read({ hasHeader: value === 'header' })}
        />
      )}
      <CountryChoice country={options.country} disabled={disabled} onChange={(country) => read({ country })} />
    </fieldset>
  )
}

function ChoiceMenu<T extends string>({
  label,
  words,
  current,
  choices,
  disabled,
  onChoose,
}: {
  label: string
  words: ReactNode
  current: T
  choices: readonly { value: T; words: string; beside?: string }[]
  disabled: boolean
  onChoose: (value: T) => void
}) {
  return (
    <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="xs" className="import-chip" disabled={disabled} rightSection={<Icon name="chevronDown" size={12} />}>
          <span className="visually-hidden">{label}: </span>
          <span>{words}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.RadioGroup
          value={current}
          onChange={(value) => {
            const chosen = choices.find((choice) => choice.value === value)
            if (chosen !== undefined && chosen.value !== current) onChoose(chosen.value)
          }}
        >
          {choices.map((choice) => (
            <Menu.RadioItem key={choice.value} value={choice.value} closeMenuOnClick>
              {choice.words} {choice.beside === undefined ? null : <span className="mut">{choice.beside}</span>}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function CountryChoice({ country, disabled, onChange }: { country: string; disabled: boolean; onChange: (country: string) => void }) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withinPortal={false} width={300}>
      <Popover.Target>
        <Button
          size="xs"
          className="import-chip"
          disabled={disabled}
          rightSection={<Icon name="chevronDown" size={12} />}
          onClick={() => setOpened(!opened)}
        >
          <span>
            Numbers without country are <b>{countryWords(country)}</b>
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <CountrySelect
          label="Numbers without country are from"
          value={country}
          comboboxProps={{ withinPortal: false }}
          onChange={(code) => {
            setOpened(false)
            if (code !== country) onChange(code)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
