import { formatPhone } from '../../shared/phone/index.ts'
import { dayOf, OPTED_OUT, saidHow, type Said } from '../../shared/opt-outs/words.ts'
import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

interface StoredOptOut extends Said {
  e164: string
  /** ms UTC */
  at: number
}

/** Days in the host's sentences, which are English whatever the computer speaks. */
const LOCALE = 'en-GB'

/** Numbers named in a refusal. */
const NAMED = 3

/** Whether a number (E.164) gets no texts. One look into the key of the table: it is asked just before every text. */
export function isOptedOut(db: Db, e164: string): boolean {
  return statement(db, 'SELECT 1 FROM opt_outs WHERE e164 = ?').get(e164) !== undefined
}

/**
 * Refuses texts to numbers (E.164) of which any is opted out, and names these. Call within the transaction that would queue
 * the texts.
 * @param now ms UTC
 * @throws Refused `opted_out`
 */
export function refuseOptedOut(db: Db, numbers: readonly string[], now: number): void {
  const found = statement<[string], StoredOptOut>(
    db,
    `SELECT o.e164, o.source, o.evidence, o.at FROM json_each(?) number CROSS JOIN opt_outs o ON o.e164 = number.value`,
  ).all(JSON.stringify(numbers))
  const [first] = found
  if (first === undefined) return
  throw new Refused(OPTED_OUT, found.length === 1 ? ofOne(first, numbers.length > 1, now) : ofSeveral(found))
}

function ofOne(optOut: StoredOptOut, hadOthers: boolean, now: number): string {
  const next = hadOthers
    ? 'Nothing was queued. Leave this number out, or lift the opt-out first if they changed their mind.'
    : 'Lift the opt-out first if they changed their mind.'
  return `${askedNot(optOut, now)}. ${next}`
}

function ofSeveral(found: readonly StoredOptOut[]): string {
  const named = found.slice(0, NAMED).map(({ e164 }) => formatPhone(e164))
  const all = found.length > NAMED ? [...named, `${found.length - NAMED} more`] : named
  const list = `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`
  return `${list} asked not to get texts. Nothing was queued. Leave these numbers out, or lift their opt-outs first if they changed their minds.`
}

/** "+46 70 174 06 05 asked not to get texts (on 3 March, by reply: “STOP”)", without a full stop. */
function askedNot(optOut: StoredOptOut, now: number): string {
  return `${formatPhone(optOut.e164)} asked not to get texts (on ${dayOf(optOut.at, now, LOCALE)}, ${saidHow(optOut)})`
}

/** Why a text that waited was not sent, as a sentence. Call within the transaction that ends it. */
export function whyNotSent(db: Db, e164: string, now: number): string {
  const optOut = statement<[string], StoredOptOut>(db, 'SELECT e164, source, evidence, at FROM opt_outs WHERE e164 = ?').get(e164)
  const asked = optOut === undefined ? `${formatPhone(e164)} asked not to get texts` : askedNot(optOut, now)
  return `It was not sent, because ${asked}.`
}
