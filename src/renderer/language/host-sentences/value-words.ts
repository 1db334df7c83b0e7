/** Values that the host writes in English, in the way of another language; what does not look like one stays as it came. */
export interface ValueWords {
  /** "“A”, “B” and “C”". */
  list(value: string, sayItem: (item: string) => string): string
  /** "3 March", "3 March 2025". */
  day(value: string): string
  /** "1,250". */
  count(value: string): string
  /** A country as it is called within a sentence: "Sweden", "the Netherlands". */
  country(value: string): string
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const DAY = new RegExp(`^(\\d{1,2}) (${MONTHS.join('|')})(?: (\\d{4}))?$`)
const COUNT = /^\d{1,3}(?:,\d{3})*$/

/** Between items of a list, but not within quotation marks or brackets of one. */
const BETWEEN = /(?:, | (?<join>and|or) )(?![^“]*”|[^(]*\))/g

/** What is an item of a list for certain, whatever people are called: in quotation marks, or with a digit. */
const ITEM = /^“[^”]*”$|\d/

/** {@link ValueWords} for a language. @param formatTag by which dates and numbers are written */
export function createValueWords(formatTag: string): ValueWords {
  let codes: ReadonlyMap<string, string> | null = null
  return {
    list(value, sayItem) {
      const breaks = [...value.matchAll(BETWEEN)]
      const items = breaks.map(({ index }, at) => value.slice(endOf(breaks[at - 1]), index))
      const last = breaks.at(-1)
      const all = [...items, value.slice(endOf(last))]
      if (last?.groups?.join === undefined || !all.every((item) => ITEM.test(item))) return sayItem(value)
      const type = last.groups.join === 'or' ? 'disjunction' : 'conjunction'
      return new Intl.ListFormat(formatTag, { type }).format(all.map(sayItem))
    },
    day(value) {
      const [, day, month, year] = DAY.exec(value) ?? []
      if (day === undefined) return value
      const at = new Date(
        Number(year ?? 2024),
        MONTHS.findIndex((name) => name === month),
        Number(day),
      )
      return new Intl.DateTimeFormat(formatTag, {
        day: 'numeric',
        month: 'long',
        ...(year === undefined ? {} : { year: 'numeric' }),
      }).format(at)
    },
    country(value) {
      codes ??= countryCodes()
      const code = codes.get(value.replace(/^the /, ''))
      return code === undefined ? value : (new Intl.DisplayNames([formatTag], { type: 'region' }).of(code) ?? value)
    },
    count: (value) => (COUNT.test(value) ? new Intl.NumberFormat(formatTag).format(Number(value.replaceAll(',', ''))) : value),
  }
}

/** Where what was found ends; 0 for nothing. */
function endOf(found: RegExpExecArray | undefined): number {
  return found === undefined ? 0 : found.index + found[0].length
}

/** Codes of countries by their English names. */
function countryCodes(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return new Map(codes.map((code) => [names.of(code) ?? code, code]))
}
