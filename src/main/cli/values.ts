import { secretsKind, type SecretsKind } from '../../shared/contract/desk.ts'
import type { WallTime } from '../../shared/contract/messages.ts'
import { RATE_PERIODS, sendingRate, type SendingRate } from '../../shared/providers/descriptor.ts'
import { instantOf, ownZone } from '../../shared/time/wall-time.ts'
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

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}([.,]\d{1,3})?)?(Z|[+-]\d{2}(:?\d{2})?)?$/i

/**
 * A time of an option in milliseconds since 1970 UTC. A time without a zone is local time.
 * @throws UsageError unless it is a date and time in ISO 8601 that exists
 */
export function readTime(value: string, name: 'at' | 'valid-until' | 'from' | 'until' = 'at'): number {
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
  const [year, month, day] = (parts?.[1] ?? '').split('-').map(Number)
  if (Number.isNaN(time) || day === undefined || day > new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()) {
    throw new UsageError(`--${name} takes a date and time such as 2031-05-24T09:30 or 2031-05-24T09:30+02:00.`)
  }
  return time
}

/**
 * A day or a time of an option as ms UTC: `--from` a day begins with it, `--until` a day ends with it. Local time where no zone is said.
 * @throws UsageError unless it is a date, or a date and time in ISO 8601, that exists
 */
export function readDayOrTime(value: string, name: 'from' | 'until'): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return readTime(value, name)
  const begins = new Date(readTime(`${value}T00:00`, name))
  if (name === 'until') begins.setDate(begins.getDate() + 1)
  return begins.getTime()
}

/**
 * `--at` as the desk takes it: a time without a zone is a wall time in this computer's zone, which stays what it says when the
 * rules of the zone change; one with a zone, or with seconds, is an instant.
 * @throws UsageError unless it is a date and time in ISO 8601 that exists
 */
export function readSendTime(value: string): { at: number } | { schedule: WallTime } {
  const at = readTime(value)
  const [, date, time, , , offset] = ISO_TIME.exec(value) ?? []
  if (offset !== undefined) return { at }
  const schedule = { local: `${date ?? ''}T${time ?? ''}`, zone: ownZone() }
  return isInstantOf(schedule, at) ? { schedule } : { at }
}

/** Not so for a time with seconds, the end of a day written as 24:00, and where the system does not say in which zone its clock is. */
function isInstantOf(schedule: WallTime, at: number): boolean {
  try {
    return instantOf(schedule) === at
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * `--count` and `--per`, or null for `--default`.
 * @throws UsageError
 */
export function readRate({
  count,
  per,
  default: usual,
}: {
  count?: string | undefined
  per?: string | undefined
  default?: boolean | undefined
}): SendingRate | null {
  if (usual === true && count === undefined && per === undefined) return null
  if (usual === true || count === undefined || per === undefined) {
    throw new UsageError('“accounts rate” needs --count and --per, or --default and neither of them.')
  }
  const rate = sendingRate.safeParse({ count: /^[0-9]{1,7}$/.test(count) ? Number(count) : Number.NaN, per })
  if (!rate.success) throw new UsageError(`--count takes a number from 1 to 1000000, and --per one of: ${RATE_PERIODS.join(', ')}.`)
  return rate.data
}

function zoneInFull(match: string, hours: string, minutes: string | undefined, offset: number): string {
  // before the time begins it is no zone but the end of the date
  return offset < 12 ? match : `${hours}:${minutes ?? '00'}`
}
