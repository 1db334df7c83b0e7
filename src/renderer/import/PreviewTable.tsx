import { NativeSelect } from '@mantine/core'
import type { ColumnMapping, ImportPreview, PreviewRow } from '../../shared/contract/imports.ts'
import { Chip } from '../components/Chip.tsx'
import { formatNumber } from '../components/names.ts'
import { useTimes } from '../language/times.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { columnChoices, currentChoice, namesANumber, withColumn } from './columns.ts'
import { useContinues } from './useContinues.ts'
import { changedWords, firstSentence, isMended, outcomeWords } from './words.ts'

/** The first rows as they stand in the file and as they would become; over each column what it means. */
export function PreviewTable({
  preview,
  disabled,
  onColumns,
}: {
  preview: ImportPreview
  disabled: boolean
  onColumns: (columns: ColumnMapping[]) => void
}) {
  const { columns, format, options, rows, counts } = preview
  const words = useWords('importing')
  const mappings = columns.map((_, index) => options.columns[index] ?? { meaning: 'skip' as const, label: '' })
  const skipped = mappings.map(({ meaning }, index) => meaning === 'skip' && !namesANumber(columns[index]?.header ?? ''))
  const frame = useContinues()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={frame} className="import-table-frame" aria-label={words('table.label')} tabIndex={0}>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col" className="import-row-number">
              <abbr title={words(format === 'vcard' ? 'table.card' : 'table.row')}>#</abbr>
            </th>
            {columns.map((column, index) => (
              <ColumnHead
                // Columns have no identity but their place; the place is stable while a preview is shown.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                header={column.header}
                filled={column.filled}
                rows={counts.rows}
                position={index + 1}
                mapping={mappings[index] ?? { meaning: 'skip', label: '' }}
                disabled={disabled}
                onChange={(mapping) => onColumns(withColumn(mappings, index, mapping))}
              />
            ))}
            <th scope="col">{words('table.whatHappens')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.row} row={row} skipped={skipped} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ColumnHead({
  header,
  filled,
  rows,
  position,
  mapping,
  disabled,
  onChange,
}: {
  header: string
  filled: number
  rows: number
  position: number
  mapping: ColumnMapping
  disabled: boolean
  onChange: (mapping: ColumnMapping) => void
}) {
  const words = useWords('importing')
  const choices = columnChoices(words, header, mapping)
  const name = header === '' ? words('table.column', { number: String(position) }) : header
  return (
    <th scope="col" data-skipped={(mapping.meaning === 'skip' && !namesANumber(header)) || undefined}>
      <span className="import-column-name">{name}</span>
      <span className="import-column-filled num">
        {filled === rows ? words('table.filled', { count: filled }) : words('table.filledOf', { count: filled, rows })}
      </span>
      <NativeSelect
        size="xs"
        aria-label={words('table.means', { name })}
        data={choices.map(({ value, label }) => ({ value, label }))}
        value={currentChoice(choices, mapping)}
        disabled={disabled}
        onChange={(event) => {
          const chosen = choices.find(({ value }) => value === event.currentTarget.value)
          if (chosen !== undefined) onChange(chosen.mapping)
        }}
      />
    </th>
  )
}

function Row({ row, skipped }: { row: PreviewRow; skipped: readonly boolean[] }) {
  const words = useWords('importing')
  const say = useHostSentences()
  const times = useTimes()
  const { tone, chip, note } = outcomeWords(words, row)
  // A refused number says why where it stands; once is enough.
  const saidInCell = row.numbers.some((number) => number.note === note)
  return (
    <tr data-outcome={row.outcome}>
      <td className="import-row-number num">{times.count(row.row)}</td>
      {skipped.map((isSkipped, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <td key={index} data-skipped={isSkipped || undefined}>
          <Cell row={row} column={index} />
        </td>
      ))}
      <td>
        <Chip tone={tone}>{chip}</Chip>{' '}
        {note === null || saidInCell ? null : row.outcome === 'rejected' ? (
          <Reason text={note} />
        ) : (
          <span className="sec">{row.outcome === 'updated' ? changedWords(say, note) : say(note)}</span>
        )}
      </td>
    </tr>
  )
}

/** Why something cannot be used: the first sentence, the whole of it on hover. */
function Reason({ text }: { text: string }) {
  const said = useHostSentences()(text)
  return (
    <span className="import-bad" title={said}>
      {firstSentence(said)}
    </span>
  )
}

/**
 * A cell as the file has it; a number also as it will be kept, with its extension apart, and what was mended or why it
 * cannot be used.
 */
function Cell({ row, column }: { row: PreviewRow; column: number }) {
  const words = useWords('importing')
  const say = useHostSentences()
  const raw = row.cells[column] ?? ''
  const numbers = row.numbers.filter((number) => number.column === column)
  if (numbers.length === 0) return <span className="import-cell people-text">{raw}</span>
  return (
    <>
      {numbers.map((number, index) => (
        // Two numbers in one cell can be the same text; their order is all that tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className="import-number num">
          {number.e164 === null ? (
            <>
              <s className="people-text">{number.raw}</s> {number.note === null ? null : <Reason text={number.note} />}
            </>
          ) : (
            <>
              {isMended(number.raw, formatNumber(number.e164)) ? (
                <span>
                  <span className="import-raw">{number.raw}</span>
                  <span className="import-arrow" aria-hidden="true">
                    {' '}
                    →{' '}
                  </span>
                  <span className="visually-hidden"> {words('table.becomes')} </span>
                  <b>{formatNumber(number.e164)}</b>
                </span>
              ) : (
                <span>{formatNumber(number.e164)}</span>
              )}
              {number.extension === '' ? null : (
                <span className="import-extension"> {words('table.extension', { extension: number.extension })}</span>
              )}{' '}
              {number.note === null ? null : <span className="import-mended">{say(number.note)}</span>}
            </>
          )}
        </span>
      ))}
    </>
  )
}
