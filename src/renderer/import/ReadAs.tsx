import { Button, Menu, Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ImportOptions } from '../../shared/contract/imports.ts'
import { Icon } from '../components/Icon.tsx'
import { CountrySelect } from '../settings/CountrySelect.tsx'
import { countryWords } from '../settings/countries.ts'
import { DELIMITERS, ENCODINGS, withReading } from './columns.ts'

/** "We read this file as …": the guesses as menus; choosing another one reads the file again. */
export function ReadAs({ options, disabled, onChange }: { options: Required<ImportOptions>; disabled: boolean; onChange: (options: ImportOptions) => void }) {
  const delimiter = DELIMITERS.find(({ value }) => value === options.delimiter)
  const encoding = ENCODINGS.find(({ value }) => value === options.encoding)
  const read = (change: Parameters<typeof withReading>[1]) => onChange(withReading(options, change))
  return (
    <fieldset className="import-read-as">
      <legend className="visually-hidden">How the file is read</legend>
      <span className="mut">We read this file as</span>
      <ChoiceMenu
        label="What separates the columns"
        disabled={disabled}
        words={
          <>
            {delimiter?.name ?? 'Other'} <b>{delimiter?.sign}</b>
          </>
        }
      >
        {DELIMITERS.map(({ value, name, sign }) => (
          <Choice key={value} current={value === options.delimiter} onClick={() => read({ delimiter: value })}>
            {name} <b>{sign}</b>
          </Choice>
        ))}
      </ChoiceMenu>
      <ChoiceMenu label="How letters are encoded" disabled={disabled} words={encoding?.name ?? options.encoding}>
        {ENCODINGS.map(({ value, name, usedBy }) => (
          <Choice key={value} current={value === options.encoding} onClick={() => read({ encoding: value })}>
            {name} <span className="mut">{usedBy}</span>
          </Choice>
        ))}
      </ChoiceMenu>
      <ChoiceMenu label="Whether the first row names the columns" disabled={disabled} words={options.hasHeader ? 'First row is a header' : 'No header'}>
        <Choice current={options.hasHeader} onClick={() => read({ hasHeader: true })}>
          First row is a header
        </Choice>
        <Choice current={!options.hasHeader} onClick={() => read({ hasHeader: false })}>
          No header: the first row is a person
        </Choice>
      </ChoiceMenu>
      <CountryChoice country={options.country} disabled={disabled} onChange={(country) => read({ country })} />
    </fieldset>
  )
}

function ChoiceMenu({ label, words, disabled, children }: { label: string; words: ReactNode; disabled: boolean; children: ReactNode }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" className="import-chip" disabled={disabled} rightSection={<Icon name="chevronDown" size={12} />}>
          <span className="visually-hidden">{label}: </span>
          <span>{words}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

function Choice({ current, onClick, children }: { current: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Menu.Item onClick={onClick} aria-current={current || undefined} rightSection={current ? <Icon name="check" size={14} /> : null}>
      {children}
    </Menu.Item>
  )
}

function CountryChoice({ country, disabled, onChange }: { country: string; disabled: boolean; onChange: (country: string) => void }) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus width={300}>
      <Popover.Target>
        <Button size="xs" className="import-chip" disabled={disabled} rightSection={<Icon name="chevronDown" size={12} />} onClick={() => setOpened(!opened)}>
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
