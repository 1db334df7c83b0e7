import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import type { Words } from '../language/words.ts'

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

/** Everything worth knowing, most important first. What the capabilities say in sentences is in the language of the words already. */
export function capabilityWords(words: Words<'capabilities'>, capabilities: ProviderCapabilities): CapabilityWords {
  const can: string[] = []
  const cannot: string[] = []
  const { receiptsByHook, statusQuery, inbound, missedCalls, voiceCode, providerSchedule, batchSize, recipients, text } = capabilities

  if (receiptsByHook) can.push(words('reports'))
  if (statusQuery) can.push(receiptsByHook ? words('askLater') : words('asked'))
  else cannot.push(receiptsByHook ? words('notAskedLater') : words('notTold'))
  if (inbound) can.push(words('replies'))
  else cannot.push(words('noReplies'))
  if (missedCalls) can.push(words('missedCalls'))
  if (recipients !== null) cannot.push(recipients)
  if (text.maxParts === 1) cannot.push(words('onePart', ONE_PART))
  if (text.partsNote !== null) cannot.push(text.partsNote)
  if (voiceCode !== null) can.push(codeWords(words, voiceCode))
  if (providerSchedule === null) cannot.push(words('noSchedule'))
  else can.push(words('schedule', { ...inLargestUnit(providerSchedule.minAheadMinutes), days: providerSchedule.maxAheadDays }))
  if (batchSize > 1) can.push(words('batch', { count: batchSize }))
  else cannot.push(words('noBatch'))
  if (text.maxParts !== 1) can.push(lengthWords(words, text))
  if (capabilities.freeConnectionTest) can.push(words('freeTest'))
  else cannot.push(words('noFreeTest'))
  return { can, cannot }
}

/** The few that tell providers apart: what it can do first. */
export function capabilityHighlights(words: Words<'capabilities'>, capabilities: ProviderCapabilities): CapabilityHighlight[] {
  const { receiptsByHook, statusQuery, inbound, missedCalls, voiceCode, providerSchedule, batchSize, recipients, text } = capabilities
  const all: (CapabilityHighlight | null)[] = [
    receiptsByHook || statusQuery ? { words: words('brief.reports'), can: true } : { words: words('brief.noReports'), can: false },
    inbound ? { words: words('brief.replies'), can: true } : { words: words('brief.noReplies'), can: false },
    missedCalls ? { words: words('brief.missedCalls'), can: true } : null,
    voiceCode === null ? null : { words: words('brief.codes'), can: true },
    providerSchedule === null ? null : { words: words('brief.schedule'), can: true },
    batchSize > 1 ? { words: words('brief.batch', { count: batchSize }), can: true } : null,
    text.maxParts === 1 ? { words: words('brief.onePart', { count: ONE_PART.gsm }), can: false } : null,
    recipients === null ? null : { words: beforeDetails(recipients) ?? words('brief.notAll'), can: false },
  ]
  const found = all.filter((highlight) => highlight !== null)
  return [...found.filter(({ can }) => can), ...found.filter(({ can }) => !can)]
}

/**
 * The few that tell providers apart where a provider can do more with settings other than the usual. What it cannot do
 * is said only if no settings help.
 * @param other what it can do with those settings; null where there are none
 */
export function possibleHighlights(
  words: Words<'capabilities'>,
  usual: ProviderCapabilities,
  other: ProviderCapabilities | null,
): PossibleHighlights {
  const first = capabilityHighlights(words, usual)
  if (other === null) return { always: first, added: [] }
  const second = capabilityHighlights(words, other)
  const isIn = (all: readonly CapabilityHighlight[], one: string) => all.some((each) => each.words === one)
  return {
    always: first.filter((highlight) => isIn(second, highlight.words)),
    added: second.filter((highlight) => highlight.can && !isIn(first, highlight.words)),
  }
}

/** A note on whom it can text without what comes after its colon; null where that is too long to stand among the highlights. */
function beforeDetails(note: string): string | null {
  const [start = ''] = note.split(/[:;.]/u)
  return start.length <= SHORT_NOTE ? start : null
}

function lengthWords(words: Words<'capabilities'>, { maxUnits, maxParts }: ProviderCapabilities['text']): string {
  if (maxUnits !== null && maxParts !== null) return words('length.both', { characters: maxUnits, parts: maxParts })
  if (maxUnits !== null) return words('length.characters', { characters: maxUnits })
  return maxParts === null ? words('length.any') : words('length.parts', { parts: maxParts })
}

function codeWords(words: Words<'capabilities'>, { minDigits, maxDigits }: { minDigits: number; maxDigits: number }): string {
  return minDigits === maxDigits ? words('code.one', { digits: minDigits }) : words('code.fromTo', { least: minDigits, most: maxDigits })
}

/** Minutes in the largest unit that is whole. */
function inLargestUnit(minutes: number): { unit: 'none' | 'minutes' | 'hours' | 'days'; least: number } {
  if (minutes === 0) return { unit: 'none', least: 0 }
  if (minutes % 1_440 === 0) return { unit: 'days', least: minutes / 1_440 }
  if (minutes % 60 === 0) return { unit: 'hours', least: minutes / 60 }
  return { unit: 'minutes', least: minutes }
}
