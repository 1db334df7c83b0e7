import { Refused } from '../app/refused.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** A text that went, or waits to go, to a number that is about to get the same one. */
export interface SameText {
  to: string
  status: 'queued' | 'sending' | 'sent' | 'delivered' | 'unconfirmed'
  /** It waits for a later time that a person chose. */
  scheduled: boolean
  /** When it was put into the outbox; once it has left, when it left. In ms UTC. */
  at: number
}

/** What is about to be queued. */
export interface SameTextQuestion {
  items: readonly { to: string; text: string }[]
  /** How far apart the same texts may be without a question, in ms. */
  window: number
  /** ms UTC */
  now: number
  /** When the new ones are to go, in ms UTC. */
  goesAt: number
}

/** What has reached the phone, or still may: the other statuses certainly did not, or are inbound. */
const MAY_ARRIVE = `status IN ('queued', 'sending', 'sent', 'delivered', 'unconfirmed') AND text = @text`

/** Older texts of a number that are looked at: enough for one that was scheduled, or repeated, days after it was written. */
const OLDER = 20

/** When a text went or, while it waits, is to go. */
const GOES_AT = `coalesce(provider_at, sent_at, iif(status = 'queued', scheduled_at, NULL), status_at)`

/**
 * Numbers with a message of the same text: put into the outbox within the window, or earlier but gone, or to go, within a
 * window of the new one. The index has number and time, so that a long history costs nothing; one statement, since a
 * thousand would cost more to call than to run.
 */
export const SAME_TEXT_LOOK = /* sql */ `
  WITH found AS MATERIALIZED (
    SELECT number.value AS recipient, coalesce(
      (SELECT id FROM messages INDEXED BY messages_by_recipient
         WHERE recipient = number.value AND created_at >= @since AND ${MAY_ARRIVE}
         ORDER BY created_at DESC, id DESC LIMIT 1),
      (SELECT id FROM (
         SELECT id, status, text, ${GOES_AT} AS goes_at FROM messages INDEXED BY messages_by_recipient
         WHERE recipient = number.value AND created_at < @since ORDER BY created_at DESC, id DESC LIMIT ${OLDER})
         WHERE ${MAY_ARRIVE} AND goes_at BETWEEN @goesAt - @window AND @goesAt + @window LIMIT 1)) AS id
    FROM json_each(@numbers) number)
  SELECT found.recipient AS "to", m.status, coalesce(m.sent_at, m.created_at) AS at,
    m.status = 'queued' AND m.scheduled_at IS NOT NULL AND m.came_due_at IS NULL AS scheduled
  FROM found CROSS JOIN messages m ON m.id = found.id`

/** Which of the recipients got, or wait to get, the same text a short while before or after; each with one such text, in order. */
export function findSameTexts(db: Db, { items, window, now, goesAt }: SameTextQuestion): SameText[] {
  const look = statement<[object], Omit<SameText, 'scheduled'> & { scheduled: 0 | 1 }>(db, SAME_TEXT_LOOK)
  // One text to many is the rule, so this is one look.
  return [...Map.groupBy(items, ({ text }) => text)].flatMap(([text, same]) => {
    const numbers = JSON.stringify(same.map(({ to }) => to))
    const rows = look.all({ text, numbers, since: now - window, window, goesAt })
    return rows.map((row) => ({ ...row, scheduled: row.scheduled === 1 }))
  })
}

/** Recipients named in the sentence. */
const NAMED = 3

/**
 * What to say of texts that would go a second time: to whom, and what became of the first.
 * @param found at least one
 * @param now ms UTC
 */
export function duplicateText(found: readonly SameText[], now: number): Refused {
  const named = found.slice(0, NAMED).map((text) => `${text.to} (${fate(text, now)})`)
  const all = found.length > NAMED ? [...named, `${found.length - NAMED} more`] : named
  const list = all.length === 1 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`
  return new Refused(
    'duplicate_text',
    `The same text went, or is about to go, to ${list}. Nothing was queued. Look at what became of it; if it should go once more, send it again all the same.`,
  )
}

function fate({ status, scheduled, at }: SameText, now: number): string {
  const when = ago(now - at)
  switch (status) {
    case 'queued':
      return scheduled ? `scheduled ${when}, not sent yet` : `queued ${when}, not sent yet`
    case 'sending':
      return 'being sent now'
    case 'sent':
      return `sent ${when}`
    case 'delivered':
      return `sent ${when} and delivered`
    case 'unconfirmed':
      return `tried ${when}, not known whether it went out`
  }
}

const MINUTE_MS = 60_000

/** A time that has passed, as people say it. A clock that was set back makes it "just now". */
function ago(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  if (minutes < 1) return 'just now'
  if (minutes < 120) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} hours ago` : `${Math.floor(hours / 24)} days ago`
}
