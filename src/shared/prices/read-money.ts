import { MAX_PRICE_MICROS } from './price.ts'

/** An amount of money as a price list writes it. */
export interface MoneyReading {
  /** In millionths of the currency's unit. */
  micros: number
  /** ISO 4217, where the cell names it. */
  currency: string | null
}

/** Signs that mean one currency only. `$` and `kr` mean many. */
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₹': 'INR' }

let codes: Set<string> | null = null

/** Whether this is the code of a currency (ISO 4217), upper case. */
export function isCurrency(code: string): boolean {
  codes ??= new Set(Intl.supportedValuesOf('currency'))
  return codes.has(code)
}

/**
 * A price as people write it: with a decimal comma or point, and a currency before or behind it. A single comma or point is the
 * decimal mark, since no part costs thousands. More than six decimals are rounded up. Null for anything else, negative ones included.
 */
export function readMoney(cell: string): MoneyReading | null {
  const match = /^([^\d.,-]*)([\d.,\s\u00a0'’]+)([^\d.,-]*)$/u.exec(cell.trim())
  const [, before = '', number = '', behind = ''] = match ?? []
  if (match === null || !/\d/.test(number)) return null
  const currency = currencyOf(`${before} ${behind}`)
  if (currency === 'unknown') return null
  const plain = number.replaceAll(/[\s\u00a0'’]/g, '')
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  const whole = (mark === -1 ? plain : plain.slice(0, mark)).replaceAll(/[.,]/g, '')
  const decimals = mark === -1 ? '' : plain.slice(mark + 1)
  if (!/^\d{0,9}$/.test(whole) || !/^\d*$/.test(decimals)) return null
  const rest = /[1-9]/.test(decimals.slice(6)) ? 1 : 0
  const micros = Number(whole === '' ? '0' : whole) * 1_000_000 + Number(decimals.slice(0, 6).padEnd(6, '0')) + rest
  return micros > MAX_PRICE_MICROS ? null : { micros, currency }
}

/** Null where nothing, or a sign of many currencies, stands beside the number; `unknown` where it is something else. */
function currencyOf(beside: string): string | null {
  const words = beside.trim().replace(/\.$/, '')
  if (words === '' || /^(?:\p{Sc}|kr|cents?)$/iu.test(words)) return SIGNS[words] ?? (/^cents?$/i.test(words) ? 'unknown' : null)
  const code = words.toUpperCase()
  return isCurrency(code) ? code : 'unknown'
}
