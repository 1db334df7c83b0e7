import { MAX_UNITS } from './facts.ts'

/** The form as it was filled in, with defaults. */
export type Config = Readonly<Record<string, string>>

/** Problems of a form by field key, as sentences. The first one found for a field stays. */
export type Problems = Map<string, string>

/** The gateway where nothing else is said, as in the middle of a sentence. */
const SOME_GATEWAY = 'the gateway'

const MAX_NAME = 60

/** A configured value without spaces around it; empty where there is none. */
export function read(config: Config, key: string): string {
  const value = Object.hasOwn(config, key) ? config[key] : undefined
  return typeof value === 'string' ? value.trim() : ''
}

/** What was read, or null where it is a problem, which is noted under the field's key. */
export function take<Value extends object>(problems: Problems, key: string, value: Value | { problem: string }): Value | null {
  if (!('problem' in value)) return value
  note(problems, key, value.problem)
  return null
}

export function note(problems: Problems, key: string, sentence: string): void {
  if (!problems.has(key)) problems.set(key, sentence)
}

/** How the gateway is named inside sentences; `asSentence` makes a beginning of it. */
export function gatewayOf(config: Config): string {
  const name = read(config, 'gateway')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .slice(0, MAX_NAME)
    .trim()
  return name === '' ? SOME_GATEWAY : name.toWellFormed()
}

/** With a capital letter. */
export function asSentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** Most UTF-16 units of a text; null where the account names no limit, or none that can be read. */
export function maxUnitsOf(config: Config): number | null {
  const text = read(config, 'maxUnits')
  const units = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return units >= 1 && units <= MAX_UNITS ? units : null
}
