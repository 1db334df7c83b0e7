import { Button, Menu, Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { FileFormat, ImportOptions } from '../../shared/contract/imports.ts'
import { Icon } from '../components/Icon.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { CountrySelect } from '../settings/CountrySelect.tsx'
import { countryWords } from '../settings/countries.ts'
import { DELIMITERS, encodingName, ENCODINGS, QUOTES, withReading } from './columns.ts'

const asSource = (text: ReactNode) => <b className="import-source people-text">{text}</b>
const asSheet = (text: ReactNode) => <b className="people-line">{text}</b>
const asBold = (text: ReactNode) => <b>{text}</b>

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
  const words = useWords('importing')
  const say = useHostSentences()
  const quote = QUOTES.find(({ value }) => value === options.quote)
  const delimiter = DELIMITERS.find(({ value }) => value === options.delimiter)
  const encoding = ENCODINGS.find(({ value }) => value === options.encoding)
  const read = (change: Parameters<typeof withReading>[1]) => onChange(withReading(options, change))
  return (
    <fieldset className="import-read-as">
      <legend className="visually-hidden">{words('readAs.legend')}</legend>
      <span className="mut">
        {format === 'text' ? words('readAs.text') : words.rich('readAs.source', { what: say(source), source: asSource })}
      </span>
      {format === 'text' ? (
        <>
          <ChoiceMenu
            label={words('readAs.delimiter')}
            disabled={disabled}
            current={options.delimiter}
            words={
              <>
                {words(delimiter === undefined ? 'readAs.other' : `readAs.${delimiter.name}`)} <b>{delimiter?.sign}</b>
              </>
            }
            choices={DELIMITERS.map(({ value, name, sign }) => ({ value, words: words(`readAs.${name}`), beside: sign }))}
            onChoose={(value) => read({ delimiter: value })}
          />
          <ChoiceMenu
            label={words('readAs.quote')}
            disabled={disabled}
            current={options.quote}
            words={
              <>
                {quote === undefined ? null : words(`readAs.${quote.name}`)} {options.quote === '' ? null : <b>{quote?.sign}</b>}
              </>
            }
            choices={QUOTES.map(({ value, name, sign }) => ({
              value,
              words: words(`readAs.${name}`),
              beside: sign ?? words('readAs.noQuotesHint'),
            }))}
            onChoose={(value) => read({ quote: value })}
          />
        </>
      ) : null}
      {sheets.length < 2 ? null : (
        <ChoiceMenu
          label={words('readAs.sheet')}
          disabled={disabled}
          current={options.sheet}
          words={words.rich('readAs.sheetNamed', { sheet: options.sheet, name: asSheet })}
          choices={sheets.map((sheet) => ({ value: sheet, words: sheet }))}
          onChoose={(sheet) => read({ sheet })}
        />
      )}
      {format === 'xlsx' ? null : (
        <ChoiceMenu
          label={words('readAs.encoding')}
          disabled={disabled}
          current={options.encoding}
          words={encoding === undefined ? options.encoding : encodingName(words, encoding)}
          choices={ENCODINGS.map((each) => ({
            value: each.value,
            words: encodingName(words, each),
            beside: words(`readAs.usedBy.${each.usedBy}`),
          }))}
          onChoose={(value) => read({ encoding: value })}
        />
      )}
      {format === 'vcard' ? null : (
        <ChoiceMenu
          label={words('readAs.header')}
          disabled={disabled}
          current={options.hasHeader ? 'header' : 'person'}
          words={words(options.hasHeader ? 'readAs.firstRowIsHeader' : 'readAs.noHeader')}
          choices={[
            { value: 'header', words: words('readAs.firstRowIsHeader') },
            { value: 'person', words: words('readAs.noHeader'), beside: words('readAs.noHeaderHint') },
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
  const said = useWords('importing')
  return (
    <Menu position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="xs" className="import-chip" disabled={disabled} rightSection={<Icon name="chevronDown" size={12} />}>
          <span className="visually-hidden">{said('readAs.choice', { label })} </span>
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
  const words = useWords('importing')
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
          <span>{words.rich('readAs.country', { name: countryWords(country), country: asBold })}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <CountrySelect
          label={words('readAs.countryLabel')}
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
