import type { Peer } from '../../shared/messages/peer.ts'
import { reactionTo } from '../../shared/replies/reaction.ts'
import { isAccountInUse } from '../accounts/in-use.ts'
import { appendConsentEvent, liftOptOut, optOutByReply, type Statement } from '../opt-outs/consent.ts'
import { isOptedOut } from '../opt-outs/refuse.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { HOUR_MS, mayAnswer, wasToldAway } from './limits.ts'
import { awayOf } from './operations.ts'
import { queueAutomatic } from './queue-automatic.ts'
import { rulesInForce } from './rules.ts'
import type { Senders } from './senders.ts'

/** A text that came in for the first time, as it was stored. */
export interface ReceivedText {
  messageId: string
  conversationId: string
  accountId: string
  from: Peer
  /** The number it came in on. */
  to: string
  /** Null for a part of a text: a word that asks for something stands alone. */
  text: string | null
  /** ms UTC */
  receivedAt: number
}

/** What a text from a customer brought about, for those who show it. */
export interface Answered {
  /** Who gets texts has changed, or what is known about it. */
  consent: boolean
  /** An automatic text waits in the outbox, or texts that waited there were ended. */
  outbox: boolean
}

/** An answer that comes later than this after the text is none any more, in ms. */
const ANSWER_WITHIN_MS = HOUR_MS

/**
 * Does what a customer's text asks for: opts out, opts in, or answers with the text that was set for it. Must run inside the
 * transaction that receives the text, once for each: a hook that comes again, or is replayed, does not get here.
 *
 * What was said counts from when it came: an older text that is applied late takes back nothing that was said since, and is not
 * answered any more.
 * @param options.at ms UTC, now
 */
export function answerInbound(db: Db, received: ReceivedText, { senders, at }: { senders: Senders; at: number }): Answered {
  const { accountId, from, receivedAt } = received
  const now = Math.max(at, receivedAt)
  const sender = senders[accountId] ?? received.to
  const away = awayOf(db, accountId)
  const { keyword, answer } = reactionTo(received.text, { ...rulesInForce(db), away, sender, at: receivedAt })
  const done: Answered = { consent: false, outbox: false }
  /** What they asked for is not what they had already. */
  let news = true
  if (from.kind === 'number') {
    if (keyword === 'opt_out') {
      const ended = optOutNow(db, received)
      done.consent = ended !== null
      done.outbox = ended !== null && ended.length > 0
      news = ended !== null
    } else if (keyword === 'opt_in') {
      done.consent = optInNow(db, received)
      news = done.consent
    }
  }
  if (answer === null || !news || now - receivedAt > ANSWER_WITHIN_MS || !mayAnswer(db, from, { senders, now })) return done
  if (answer.kind === 'away' && !mayTellAway(db, from, now - (away?.everyHours ?? 0) * HOUR_MS)) return done
  if (!isAccountInUse(db, accountId)) return done
  const { messageId: inboundId, conversationId } = received
  const validUntil = receivedAt + ANSWER_WITHIN_MS
  queueAutomatic(db, { ...answer, inboundId, conversationId, accountId, to: from.peer, sender, validUntil, now })
  return { ...done, outbox: true }
}

/** @returns ids of waiting texts it ended; null where nothing changed: opted out before, or opted in since */
function optOutNow(db: Db, { messageId, from, text, receivedAt }: ReceivedText): string[] | null {
  const since = statement(db, `SELECT 1 FROM consent_events WHERE e164 = ? AND kind = 'opt_in' AND at > ? LIMIT 1`)
  if (since.get(from.peer, receivedAt) !== undefined) return null
  return optOutByReply(db, { e164: from.peer, messageId, words: text ?? '', at: receivedAt })
}

/**
 * Lifts an opt-out, whoever noted it: the customer's own later word outweighs it. Without one, keeps that they agreed.
 * @returns false where they opted out since
 */
function optInNow(db: Db, { messageId, from, text, receivedAt }: ReceivedText): boolean {
  const said: Statement = { e164: from.peer, source: 'reply', evidence: text ?? '', messageId, at: receivedAt }
  const optOut = statement<[string], { at: number }>(db, 'SELECT at FROM opt_outs WHERE e164 = ?').get(from.peer)
  if (optOut === undefined) appendConsentEvent(db, 'consent', said)
  else if (optOut.at > receivedAt) return false
  else liftOptOut(db, said)
  return true
}

/** Not to who gets no texts, and to each number once since an instant (ms UTC), whatever account it writes to. */
function mayTellAway(db: Db, { peer }: Peer, since: number): boolean {
  return !isOptedOut(db, peer) && !wasToldAway(db, peer, since)
}
