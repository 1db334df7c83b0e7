import { secretsKind, type SecretsKind } from '../../shared/contract/desk.ts'
import { UsageError } from './usage-error.ts'

/**
 * Rows asked for with `--limit`.
 * @throws UsageError unless it is a whole number from 1
 */
export function readLimit(value: string | undefined, standard = 100): number {
  if (value === undefined) return standard
  const limit = Number(value)
  if (!/^[0-9]{1,9}$/.test(value) || limit < 1) throw new UsageError('--limit takes a whole number from 1.')
  return limit
}

/** @throws UsageError unless it is two letters */
export function readCountry(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (!/^[A-Za-z]{2}$/.test(value)) throw new UsageError('--country takes a country code of two letters, such as SE.')
  return value.toUpperCase()
}

/** @throws UsageError unless it is one of the three */
export function readSecretsKind(value: string | undefined): SecretsKind | undefined {
  if (value === undefined) return undefined
  const kind = secretsKind.safeParse(value)
  if (!kind.success) throw new UsageError('--secrets takes keychain, vault or memory.')
  return kind.data
}

/**
 * A port from 0 (any free one) to 65535.
 * @throws UsageError
 */
export function readPort(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const port = Number(value)
  if (!/^[0-9]{1,5}$/.test(value) || port > 65_535) throw new UsageError(`--${name} takes a number from 0 to 65535.`)
  return port
}

/**
 * Splits `key=value`; the value may hold further equals signs.
 * @throws UsageError
 */
export function readPairs(name: string, values: readonly string[] | undefined): Record<string, string> {
  const pairs: [string, string][] = []
  for (const pair of values ?? []) {
    const equals = pair.indexOf('=')
    // the pair itself is not repeated: it could be a secret put here by mistake
    if (equals < 1) throw new UsageError(`--${name} takes a key, an equals sign and a value.`)
    pairs.push([pair.slice(0, equals), pair.slice(equals + 1)])
  }
  return Object.fromEntries(pairs)
}

/**
 * `--wait` in milliseconds.
 * @throws UsageError
 */
export function readWait(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const seconds = Number(value)
  if (!/^[0-9]+(\.[0-9]+)?$/.test(value) || seconds > 86_400) throw new UsageError('--wait takes a number of seconds, at most 86400.')
  return Math.round(seconds * 1_000)
}

const ISO_TIME = /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,3})?)?(Z|[+-]\d{2}(:?\d{2})?)?$/i

/**
 * `--at` in milliseconds since 1970 UTC. A time without a zone is local time.
 * @throws UsageError unless it is a date and time in ISO 8601 that exists
 */
export function readTime(value: string): number {
  const parts = ISO_TIME.exec(value)
  const time =
    parts === null
      ? Number.NaN
      : Date.parse(
          value
            .toUpperCase()
            .replace(' ', 'T')
            .replace(',', '.')
            .replace(/([+-]\d{2}):?(\d{2})?$/, zoneInFull),
        )
  // the 31st of February would be taken for a day in March
  const [year, month, day] = (parts ?? []).slice(1, 4).map(Number)
  if (Number.isNaN(time) || day === undefined || day > new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()) {
    throw new UsageError('--at takes a date and time such as 2031-05-24T09:30 or 2031-05-24T09:30+02:00.')
  }
  return time
}

function zoneInFull(match: string, hours: string, minutes: string | undefined, offset: number): string {
  // before the time begins it is no zone but the end of the date
  return offset < 12 ? match : `${hours}:${minutes ?? '00'}`
}
