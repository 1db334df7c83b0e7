/** Values that the host writes in English, in the way of another language; what does not look like one stays as it came. */
export interface ValueWords {
  /** "“A”, “B” and “C”". */
  list(value: string, sayItem: (item: string) => string): string
  /** "3 March", "3 March 2025". */
  day(value: string): string
  /** "1,250". */
  count(value: string): string
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

/** What is an item of a list for certain, whatever people are called: in quotation marks, or with a digit. */
const ITEM = /^“[^”]*”$|\d/

/** {@link ValueWords} for a language. @param formatTag by which dates and numbers are written */
export function createValueWords(formatTag: string): ValueWords {
  const numbers = new Intl.NumberFormat(formatTag)
  const lists = {
    and: new Intl.ListFormat(formatTag, { type: 'conjunction' }),
    or: new Intl.ListFormat(formatTag, { type: 'disjunction' }),
  }
  return {
    list(value, sayItem) {
      const found = /^(?<first>.+) (?<join>and|or) (?<last>.+?)$/s.exec(value)?.groups
      if (found === undefined) return sayItem(value)
      const items = [...(found.first ?? '').split(', '), found.last ?? '']
      if (!items.every((item) => ITEM.test(item))) return value
      return lists[found.join === 'or' ? 'or' : 'and'].format(items.map(sayItem))
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
    count: (value) => (COUNT.test(value) ? numbers.format(Number(value.replaceAll(',', ''))) : value),
  }
}
