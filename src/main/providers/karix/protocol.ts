import type { HttpFailure } from '../../http/client.ts'
import { readFailure } from '../failure.ts'
import { cut } from '../redact.ts'
import { digitsOf } from '../sender.ts'
import type { AdapterContext, Exchange, OutgoingBatch, OutgoingMessage, SendOutcome } from '../types.ts'
import type { Verdict } from './answer.ts'
import { readVerdict } from './answer.ts'
import { tryAfterBlockout } from './blockout.ts'
import { BLOCKOUT, PROVIDER, SCHEDULE } from './facts.ts'
import type { Call } from './request.ts'
import { sendCall } from './request.ts'
import type { Settings } from './settings.ts'

/** What the outcome of one text of a call depends on. */
interface About {
  id: string
  /** E.164 with `+`. */
  to: string
  settings: Settings
  /** How many numbers the call had. */
  count: number
  /** When Karix was to send it, in ms UTC; null for at once. */
  sendAt: number | null
  exchange: Exchange
  /** ms UTC */
  now: number
}

/** Hands one text to Karix, to be sent now or at its time. Never throws for anything it or the network can do. */
export async function sendText(settings: Settings, message: OutgoingMessage, context: AdapterContext): Promise<SendOutcome> {
  const { id, to, text, sendAt } = message
  if (sendAt !== undefined && !isSchedulable(sendAt, context.now())) return WRONG_TIME
  const call = sendCall(settings, { numbers: [to], text, sendAt: sendAt ?? null })
  const outcomeFor = await handOver(call, { settings, count: 1, sendAt: sendAt ?? null }, context)
  return outcomeFor({ id, to })
}

/**
 * Hands one text for several numbers to Karix, in one call. Answers an outcome for each, in their order. Never throws
 * for anything it or the network can do.
 */
export async function sendList(settings: Settings, batch: OutgoingBatch, context: AdapterContext): Promise<SendOutcome[]> {
  const { recipients, text, sendAt } = batch
  if (recipients.length === 0) return []
  if (sendAt !== undefined && !isSchedulable(sendAt, context.now())) return recipients.map(() => WRONG_TIME)
  const call = sendCall(settings, { numbers: recipients.map(({ to }) => to), text, sendAt: sendAt ?? null })
  const outcomeFor = await handOver(call, { settings, count: recipients.length, sendAt: sendAt ?? null }, context)
  return recipients.map(outcomeFor)
}

const WRONG_TIME: SendOutcome = {
  class: 'not_accepted_permanent',
  code: 'provider_schedule_time',
  message: `Karix keeps texts for a time at least ${SCHEDULE.minAheadMinutes} minutes and at most ${SCHEDULE.maxAheadDays} days ahead. Choose another time, or let SMS Desk keep the text.`,
  exchange: { request: '', response: null },
}

/** §3.4. @param sendAt ms UTC */
function isSchedulable(sendAt: number, now: number): boolean {
  const ahead = sendAt - now
  return ahead >= SCHEDULE.minAheadMinutes * 60_000 && ahead <= SCHEDULE.maxAheadDays * 86_400_000
}

/** Makes the call. The answer is to all of its texts alike, and each gets an outcome of its own from it. */
async function handOver(
  call: Call,
  about: Pick<About, 'settings' | 'count' | 'sendAt'>,
  { http, now: readClock }: AdapterContext,
): Promise<(recipient: { id: string; to: string }) => SendOutcome> {
  const result = await http.request(call.request)
  const now = readClock()
  const keptFor = (to: string) => (about.count === 1 ? call.kept : cut(`${call.kept}\nThis number: ${digitsOf(to)}`))
  if (result.kind === 'failure') return ({ to }) => readSendFailure(result, { request: keptFor(to), response: null })
  const verdict = readVerdict(result, { redact: call.redact, now })
  const response = cut(`HTTP ${result.status}\n${call.redact(result.body)}`)
  return ({ id, to }) => outcomeOf(verdict, { ...about, id, to, exchange: { request: keptFor(to), response }, now })
}

/** §2: an internet address that is not allowed may show as a connection that never comes about. */
function readSendFailure(failure: HttpFailure, exchange: Exchange): SendOutcome {
  const outcome = readFailure(failure, { provider: PROVIDER, exchange })
  if (outcome.class !== 'not_accepted_transient' || failure.code !== 'connect_timeout') return outcome
  return { ...outcome, message: `${outcome.message} If this goes on, ask Karix whether your internet address is allowed.` }
}

/** What an answer to the whole call means for one of its texts (§5). */
function outcomeOf(verdict: Verdict, about: About): SendOutcome {
  const { to, sendAt, exchange } = about
  switch (verdict.kind) {
    case 'accepted': {
      const { ackid, words } = verdict
      const status = sendAt === null ? 'sent' : 'queued'
      return {
        class: 'accepted',
        refs: [ackid],
        receipt: { ref: ackid, status, rawStatus: words, detail: null, to, shared: true },
        exchange,
      }
    }
    case 'open':
      return { class: 'unknown', code: verdict.code, message: verdict.message, ...refsOf(verdict.ackid), exchange }
    case 'refused':
      return verdict.ackid === null ? refusalOf(verdict, about) : refusalWithId(verdict, verdict.ackid, about)
  }
}

type Refused = Extract<Verdict, { kind: 'refused' }>

function refusalOf({ refusal, quote }: Refused, about: About): SendOutcome {
  const { count, exchange } = about
  if (refusal.class === 'blockout') return blockoutOf(refusal.of, about)
  const message = `${refusal.sentence}${quote}`
  switch (refusal.class) {
    case 'not_accepted_permanent':
      if (count === 1) return { class: refusal.class, code: refusal.code, message, exchange }
      // §5 rule 6: one number may be to blame, and the others must not fail with it.
      return {
        class: 'not_accepted_transient',
        code: 'batch_unsupported',
        message: `Karix did not take a list of ${count} numbers. The texts go out one by one instead.${quote}`,
        retryAfterMs: null,
        exchange,
      }
    case 'not_accepted_transient':
      return { class: refusal.class, code: refusal.code, message, retryAfterMs: refusal.retryAfterMs, exchange }
    case 'account_problem':
      return { class: refusal.class, code: refusal.code, message, exchange }
  }
}

/** §5 rule 5: a refusal with an id contradicts itself, so nothing that leads to another try will do. */
function refusalWithId({ refusal, quote }: Refused, ackid: string, { count, exchange }: About): SendOutcome {
  if (refusal.class === 'not_accepted_permanent' && count === 1) {
    return { class: refusal.class, code: refusal.code, message: `${refusal.sentence}${quote}`, refs: [ackid], exchange }
  }
  return {
    class: 'unknown',
    code: 'answer_contradictory',
    message: `Karix refused the text but gave it a number all the same. It may have been sent or not.${quote}`,
    refs: [ackid],
    exchange,
  }
}

/** §6.4. */
function blockoutOf(of: 'sending' | 'schedule', { id, settings, sendAt, exchange, now }: About): SendOutcome {
  const { blockout } = settings
  const { to } = blockout.from === blockout.to ? BLOCKOUT : blockout
  const hour = of === 'schedule' ? 'for the hour it was scheduled for' : 'at this hour'
  return {
    class: 'not_accepted_transient',
    code: 'blockout',
    message: `Karix sends nothing promotional ${hour}. The text waits and goes out after ${to} Indian time.`,
    retryAfterMs: null,
    // One for later waits for the end of the hours that its time falls into.
    blockedUntil: tryAfterBlockout(blockout, of === 'schedule' ? Math.max(now, sendAt ?? now) : now, id),
    exchange,
  }
}

function refsOf(ackid: string | null): { refs?: string[] } {
  return ackid === null ? {} : { refs: [ackid] }
}
