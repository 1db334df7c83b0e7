import { foldText } from '../text/fold.ts'
import type { Price } from './price.ts'
import { readCallingCode, readCountryName, type CountryReading } from './read-country.ts'
import { isCurrency, readMoney } from './read-money.ts'

/** One row of a price list. */
export interface PriceRow {
  row: number
  cells: readonly string[]
}

/** A price list, read. rows = prices + repeated + rejected, its header apart. */
export interface PriceList {
  rows: number
  /** One for each country, in the order of their codes, that of the rest last. */
  prices: Price[]
  /** Further rows about a country: lists by network have several, and the highest price is kept. */
  repeated: number
  rejected: { row: number; reason: string; value: string }[]
}

/** Where things stand in a price list. */
interface Columns {
  country: number | null
  callingCode: number | null
  price: number
  currency: number | null
}

const HEADERS = {
  country: /\b(?:country|land|destination|iso|pays|pais|maa|name)\b/,
  callingCode: /\b(?:prefix|calling|dial|dialling|dialing|country code|phone code|landsnummer|landnummer|vorwahl|e\.?164)\b/,
  price: /\b(?:price|rate|cost|pris|prijs|tarif|tarief|preis|prix|precio|sms|per part|per segment|amount)\b/,
  currency: /\b(?:currency|valuta|ccy|wahrung|devise|moneda)\b/,
} as const

/** Rows the columns are guessed from. */
const SAMPLE = 200

/** Why no price list can be read from a table. */
export interface Unreadable {
  missing: 'price' | 'country'
}

/**
 * Reads a table of prices by country. Which column is which is guessed from a header and from what stands in the cells.
 * @param currency for rows that name none
 */
export function readPriceList(rows: readonly PriceRow[], currency: string): PriceList | Unreadable {
  const first = rows[0]
  if (first === undefined) return { missing: 'price' }
  const hasHeader = !first.cells.some((cell) => /\d/.test(cell) && readMoney(cell) !== null)
  const columns = guessColumns(hasHeader ? first.cells : [], rows.slice(hasHeader ? 1 : 0, SAMPLE))
  if ('missing' in columns) return columns

  const list: PriceList = { rows: 0, prices: [], repeated: 0, rejected: [] }
  const byCountry = new Map<string | null, Price>()
  for (const { row, cells } of hasHeader ? rows.slice(1) : rows) {
    list.rows += 1
    const read = readRow(cells, columns, currency)
    if ('reason' in read) {
      list.rejected.push({ row, ...read })
      continue
    }
    const before = byCountry.get(read.country)
    if (before === undefined) byCountry.set(read.country, read)
    else if (before.currency === read.currency) {
      list.repeated += 1
      if (read.micros > before.micros) byCountry.set(read.country, read)
    } else {
      const value = cells[columns.country ?? columns.callingCode ?? 0] ?? ''
      list.rejected.push({ row, reason: `An earlier row has a price in ${before.currency} for the same country.`, value })
    }
  }
  list.prices = [...byCountry.values()].sort(byCode)
  return list
}

/** That of the rest last. */
function byCode({ country: one }: Price, { country: other }: Price): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1
  return one < other ? -1 : 1
}

function readRow(cells: readonly string[], columns: Columns, currency: string): Price | { reason: string; value: string } {
  const cell = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
  const country = countryOfRow(cell(columns.country), cell(columns.callingCode))
  const written = cell(columns.country) === '' ? cell(columns.callingCode) : cell(columns.country)
  if (country === null) {
    return written === ''
      ? { reason: 'There is no country in this row.', value: '' }
      : { reason: 'No country goes by this name or calling code. Write its name, or its code of two letters.', value: written }
  }
  const price = cell(columns.price)
  const money = readMoney(price)
  if (money === null) {
    return price === ''
      ? { reason: 'There is no price in this row.', value: written }
      : { reason: 'This is not a price. Write it as 0.35 or 0,35, of at most 1,000.', value: price }
  }
  const named = cell(columns.currency).toUpperCase()
  if (named !== '' && !isCurrency(named)) return { reason: 'No currency has this code. Write it as SEK or EUR.', value: named }
  return { country: country.country, micros: money.micros, currency: named === '' ? (money.currency ?? currency) : named }
}

function countryOfRow(name: string, callingCode: string): CountryReading | null {
  const code = callingCode === '' ? name : callingCode
  return readCountryName(name) ?? readCallingCode(code) ?? readCountryName(code)
}

function guessColumns(headers: readonly string[], rows: readonly PriceRow[]): Columns | Unreadable {
  const width = Math.max(0, headers.length, ...rows.map(({ cells }) => cells.length))
  const named = headers.map((header) => foldText(header).replaceAll(/[_-]/g, ' '))
  const indexes = Array.from({ length: width }, (_, index) => index)

  /** The column that most cells fit, at least half of those that are filled; a header that says so counts for more. */
  function best(kind: keyof typeof HEADERS, fits: (cell: string) => boolean, taken: readonly (number | null)[]): number | null {
    let found: { column: number; score: number } | null = null
    for (const column of indexes) {
      if (taken.includes(column)) continue
      const filled = rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((cell) => cell !== '')
      if (filled.length === 0) continue
      const share = filled.filter((cell) => fits(cell)).length / filled.length
      const score = share + (HEADERS[kind].test(named[column] ?? '') ? 1 : 0)
      if (share >= 0.5 && (found === null || score > found.score)) found = { column, score }
    }
    return found?.column ?? null
  }

  const currency = best('currency', (cell) => isCurrency(cell.toUpperCase()), [])
  const country = best('country', (cell) => readCountryName(cell) !== null, [currency])
  const isPrice = (cell: string) => readMoney(cell) !== null
  const looksLikePrice = (cell: string) => isPrice(cell) && /[.,\p{Sc}]|[a-z]/iu.test(cell)
  // A calling code reads as a price as well: what has decimals comes first.
  const price = best('price', looksLikePrice, [currency, country]) ?? best('price', isPrice, [currency, country])
  if (price === null) return { missing: 'price' }
  const callingCode = best('callingCode', (cell) => readCallingCode(cell) !== null, [currency, country, price])
  return country === null && callingCode === null ? { missing: 'country' } : { country, callingCode, price, currency }
}
