import type { ProviderCapabilities } from './descriptor.ts'

/** What a provider, or an account with it, can and cannot do, as sentences for the person who chooses or sets it up. */
export interface CapabilityWords {
  can: string[]
  /** What it cannot do or holds back, where that changes how one works. Rare extras that it lacks are not listed. */
  cannot: string[]
}

/** One of the few things that tell providers apart, in a few words that are enough without the mark beside them. */
export interface CapabilityHighlight {
  words: string
  can: boolean
}

/** Longest note on whom it can text, in characters, that stands among the highlights. */
const SHORT_NOTE = 64

/** Characters that one part holds: of the SMS alphabet, and of any other (3GPP TS 23.040, clause 9.2.3.24.1). */
const ONE_PART = { gsm: 160, other: 70 } as const

/** What tells a provider apart when it can be set up in more than one way. */
export interface PossibleHighlights {
  /** Whatever the settings, what it can do first. */
  always: CapabilityHighlight[]
  /** Only with the other settings: what they add. */
  added: CapabilityHighlight[]
}

/** Everything worth knowing, most important first. Numbers are written as `locale` does; left out, as this computer does. */
export function capabilityWords(capabilities: ProviderCapabilities, locale?: string): CapabilityWords {
  const can: string[] = []
  const cannot: string[] = []
  const { receiptsByHook, statusQuery, inbound, missedCalls, voiceCode, providerSchedule, batchSize, recipients, text } = capabilities

  if (receiptsByHook) can.push('Tells you whether each text arrived.')
  if (statusQuery) {
    can.push(
      receiptsByHook
        ? 'Can be asked about a text later, so no report is lost while the desk is closed.'
        : 'Can be asked whether a text arrived; the desk does that by itself.',
    )
  } else {
    cannot.push(
      receiptsByHook
        ? 'Cannot be asked about a text later: a report that comes while the desk is closed may be lost.'
        : 'Does not tell whether a text arrived: it stays at “sent”.',
    )
  }
  if (inbound) can.push('Brings customers’ replies to your inbox.')
  else cannot.push('Brings no replies: say in your texts how else customers can reach you.')
  if (missedCalls) can.push('Shows missed calls and can answer them with a text.')
  if (recipients !== null) cannot.push(recipients)
  const length = lengthWords(text, locale)
  if (text.maxParts === 1) cannot.push(length)
  if (text.partsNote !== null) cannot.push(text.partsNote)
  if (voiceCode !== null) can.push(`Can speak a one-time code of ${digitsWords(voiceCode)} in a call.`)
  if (providerSchedule === null) cannot.push('Cannot keep a text for later: for a planned text, this computer has to be on at its time.')
  else {
    const { minAheadMinutes, maxAheadDays } = providerSchedule
    const from = minAheadMinutes === 0 ? 'up to' : `from ${durationWords(minAheadMinutes, locale)} to`
    can.push(
      `Can keep a text until its time, although this computer is off: ${from} ${counted(maxAheadDays, 'day', 'days', locale)} ahead.`,
    )
  }
  if (batchSize > 1) can.push(`Takes a text for up to ${number(batchSize, locale)} numbers at once, so mailings go fast.`)
  else cannot.push('Takes one number at a time, so a text to many people takes longer.')
  if (text.maxParts !== 1) can.push(length)
  if (capabilities.freeConnectionTest) can.push('Your settings can be tested without sending a text.')
  else cannot.push('Your settings can only be tested by sending a text, which costs what a text costs.')
  return { can, cannot }
}

/** The few that tell providers apart: what it can do first. */
export function capabilityHighlights(capabilities: ProviderCapabilities, locale?: string): CapabilityHighlight[] {
  const { receiptsByHook, statusQuery, inbound, missedCalls, voiceCode, providerSchedule, batchSize, recipients, text } = capabilities
  const all: (CapabilityHighlight | null)[] = [
    receiptsByHook || statusQuery ? { words: 'Delivery reports', can: true } : { words: 'No delivery reports', can: false },
    inbound ? { words: 'Replies', can: true } : { words: 'No replies', can: false },
    missedCalls ? { words: 'Missed calls', can: true } : null,
    voiceCode === null ? null : { words: 'Spoken one-time codes', can: true },
    providerSchedule === null ? null : { words: 'Keeps texts until their time', can: true },
    batchSize > 1 ? { words: `Up to ${number(batchSize, locale)} numbers at once`, can: true } : null,
    text.maxParts === 1 ? { words: `${ONE_PART.gsm} characters at most`, can: false } : null,
    recipients === null ? null : { words: beforeDetails(recipients), can: false },
  ]
  const found = all.filter((highlight) => highlight !== null)
  return [...found.filter(({ can }) => can), ...found.filter(({ can }) => !can)]
}

/**
 * The few that tell providers apart where a provider can do more with settings other than the usual. What it cannot do
 * is said only if no settings help.
 * @param other what it can do with those settings; null where there are none
 */
export function possibleHighlights(usual: ProviderCapabilities, other: ProviderCapabilities | null, locale?: string): PossibleHighlights {
  const first = capabilityHighlights(usual, locale)
  if (other === null) return { always: first, added: [] }
  const second = capabilityHighlights(other, locale)
  const isIn = (all: readonly CapabilityHighlight[], words: string) => all.some((each) => each.words === words)
  return {
    always: first.filter(({ words }) => isIn(second, words)),
    added: second.filter(({ words, can }) => can && !isIn(first, words)),
  }
}

/** A note on whom it can text without what comes after its colon. */
function beforeDetails(note: string): string {
  const [start = ''] = note.split(/[:;.]/u)
  return start.length <= SHORT_NOTE ? start : 'Not for all numbers'
}

function lengthWords({ maxUnits, maxParts }: ProviderCapabilities['text'], locale?: string): string {
  if (maxParts === 1) {
    return `Takes one part of ${ONE_PART.gsm} characters, or of ${ONE_PART.other} with letters outside the SMS alphabet; longer texts are refused.`
  }
  const bounds = [
    maxUnits === null ? null : counted(maxUnits, 'character', 'characters', locale),
    maxParts === null ? null : counted(maxParts, 'part', 'parts', locale),
  ].filter((bound) => bound !== null)
  return bounds.length === 0 ? 'Takes long texts, without a limit of its own.' : `Takes texts of up to ${bounds.join(' and ')}.`
}

function digitsWords({ minDigits, maxDigits }: { minDigits: number; maxDigits: number }): string {
  if (minDigits === maxDigits) return minDigits === 1 ? '1 digit' : `${minDigits} digits`
  return `${minDigits} to ${maxDigits} digits`
}

/** Minutes in the largest unit that is whole. */
function durationWords(minutes: number, locale?: string): string {
  if (minutes % 1_440 === 0) return counted(minutes / 1_440, 'day', 'days', locale)
  if (minutes % 60 === 0) return counted(minutes / 60, 'hour', 'hours', locale)
  return counted(minutes, 'minute', 'minutes', locale)
}

function counted(count: number, one: string, many: string, locale?: string): string {
  return `${number(count, locale)} ${count === 1 ? one : many}`
}

function number(count: number, locale?: string): string {
  return new Intl.NumberFormat(locale).format(count)
}
