import type { HttpResponse } from '../../http/client.ts'
import type { Redactor } from '../redact.ts'
import { quoteWords } from '../redact.ts'
import { readRetryAfter } from '../retry-after.ts'
import type { Json } from '../tolerant-json.ts'
import { fieldOf, isJsonObject, parseJson, textOf } from '../tolerant-json.ts'
import { httpErrorFact } from './facts.ts'
import type { Refusal } from './refusals.ts'
import { refusalByNumber, refusalByWords } from './refusals.ts'

/** Longest id that is taken for one, in characters. */
const MAX_ID_LENGTH = 200

/** Most of the provider's words that a sentence quotes, in characters. */
const MAX_QUOTE = 200

/** §4: what stands in the place of an id where there is none. `N/A` is the documented one. */
const NO_ID = /^(?:n\/?a|null|none|undefined|0|-+)$/i

/** What an answer says about the whole call (§5): it never says anything about one number of several. */
export type Verdict =
  | { kind: 'accepted'; ackid: string; words: string }
  /** Certainly not taken. `quote`: the provider's own words, for behind the sentence. `ackid`: given all the same. */
  | { kind: 'refused'; refusal: DefiniteRefusal; quote: string; ackid: string | null }
  | { kind: 'open'; code: string; message: string; ackid: string | null }

/** Every refusal but those that leave the fate open. */
export type DefiniteRefusal =
  | Exclude<Refusal, { class: 'unknown' }>
  | { class: 'not_accepted_transient'; code: string; sentence: string; retryAfterMs: number | null }

/** The parts of an answer that count (§4). */
interface Statement {
  /** As a trimmed string. */
  code: string | null
  /** The description, trimmed. */
  words: string | null
  ackid: string | null
}

const NOTHING_SAID: Statement = { code: null, words: null, ackid: null }

/**
 * What became of a call, from its answer. Never throws.
 * @param about.now ms since 1970 UTC
 */
export function readVerdict(response: HttpResponse, { redact, now }: { redact: Redactor; now: number }): Verdict {
  const statement = readStatement(response.body)
  const verdict = judge(statement, redact)
  if (response.status >= 200 && response.status < 300) return verdict ?? unreadable(statement)

  const fact = httpErrorFact(response.status)
  if (fact.class === 'unknown') return { kind: 'open', code: fact.code, message: fact.sentence, ackid: statement.ackid }
  // What Karix says about the text is more than what HTTP says, unless somebody else answers in its place.
  if (verdict?.kind === 'refused' && response.status >= 400 && fact.class !== 'not_accepted_transient') return verdict
  if (statement.ackid !== null || verdict?.kind === 'accepted' || (verdict?.kind === 'open' && statement.code !== null)) {
    return {
      kind: 'open',
      code: 'answer_contradictory',
      message: 'Karix reported a problem, but its answer looks as if it took the text all the same. It may have been sent or not.',
      ackid: statement.ackid,
    }
  }
  const { code, sentence } = fact
  const refusal: DefiniteRefusal =
    fact.class === 'not_accepted_transient'
      ? { class: fact.class, code, sentence, retryAfterMs: readRetryAfter(response.headers['retry-after'], now) }
      : { class: fact.class, code, sentence }
  return { kind: 'refused', refusal, quote: quoted(statement, redact), ackid: null }
}

/** An id: a non-empty string that stands for one; a number keeps all its digits. Null where there is none. */
export function idOf(value: Json | undefined): string | null {
  const id = textOf(value)
  return id === null || NO_ID.test(id) || id.length > MAX_ID_LENGTH || /\p{Cc}/u.test(id) ? null : id
}

/** JSON as documented, or the ampersand form of the older interface (§4). Everything missing where it is neither. */
function readStatement(body: string): Statement {
  const parsed = parseJson(body)
  if (isJsonObject(parsed)) {
    const status = fieldOf(parsed, 'status')
    const [code, desc] = isJsonObject(status) ? [fieldOf(status, 'code'), fieldOf(status, 'desc')] : []
    return { code: textOf(code), words: textOf(desc), ackid: idOf(fieldOf(parsed, 'ackid')) }
  }
  const line = body.trim()
  if (parsed !== undefined || !/^[a-z]+=[^\n<>]*$/i.test(line)) return NOTHING_SAID
  const fields = new URLSearchParams(line)
  const isRepeated = ['status', 'code', 'desc', 'ackid'].some((name) => fields.getAll(name).length > 1)
  if (isRepeated) return NOTHING_SAID
  const status = textOf(fields.get('status'))
  const isNumber = status !== null && /^-?\d+$/.test(status)
  return {
    code: textOf(fields.get('code')) ?? (isNumber ? status : null),
    words: textOf(fields.get('desc')) ?? (isNumber ? null : status),
    ackid: idOf(fields.get('ackid')),
  }
}

/** What an answer says by itself, whatever its HTTP status (§5, §6); null where it says nothing. */
function judge(statement: Statement, redact: Redactor): Verdict | null {
  const { code, words, ackid } = statement
  if (code === '200') {
    if (ackid !== null) return { kind: 'accepted', ackid, words: words === null ? code : quoteWords(redact(words), 100) }
    const message = `Karix says that it took the text, but gave it no number. It may have been sent or not.${quoted(statement, redact)}`
    return { kind: 'open', code: 'answer_contradictory', message, ackid }
  }
  const refusal = (words === null ? null : refusalByWords(words)) ?? (code === null ? null : refusalByNumber(code))
  if (refusal === null) return null
  const quote = quoted(statement, redact)
  if (refusal.class === 'unknown') return { kind: 'open', code: refusal.code, message: `${refusal.sentence}${quote}`, ackid }
  return { kind: 'refused', refusal, quote, ackid }
}

function unreadable({ ackid }: Statement): Verdict {
  return {
    kind: 'open',
    code: 'answer_unreadable',
    message: 'Karix answered, but not in a way that says whether the text was taken. It may have been sent or not.',
    ackid,
  }
}

/** The provider's own words, for behind a sentence; empty where it has none. */
function quoted({ words }: Statement, redact: Redactor): string {
  const quote = words === null ? '' : quoteWords(redact(words), MAX_QUOTE)
  return quote === '' ? '' : ` It says: “${quote}”.`
}
