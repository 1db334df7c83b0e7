import type { TextRules } from '../../../shared/providers/text-rules.ts'
import { septetsOf } from '../../../shared/segments/alphabet.ts'
import { senderProblem } from '../sender.ts'
import { readBaseUrl } from './address.ts'
import { LIST_SIZE, MAX_CARRIED_DIGITS, MAX_SENDER_LENGTH, MAX_SERVICE_TYPE_BYTES } from './facts.ts'

type Config = Readonly<Record<string, string>>

/** How a text is handed over (§3.2). */
export type Method = 'post-json' | 'post-query' | 'get'

/** In the order they are offered; the first is the default. */
export const METHODS: ReadonlyArray<{ value: Method; label: string }> = [
  { value: 'post-json', label: 'POST, everything in the body' },
  { value: 'post-query', label: 'POST, user name and password in the address' },
  { value: 'get', label: 'GET, everything in the address' },
]

/** What becomes of a text that does not fit into one part (§3.4). */
export interface LongMessageMode {
  /** As it goes out. */
  value: string
  label: string
  text: TextRules
  /** Most numbers of one call. */
  batchSize: number
}

const splitMode: LongMessageMode = {
  value: 'split',
  label: 'Divide into parts (usual)',
  text: { maxUnits: null, maxParts: null, partsNote: null },
  batchSize: LIST_SIZE,
}

/** In the order they are offered; the first is the default. */
export const LONG_MESSAGE_MODES: readonly LongMessageMode[] = [
  splitMode,
  { ...splitMode, value: 'split_sar', label: 'Divide into parts, numbered in SMPP fields' },
  // Its parts share one id, so that a report cannot say which of them it is about.
  { ...splitMode, value: 'single_id_split', label: 'Divide into parts with one id together' },
  {
    value: 'payload',
    label: 'Hand over whole',
    text: {
      maxUnits: null,
      maxParts: null,
      partsNote: 'A long text is handed on whole, and the networks further on decide how it is divided and charged.',
    },
    batchSize: LIST_SIZE,
  },
  {
    value: 'split_or_payload',
    label: 'OKRoute decides (one number at a time)',
    text: {
      maxUnits: null,
      maxParts: null,
      partsNote: 'OKRoute decides whether a long text is divided or handed on whole, so more or fewer parts may be charged.',
    },
    batchSize: 1,
  },
  {
    value: 'cut',
    label: 'One part only; longer texts are not sent',
    text: { maxUnits: null, maxParts: 1, partsNote: null },
    batchSize: LIST_SIZE,
  },
]

/** The account's way of handing over; what is not known counts as the default. */
export function methodOf(config: Config): Method {
  return METHODS.find(({ value }) => value === config['method'])?.value ?? 'post-json'
}

/** What the account does with long texts; what is not known counts as the default. */
export function longMessageModeOf(config: Config): LongMessageMode {
  return LONG_MESSAGE_MODES.find(({ value }) => value === config['longMessageMode']) ?? splitMode
}

/** What keeps a configuration from being saved, by field key. */
export function configProblems(config: Config): Record<string, string> {
  const problems: Record<string, string> = {}
  const address = readBaseUrl(config['baseUrl'] ?? '')
  if ('problem' in address) problems['baseUrl'] = address.problem
  const sender = aniProblem((config['ani'] ?? '').trim())
  if (sender !== null) problems['ani'] = sender
  if (!isOneOf(METHODS, config['method'])) problems['method'] = 'Choose one of the ways that are offered.'
  if (!isOneOf(LONG_MESSAGE_MODES, config['longMessageMode'])) problems['longMessageMode'] = 'Choose one of the ways that are offered.'
  const serviceType = (config['serviceType'] ?? '').trim()
  const bytes = new TextEncoder().encode(serviceType).length
  if (bytes > MAX_SERVICE_TYPE_BYTES) {
    problems['serviceType'] = `A service type has at most ${MAX_SERVICE_TYPE_BYTES} characters; this one takes ${bytes}.`
  } else if (/\p{Cc}/u.test(serviceType)) {
    problems['serviceType'] = 'The service type holds a character that cannot be seen. Type it anew.'
  }
  return problems
}

/** What is allowed but unwise, by field key. */
export function configWarnings(config: Config): Record<string, string> {
  const warnings: Record<string, string> = {}
  const address = readBaseUrl(config['baseUrl'] ?? '')
  if ('isReadable' in address && address.isReadable) {
    warnings['baseUrl'] =
      'With http, user name, password and every text can be read on the way. Ask OKRoute for its https address, often with port 8002.'
  }
  const sender = (config['ani'] ?? '').trim()
  if (aniProblem(sender) === null && senderProblem(sender, MAX_CARRIED_DIGITS) !== null) {
    warnings['ani'] = isNumber(sender)
      ? `Networks carry sender numbers of at most ${MAX_CARRIED_DIGITS} digits. Recipients may see another sender, or the text may not arrive.`
      : 'Networks carry sender names of at most 11 characters. Recipients may see another sender, or the text may not arrive.'
  }
  if (methodOf(config) !== 'post-json') {
    warnings['method'] =
      'User name and password become part of the web address this way, which servers on the way may note down. Use it only if OKRoute asks for it.'
  }
  return warnings
}

/** The sender as it goes out: a number without `+` (§3.1). */
export function aniOf(config: Config): string {
  const sender = (config['ani'] ?? '').trim()
  return isNumber(sender) ? sender.replace('+', '') : sender
}

/** Why the interface would not take a sender (§3.1); null when it would. */
function aniProblem(sender: string): string | null {
  if (sender === '') return 'Enter the name or number that recipients see as sender.'
  const length = [...sender].length
  if (length > MAX_SENDER_LENGTH) return `A sender has at most ${MAX_SENDER_LENGTH} characters; this one has ${length}.`
  if (isNumber(sender)) return null
  const stranger = [...sender].find((char) => char < ' ' || septetsOf(char.codePointAt(0) ?? 0) === 0)
  if (stranger !== undefined) {
    return `The sender cannot contain “${stranger < ' ' ? '?' : stranger}”. Use plain letters, digits and spaces.`
  }
  return /\p{L}/u.test(sender) ? null : 'A sender name needs at least one letter. For a number, use digits only.'
}

function isNumber(sender: string): boolean {
  return /^\+?\d+$/.test(sender)
}

/** Whether a choice was left open or is one of those offered. */
function isOneOf(options: ReadonlyArray<{ value: string }>, chosen: string | undefined): boolean {
  return chosen === undefined || chosen === '' || options.some(({ value }) => value === chosen)
}
