import type { MessageEvent } from '../../src/shared/messages/reducer.ts'
import { seededRandom } from '../support/random.ts'
import { LANGUAGES, type Language } from './languages.ts'

/** What is to be made up. */
export interface HistoryShape {
  messages: number
  /** The same shape and seed make the same history. */
  seed: number
  /** The history ends here; ms UTC. */
  until: number
  /** Years it goes back. */
  years: number
}

/** Somebody the business texts with. */
export interface SeededPeer {
  e164: string
  language: Language
  /** Empty for a number nobody wrote a name to. */
  name: string
  company: string
}

/** An event, and how long after the message was made it happened, in ms. */
export interface SeededEvent {
  event: MessageEvent
  afterMs: number
}

export interface SeededMessage {
  /** Index of the peer. */
  peer: number
  /** 0, 1, … the accounts there are. */
  account: number
  direction: 'inbound' | 'outbound'
  kind: 'text' | 'missed_call' | 'voice_code'
  text: string
  /** ms UTC; grows from one message to the next. */
  at: number
  /** What happened to it; the first is `queued` or `received`. */
  events: readonly SeededEvent[]
}

export interface History {
  peers: readonly SeededPeer[]
  /** Oldest first. Can be run through once. */
  messages: Iterable<SeededMessage>
}

/** Messages per conversation, on average. */
const MESSAGES_EACH = 10
/** Exponent of Zipf's law for the sizes of conversations: of a million messages the largest has about 45,000. */
const ZIPF = 0.9
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** From when to when the business is open, in hours UTC; closed on Sundays. */
const OPENS = 7
const OPEN_HOURS = 11
/** Accounts that conversations go by, and how many of ten go by each. */
const ACCOUNT_OF_TEN = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2] as const

/**
 * The history of a small business: conversations of Zipf sizes in ten languages, texts in business hours, answers to
 * questions, every way a text can end.
 */
export function makeHistory(shape: HistoryShape): History {
  const random = seededRandom(shape.seed)
  const peers = makePeers(Math.max(1, Math.round(shape.messages / MESSAGES_EACH)), random)
  return { peers, messages: makeMessages(shape, peers, random) }
}

function makePeers(count: number, random: () => number): SeededPeer[] {
  const perLanguage = new Map<Language, number>()
  return Array.from({ length: count }, () => {
    const language = languageAt(random())
    const number = perLanguage.get(language) ?? 0
    perLanguage.set(language, number + 1)
    const space = 10 ** language.digits
    // A multiplier coprime to ten visits each number of the range once.
    const digits = String((number * 7_654_321 + 1_234_567) % space).padStart(language.digits, '0')
    const known = random() < 0.8
    return {
      e164: `${language.prefix}${digits}`,
      language,
      name: known ? `${pick(language.given, random)} ${pick(language.family, random)}` : '',
      company: known && random() < 0.15 ? `${pick(language.family, random)} & Co` : '',
    }
  })
}

function languageAt(share: number): Language {
  let sum = 0
  for (const language of LANGUAGES) {
    sum += language.share
    if (share < sum) return language
  }
  return LANGUAGES[0] as Language
}

function* makeMessages(shape: HistoryShape, peers: readonly SeededPeer[], random: () => number): Generator<SeededMessage> {
  const choose = zipf(peers.length, random)
  const answers = new Uint8Array(peers.length)
  let at = 0
  for (let index = 0; index < shape.messages; index += 1) {
    at = Math.max(at + 1, businessTime(shape, (index + random()) / shape.messages))
    const peer = choose()
    const waitsForAnswer = answers[peer] === 1
    const inbound = waitsForAnswer ? random() < 0.15 : random() < 0.4
    answers[peer] = inbound ? 1 : 0
    const { language, name } = peers[peer] as SeededPeer
    const account = ACCOUNT_OF_TEN[peer % 10] ?? 0
    const common = { peer, account, at }
    if (inbound) {
      const missed = random() < 0.02
      const text = missed ? '' : random() < 0.002 ? 'STOP' : fill(pick(language.inbound, random), language, name, random)
      const events: SeededEvent[] = [{ event: { kind: 'received' }, afterMs: 0 }]
      yield { ...common, direction: 'inbound', kind: missed ? 'missed_call' : 'text', text, events }
    } else {
      const voice = random() < 0.003
      const text = voice ? digitsOf(random, 6) : fill(pick(language.outbound, random), language, name, random)
      yield {
        ...common,
        direction: 'outbound',
        kind: voice ? 'voice_code' : 'text',
        text,
        events: fate(index, shape.until - at, random),
      }
    }
  }
}

/** Draws 0, 1, … `count - 1`, each about as often as Zipf's law says of its rank. */
function zipf(count: number, random: () => number): () => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + 1) ** ZIPF
    sums[rank] = sum
  }
  return () => {
    const wanted = random() * sum
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The instant after a share of all business hours, of which the last ends at `until`. Grows with the share. */
function businessTime({ until, years }: HistoryShape, share: number): number {
  const lastDay = Math.floor((until - OPENS * HOUR_MS) / DAY_MS)
  // Monday is 0; day 4 of 1970 was one.
  const weekday = (((lastDay - 4) % 7) + 7) % 7
  const weeks = Math.round(years * 52)
  const monday = lastDay - weekday - weeks * 7
  const all = weeks * 6 + Math.min(weekday + 1, 6)
  const days = share * all
  const day = Math.min(all - 1, Math.floor(days))
  const date = monday + Math.floor(day / 6) * 7 + (day % 6)
  const hours = Math.min(OPEN_HOURS, (until - date * DAY_MS) / HOUR_MS - OPENS)
  return date * DAY_MS + Math.floor((OPENS + (days - day) * hours) * HOUR_MS)
}

/** What became of a text. Those of the last hours may still be on their way; nothing waits to be sent. */
function fate(number: number, age: number, random: () => number): SeededEvent[] {
  const took = 150 + Math.floor(random() * 900)
  const reported = took + 800 + Math.floor(random() * 20_000)
  const ref = `SEED.${number}`
  const queued: SeededEvent = { event: { kind: 'queued' }, afterMs: 0 }
  const claimed: SeededEvent = { event: { kind: 'claimed', attempt: 1 }, afterMs: 20 }
  const accepted: SeededEvent = { event: { kind: 'accepted', refs: [ref] }, afterMs: took }
  const report = (status: 'delivered' | 'undelivered' | 'expired', rawStatus: string, detail: string | null): SeededEvent[] => [
    queued,
    claimed,
    accepted,
    { event: { kind: 'receipt', status, rawStatus, ref, detail }, afterMs: reported },
  ]
  const drawn = random()
  if (drawn < 0.03 || (age < HOUR_MS && drawn < 0.3)) return [queued, claimed, accepted]
  if (drawn < 0.05) return report('undelivered', 'UNDELIV', 'The phone could not be reached.')
  if (drawn < 0.06) return report('expired', 'EXPIRED', null)
  if (drawn < 0.075) {
    const message = 'Sandbox did not take the text: the number does not belong to a phone it can reach. Check the number.'
    return [queued, claimed, { event: { kind: 'refused', code: 'recipient_unreachable', message }, afterMs: took }]
  }
  if (drawn < 0.08) return [queued, { event: { kind: 'cancelled' }, afterMs: 2_000 }]
  if (drawn < 0.0803) {
    const message = 'The text was handed to Sandbox, but the connection ended before the answer came. It may have been sent or not.'
    const unknown: SeededEvent = { event: { kind: 'outcome_unknown', code: 'timeout', message }, afterMs: took }
    // Somebody looked at the old ones and left them.
    return age < 3 * DAY_MS
      ? [queued, claimed, unknown]
      : [queued, claimed, unknown, { event: { kind: 'settled', decision: 'leave' }, afterMs: HOUR_MS }]
  }
  return report('delivered', 'DELIVRD', null)
}

function fill(pattern: string, language: Language, name: string, random: () => number): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    switch (field) {
      case 'name':
        return name === '' ? pick(language.given, random) : (name.split(' ')[0] ?? '')
      case 'thing':
        return pick(language.things, random)
      case 'day':
        return pick(language.days, random)
      case 'place':
        return pick(language.places, random)
      case 'time':
        return `${8 + Math.floor(random() * 11)}:${pick(['00', '15', '30', '45'], random)}`
      case 'amount':
        return String(20 + Math.floor(random() * 4_000))
      default:
        return digitsOf(random, 6)
    }
  })
}

function digitsOf(random: () => number, count: number): string {
  return String(Math.floor(random() * 10 ** count)).padStart(count, '0')
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? ''
}
