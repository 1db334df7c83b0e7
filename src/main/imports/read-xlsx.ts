import { format as formatNumber, isDateFormat } from 'numfmt'
import { Refused } from '../app/refused.ts'
import type { OperationContext } from '../store/operation.ts'
import { cancelled } from './cancelled.ts'
import { type FileRow, isBlank, LONGEST_ROW, ROWS_PER_BATCH, type SheetPlace, tooLong } from './file-row.ts'
import { createXmlParser, damaged, openWorkbook, type SheetPart, tooLarge, unescapedXml, type Workbook } from './workbook.ts'

/** Rows and columns a sheet of Excel has at most. */
const MOST_ROWS = 1_048_576
const MOST_SHEET_COLUMNS = 16_384
/** Rows the guesses are made from. */
const SAMPLE_ROWS = 200

/**
 * Finds the sheets with something in them, and the first rows of one: the chosen one, else the first in sight, else a
 * hidden one.
 * @throws Refused `file_empty`, `file_damaged`, `file_too_large`, `file_not_text`, `import_cancelled`
 */
export async function surveyWorkbook(
  path: string,
  context: OperationContext,
  chosen?: string,
): Promise<{ sheet: SheetPlace; sheets: string[]; sample: string[][]; rows: number }> {
  const workbook = await openWorkbook(path)
  const filled: SheetPart[] = []
  try {
    for (const sheet of workbook.sheets) if ((await firstRows(workbook, sheet, 1, context)).sample.length > 0) filled.push(sheet)
    const sheet = filled.find(({ name }) => name === chosen) ?? filled.find(({ hidden }) => !hidden) ?? filled[0]
    if (sheet !== undefined) {
      const sheets = filled.map(({ name }) => name)
      return { sheet: { name: sheet.name, part: sheet.part }, sheets, ...(await firstRows(workbook, sheet, SAMPLE_ROWS, context)) }
    }
  } finally {
    workbook.close()
  }
  throw new Refused('file_empty', 'There is nothing in this workbook. Choose the file with your customers.')
}

/** The first rows of a sheet, and about how many it has. */
async function firstRows(workbook: Workbook, sheet: SheetPart, most: number, context: OperationContext) {
  const sample: string[][] = []
  const reader = createSheetReader(workbook)
  for await (const batch of rowsOf(workbook, sheet, reader)) {
    sample.push(...batch.map((row) => row.cells))
    await context.yield()
    if (context.cancelled) throw cancelled()
    if (sample.length >= most) break
  }
  return { sample: sample.slice(0, most), rows: reader.expected() ?? sample.length }
}

/** The rows of a sheet that have something in them. @throws Refused `file_damaged`, `file_too_large`, `file_row_too_long` */
export async function* readSheetRows(path: string, sheet: SheetPlace): AsyncGenerator<FileRow[], void, void> {
  const workbook = await openWorkbook(path)
  try {
    const found = workbook.sheets.find((one) => one.part === sheet.part)
    if (found !== undefined) yield* rowsOf(workbook, found, createSheetReader(workbook))
  } finally {
    workbook.close()
  }
}

async function* rowsOf(workbook: Workbook, sheet: SheetPart, reader: SheetReader): AsyncGenerator<FileRow[], void, void> {
  let batch: FileRow[] = []
  try {
    for await (const piece of workbook.sheetXml(sheet)) {
      for (const row of reader.push(piece)) {
        batch.push(row)
        if (batch.length < ROWS_PER_BATCH) continue
        yield batch
        batch = []
      }
    }
    reader.end()
  } catch (error) {
    throw error instanceof Refused ? error : damaged(error)
  }
  if (batch.length > 0) yield batch
}

interface SheetReader {
  /** Rows that ended in this piece of the sheet's XML. */
  push(piece: string): FileRow[]
  /** @throws when the sheet has not ended */
  end(): void
  /** Rows the sheet says it has; null when it does not. */
  expected(): number | null
}

/** Reads the cells of a sheet (ECMA-376-1, §18.3.1.4) as Excel would show them. */
function createSheetReader(workbook: Workbook): SheetReader {
  const show = createCellFormatter(workbook)
  let ready: FileRow[] = []
  let expected: number | null = null
  let row = 0
  let length = 0
  let cells: string[] = []
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let inValue = false
  let inAid = false

  const parser = createXmlParser({
    open(name, attributes) {
      switch (name) {
        case 'c': {
          column = columnOf(attributes['r']) ?? column + 1
          if (column >= MOST_SHEET_COLUMNS) throw tooLarge()
          type = attributes['t'] ?? 'n'
          style = Number(attributes['s'] ?? 0)
          value = ''
          break
        }
        case 'v':
        case 't':
          inValue = !inAid
          break
        case 'rPh':
          inAid = true
          break
        case 'row':
          row = Number(attributes['r'] ?? row + 1)
          if (!(row >= 1 && row <= MOST_ROWS)) throw tooLarge()
          cells = []
          column = -1
          length = 0
          break
        case 'dimension':
          expected = Number(/(\d+)$/.exec(attributes['ref'] ?? '')?.[1] ?? Number.NaN)
          break
        default:
      }
    },
    text(text) {
      if (!inValue) return
      value += text
      length += text.length
      if (length > LONGEST_ROW) throw tooLong(row)
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          inValue = false
          break
        case 'rPh':
          inAid = false
          break
        case 'c': {
          const text = value === '' ? '' : show(type, style, value)
          if (text === '') break
          while (cells.length < column) cells.push('')
          cells[column] = text
          break
        }
        case 'row':
          if (!isBlank(cells)) ready.push({ row, cells, broken: false })
          break
        default:
      }
    },
  })
  return {
    push(piece) {
      parser.write(piece)
      const rows = ready
      ready = []
      return rows
    },
    end() {
      parser.close()
    },
    expected: () => (expected !== null && expected >= 1 && expected <= MOST_ROWS ? expected : null),
  }
}

/** The place of a cell from 0: `C7` is 2. Null without a reference. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null
  let column = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > MOST_SHEET_COLUMNS) throw tooLarge()
  }
  return column === 0 ? null : column - 1
}

function createCellFormatter({ strings, formats, from1904 }: Workbook): (type: string, style: number, value: string) => string {
  const dates = formats.map((format) => isDateFormat(format))
  return (type, style, value) => {
    switch (type) {
      case 's':
        return strings[Number(value)] ?? ''
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
      case 'n': {
        const number = Number(value)
        if (!Number.isFinite(number)) return value
        const format = formats[style] ?? 'General'
        if (dates[style] === true) return shownDate(format, number, from1904)
        return shownNumber(format, number)
      }
      // Strings of formulas, inline ones, dates in ISO 8601, and errors stand there as they are.
      default:
        return unescapedXml(value)
    }
  }
}

/** Days between 1 January 1900 and 1904 as Excel counts them. */
const DAYS_TO_1904 = 1_462

function shownDate(format: string, number: number, from1904: boolean): string {
  return shown(format, from1904 ? number + DAYS_TO_1904 : number) ?? String(number)
}

/** Digits from which on a number may be one people call: nothing may be rounded, grouped or put in powers of ten. */
const NUMBER_DIGITS = 7

function shownNumber(format: string, number: number): string {
  // Excel keeps 15 digits; more are noise of the calculation.
  const plain = Number.isInteger(number) ? number.toFixed(0) : String(Number(number.toPrecision(15)))
  if (format === 'General' || format === '@' || format === '0') return plain
  const text = shown(format, number)
  if (text === null) return plain
  if (Number.isInteger(number) && plain.length >= NUMBER_DIGITS) {
    // Zeros and signs a format puts before or between digits are what the sheet is meant to say.
    const digits = text.replaceAll(/\D/g, '')
    return digits.replace(/^0+/, '') === plain && !/[,.]/.test(text) ? text : plain
  }
  return text
}

function shown(format: string, number: number): string | null {
  try {
    const text = formatNumber(format, number, { nbsp: false, throws: false, overflow: '' }).trim()
    return text === '' || text.startsWith('######') ? null : text
  } catch {
    // A format that is none is the sheet's, not the number's fault.
    return null
  }
}
