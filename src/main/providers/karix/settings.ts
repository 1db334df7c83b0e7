import { isGsmText } from '../../../shared/segments/alphabet.ts'
import type { ProviderAccount } from '../types.ts'
import { readAddress } from './address.ts'
import type { BlockoutHours } from './blockout.ts'
import { blockoutHours } from './blockout.ts'
import type { TypeCodes } from './facts.ts'
import { MAX_SENDER_LENGTH, TYPE_CODE_NAMES, TYPE_WORDS } from './facts.ts'
import { readClock } from './indian-time.ts'

type Config = Readonly<Record<string, string>>

/** What it takes to send for an account. */
export interface Settings {
  url: string
  key: string
  sender: string
  typeCodes: TypeCodes
  urlTrack: boolean
  /** Null where the account has none. */
  dltEntityId: string | null
  dltTemplateId: string | null
  blockout: BlockoutHours
}

/** An account's settings; null where its address cannot be used. */
export function settingsOf({ config, secrets }: ProviderAccount): Settings | null {
  const address = readAddress(config['baseUrl'] ?? '')
  if ('problem' in address) return null
  return {
    url: address.url,
    key: secrets['key'] ?? '',
    sender: senderOf(config),
    typeCodes: readTypeCodes(config) ?? 'plain-unicode',
    urlTrack: tracksLinks(config),
    dltEntityId: textOrNull(config['dltEntityId']),
    dltTemplateId: textOrNull(config['dltTemplateId']),
    blockout: blockoutHours(config),
  }
}

export function senderOf(config: Config): string {
  return (config['sender'] ?? '').trim()
}

/** Texts of this account are promotional, so that hours apply to them (§6.4). */
export function isPromotional(config: Config): boolean {
  return readYes(config['promotional']) === true
}

export function tracksLinks(config: Config): boolean {
  return readYes(config['urlTrack']) === true
}

/** The word for the alphabet of a text (§3.2). */
export function typeOf(text: string, typeCodes: TypeCodes): string {
  const words = TYPE_WORDS[typeCodes]
  return isGsmText(text) ? words.gsm : words.unicode
}

/** Problems of an account form by field key, as sentences. */
export function configProblems(config: Config): Record<string, string> {
  const address = readAddress(config['baseUrl'] ?? '')
  const found: Record<string, string | null> = {
    baseUrl: 'problem' in address ? address.problem : null,
    sender: senderProblem(senderOf(config)),
    typeCodes: readTypeCodes(config) === null ? 'Choose PLAIN/UNICODE or PM/UC.' : null,
    dltEntityId: dltProblem(config['dltEntityId']),
    dltTemplateId: dltProblem(config['dltTemplateId']),
    urlTrack: choiceProblem(config['urlTrack']),
    blockoutFrom: clockProblem(config['blockoutFrom']),
    blockoutTo: clockProblem(config['blockoutTo']),
    promotional: choiceProblem(config['promotional']),
  }
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null))
}

/** What is allowed but unwise, by field key, as sentences. */
export function configWarnings(config: Config): Record<string, string> {
  const warnings: Record<string, string> = {}
  for (const key of ['dltEntityId', 'dltTemplateId'] as const) {
    if (textOrNull(config[key]) === null) {
      warnings[key] = 'Indian networks drop texts without DLT ids. Leave this empty only if Karix adds it for you.'
    }
  }
  const { from, to } = blockoutHours(config)
  if (isPromotional(config) && from === to) {
    warnings['blockoutTo'] = 'With the same time twice, texts go to Karix at any hour, and it refuses promotional ones at night.'
  }
  return warnings
}

function senderProblem(sender: string): string | null {
  if (sender === '') return 'Enter the sender that is registered for you, such as BISTRO.'
  const odd = [...sender].find((char) => char < ' ' || char > '~')
  if (odd !== undefined) return `The sender cannot contain “${odd < ' ' ? '?' : odd}”. Use plain letters and digits.`
  if (sender.length <= MAX_SENDER_LENGTH) return null
  return `A sender has at most ${MAX_SENDER_LENGTH} characters; this one has ${sender.length}.`
}

function dltProblem(value: string | undefined): string | null {
  const id = textOrNull(value)
  return id === null || /^\d{1,30}$/.test(id) ? null : 'A DLT id consists of digits only. Copy it from the DLT registration.'
}

function clockProblem(value: string | undefined): string | null {
  return textOrNull(value) === null || readClock(value ?? '') !== null ? null : 'This is not a time. Write it as 21:00.'
}

function choiceProblem(value: string | undefined): string | null {
  return readYes(value) === null ? 'Choose yes or no.' : null
}

/** Missing ones are those of the guide; null for what is neither. */
function readTypeCodes(config: Config): TypeCodes | null {
  const name = plain(config['typeCodes'])
  return name === '' ? 'plain-unicode' : (TYPE_CODE_NAMES.get(name) ?? null)
}

/** Yes and no as forms and command lines write them; a missing one is no. Null for anything else. */
function readYes(value: string | undefined): boolean | null {
  const word = plain(value)
  if (word === 'yes' || word === '1' || word === 'true') return true
  return word === '' || word === 'no' || word === '0' || word === 'false' ? false : null
}

function plain(value: string | undefined): string {
  return (value ?? '').trim().toLowerCase()
}

function textOrNull(value: string | undefined): string | null {
  const trimmed = (value ?? '').trim()
  return trimmed === '' ? null : trimmed
}
