import type { MessageKind } from '../../shared/contract/messages.ts'
import type { QuietHours } from '../../shared/contract/desk.ts'
import { quietUntil } from '../../shared/outbox/quiet-hours.ts'
import { recordEvent, setError } from '../messages/record-event.ts'
import { isOptedOut } from '../opt-outs/refuse.ts'
import { takeBackOptedOut, takeBackWaiting } from '../opt-outs/take-back.ts'
import { GOES_TO_OPTED_OUT } from '../replies/exempt.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { newId } from '../store/new-id.ts'

/** A message that is this process's to send, exactly once: its claim is on disk. */
export interface Claim {
  /** Number of this attempt within the message, from 1. */
  attempt: number
  messageId: string
  conversationId: string
  accountId: string
  kind: MessageKind
  to: string
  text: string
  /** Tries that counted so far, without this one. */
  tries: number
  /** What it shares with the others of its call; null for a call of its own. */
  callId: string | null
}

/** One call to a provider: one message, or several with the same text where the provider takes several. */
export interface Call {
  accountId: string
  priority: Priority
  /** A voice code is always a call of its own. */
  kind: MessageKind
  text: string
  /** The provider is to keep it until this instant, in ms UTC; null for at once. */
  sendAt: number | null
  claims: Claim[]
}

export type Priority = 'reply' | 'bulk'

/** What one account may send now. */
export interface LaneRequest {
  accountId: string
  /** Calls that may begin, of both priorities together. */
  calls: number
  /** Of these, calls with bulk. */
  bulkCalls: number
  /** Texts its rate allows; null for any number. */
  texts: number | null
  /** Most numbers of a call. */
  batchSize: number
  /** How far ahead, in ms, the provider takes texts to keep until their time; null where it takes none. */
  scheduleAhead: number | null
  /** Until when the provider would not send, by priority, in ms UTC; null when it would. */
  blockedUntil: Readonly<Record<Priority, number | null>>
}

/** The rules every claim is checked against, just before the call. */
export interface ClaimRules {
  /** ms UTC */
  now: number
  quietHours: QuietHours | null
  /** The desk's own time zone, by IANA name. */
  ownZone: string
}

/** What a look at one lane did. */
export interface LaneClaims {
  calls: Call[]
  /** Conversations with a message that was kept back or ended instead. */
  changedConversations: string[]
  /** There may be more to claim or to keep back: the look ended before the queue did, and not for lack of room. */
  more: boolean
}

interface Candidate {
  id: string
  kind: MessageKind
  /** It answers the words of who opted out: see `GOES_TO_OPTED_OUT`. */
  goes_to_opted_out: 0 | 1
  provider_at: number | null
  conversation_id: string
  recipient: string
  text: string
  sender: string
  tries: number
  valid_until: number | null
  quiet_override: string | null
  hold: string | null
  created_at: number
  due: number
  /** Number of its latest attempt; null before the first. */
  last_attempt: number | null
}

/** Messages looked at in one go, so that the data thread is free for others in between. */
const LOOKED_AT = 500
const PAGE = 100
/** A customer's own text makes an answer within this time welcome at any hour, where the settings say so; ms. */
const ANSWER_MS = 3_600_000

/**
 * What may go: queued, due, nothing of its conversation in flight, and nothing of it queued before that goes first. A
 * reply does not wait for bulk. What waits for a paused account, a later time or a person waits by itself and holds
 * back nobody.
 */
const CANDIDATES = /* sql */ `
  SELECT m.id, m.kind, ${GOES_TO_OPTED_OUT} IS TRUE AS goes_to_opted_out, m.provider_at, m.conversation_id, m.recipient, m.text, m.sender, m.tries, m.valid_until, m.quiet_override, m.hold, m.created_at,
    coalesce(m.not_before, 0) AS due, (SELECT max(t.number) FROM attempts t WHERE t.message_id = m.id) AS last_attempt
  FROM messages m INDEXED BY messages_lane
  WHERE m.status = 'queued' AND m.hold IS NOT 'missed' AND m.account_id = @accountId AND m.priority = @priority
    AND coalesce(m.not_before, 0) BETWEEN @due AND @now AND (m.scheduled_at IS NULL OR m.came_due_at IS NOT NULL)
    AND (coalesce(m.not_before, 0), m.created_at, m.id) > (@due, @createdAt, @id)
    AND NOT EXISTS (SELECT 1 FROM messages s INDEXED BY messages_sending WHERE s.conversation_id = m.conversation_id AND s.status = 'sending')
    AND NOT EXISTS (
      SELECT 1 FROM messages e INDEXED BY messages_queued_by_conversation JOIN accounts b ON b.id = e.account_id
      WHERE e.conversation_id = m.conversation_id AND e.status = 'queued'
        AND (e.hold IS NULL OR e.hold = 'undo' OR (e.hold <> 'missed' AND e.not_before <= @now))
        AND (m.priority = 'bulk' OR e.priority = 'reply')
        AND b.status = 'active' AND b.removed_at IS NULL
        AND (e.created_at, e.id) < (m.created_at, m.id) AND (e.scheduled_at IS NULL OR e.came_due_at IS NOT NULL))
  ORDER BY coalesce(m.not_before, 0), m.created_at, m.id LIMIT ${PAGE}`

const IS_ACTIVE = `SELECT 1 FROM accounts WHERE id = ? AND status = 'active' AND removed_at IS NULL`

/**
 * Claims what one account may send, replies first, and writes the attempts. Must run inside the caller's transaction:
 * once that is committed (synchronous=FULL) the claims are on disk, and only then may a socket open. A message whose
 * time has passed ends here, as one whose recipient is opted out does, and one whose recipient sleeps is kept back.
 */
export function claimLane(db: Db, lane: LaneRequest, rules: ClaimRules): LaneClaims {
  const result: LaneClaims = { calls: [], changedConversations: [], more: false }
  if (statement(db, IS_ACTIVE).get(lane.accountId) === undefined) return result
  let texts = lane.texts ?? Number.MAX_SAFE_INTEGER
  for (const priority of ['reply', 'bulk'] as const) {
    const room = priority === 'reply' ? lane.calls : Math.min(lane.calls - result.calls.length, lane.bulkCalls)
    if (room <= 0 || texts <= 0) break
    const batchSize = priority === 'bulk' ? lane.batchSize : 1
    texts -= claimOf(db, { lane, priority, room, texts, batchSize }, rules, result)
  }
  return result
}

/** @returns texts claimed */
function claimOf(
  db: Db,
  { lane, priority, room, texts, batchSize }: { lane: LaneRequest; priority: Priority; room: number; texts: number; batchSize: number },
  rules: ClaimRules,
  result: LaneClaims,
): number {
  const { accountId } = lane
  const calls: Call[] = []
  /** The last call begun with a sender and text: the one that takes further numbers. */
  const open = new Map<string, Call>()
  /** Candidates are read some at a time: what is claimed of one page counts for the rest of it. */
  const inFlight = new Set<string>()
  let claimed = 0
  let lookedAt = 0
  let last = { due: -1, createdAt: -1, id: '' }
  for (;;) {
    const candidates = statement<[object], Candidate>(db, CANDIDATES).all({ accountId, priority, now: rules.now, ...last })
    for (const candidate of candidates) {
      lookedAt += 1
      if (inFlight.has(candidate.conversation_id)) continue
      if (!mayGo(db, candidate, { ...lane, blockedUntil: lane.blockedUntil[priority] }, priority, rules)) {
        result.changedConversations.push(candidate.conversation_id)
        continue
      }
      const key = `${candidate.kind} ${candidate.provider_at ?? ''}\n${candidate.sender}\n${candidate.text}`
      let call = open.get(key)
      if (call === undefined || call.claims.length >= batchSize || candidate.kind === 'voice_code') {
        // Who comes next goes next: a later one that would fit does not overtake.
        if (calls.length === room) return end(false)
        call = { accountId, priority, kind: candidate.kind, text: candidate.text, sendAt: candidate.provider_at, claims: [] }
        open.set(key, call)
        calls.push(call)
      }
      call.claims.push(claim(db, candidate, accountId, rules.now))
      inFlight.add(candidate.conversation_id)
      claimed += 1
      if (claimed === texts) return end(false)
    }
    const latest = candidates.at(-1)
    if (latest === undefined || candidates.length < PAGE) return end(false)
    if (calls.length === room && batchSize === 1) return end(false)
    if (lookedAt >= LOOKED_AT) return end(true)
    last = { due: latest.due, createdAt: latest.created_at, id: latest.id }
  }

  function end(more: boolean): number {
    shareCallIds(db, calls)
    result.calls.push(...calls)
    if (more) result.more = true
    return claimed
  }
}

/** Whether a candidate may go now; if not, it has been ended or kept back. */
function mayGo(
  db: Db,
  candidate: Candidate,
  { blockedUntil, scheduleAhead }: { blockedUntil: number | null; scheduleAhead: number | null },
  priority: Priority,
  rules: ClaimRules,
): boolean {
  const { now, quietHours, ownZone } = rules
  // Here and nowhere later: what is claimed has its call made. A call with a code is no text.
  if (candidate.kind === 'text' && candidate.goes_to_opted_out === 0 && isOptedOut(db, candidate.recipient)) {
    takeBackOptedOut(db, candidate, now)
    // Those behind it, which would else wait for the next turn.
    takeBackWaiting(db, candidate.recipient, now)
    return false
  }
  const goesAt = candidate.provider_at ?? now
  if (candidate.valid_until !== null && candidate.valid_until <= goesAt) {
    recordEvent(db, candidate.id, { kind: 'lapsed', validUntil: candidate.valid_until }, now)
    setError(db, candidate.id, { code: 'lapsed', message: 'It was not sent, because the time after which it makes no sense had passed.' })
    return false
  }
  if (candidate.provider_at !== null && (scheduleAhead === null || candidate.provider_at < now + scheduleAhead)) {
    keepHere(db, candidate, candidate.provider_at, now)
    return false
  }
  if (candidate.quiet_override !== null) return true
  // What the provider keeps until a later time, it judges by that time.
  if (blockedUntil !== null && candidate.provider_at === null) {
    keepBack(db, candidate, { reason: 'blockout', until: blockedUntil, now })
    return false
  }
  if (quietHours === null) return true
  const until = quietUntil(quietHours, candidate.recipient, goesAt, ownZone)
  if (until === null) return true
  if (quietHours.exemptReplies && priority === 'reply' && isAnswer(db, candidate.conversation_id, now)) return true
  if (candidate.provider_at !== null) {
    // At its time it is quiet there: the desk keeps it, and holds it back until that is over.
    keepHere(db, candidate, candidate.provider_at, now)
    return false
  }
  keepBack(db, candidate, { reason: 'quiet_hours', until, now })
  return false
}

/** The provider cannot keep it until its time (too near by now, or an account that cannot): the desk sees to it. */
function keepHere(db: Db, { id }: Candidate, at: number, now: number): void {
  recordEvent(db, id, { kind: 'kept_here', at }, now)
  statement(
    db,
    'UPDATE messages SET provider_at = NULL, scheduled_at = @at, not_before = @at, came_due_at = NULL, hold = NULL WHERE id = @id',
  ).run({
    id,
    at,
  })
}

function keepBack(
  db: Db,
  { id }: Candidate,
  { reason, until, now }: { reason: 'quiet_hours' | 'blockout'; until: number; now: number },
): void {
  recordEvent(db, id, { kind: 'held', reason, until }, now)
  statement(db, 'UPDATE messages SET hold = ?, not_before = ? WHERE id = ?').run(reason, until, id)
}

function isAnswer(db: Db, conversationId: string, now: number): boolean {
  const inbound = statement(
    db,
    `SELECT 1 FROM messages INDEXED BY messages_by_conversation
       WHERE conversation_id = ? AND direction = 'inbound' AND created_at > ? LIMIT 1`,
  )
  return inbound.get(conversationId, now - ANSWER_MS) !== undefined
}

function claim(db: Db, candidate: Candidate, accountId: string, now: number): Claim {
  const number = (candidate.last_attempt ?? 0) + 1
  statement(db, 'INSERT INTO attempts (id, message_id, account_id, number, started_at) VALUES (?, ?, ?, ?, ?)').run(
    newId(),
    candidate.id,
    accountId,
    number,
    now,
  )
  recordEvent(db, candidate.id, { kind: 'claimed', attempt: number }, now, {
    conversationId: candidate.conversation_id,
    status: 'queued',
    hadError: true,
  })
  return {
    attempt: number,
    messageId: candidate.id,
    conversationId: candidate.conversation_id,
    accountId,
    kind: candidate.kind,
    to: candidate.recipient,
    text: candidate.text,
    tries: candidate.tries,
    callId: null,
  }
}

/** Attempts that are one call say so. */
function shareCallIds(db: Db, calls: readonly Call[]): void {
  const share = statement(db, 'UPDATE attempts SET call_id = ? WHERE message_id = ? AND number = ?')
  for (const { claims } of calls) {
    if (claims.length < 2) continue
    const callId = newId()
    for (const claim of claims) {
      claim.callId = callId
      share.run(callId, claim.messageId, claim.attempt)
    }
  }
}
