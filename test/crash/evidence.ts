import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { BULK_CALLS, REPLY_CALLS } from '../../src/main/outbox/lane.ts'
import type { MessageStatus } from '../../src/shared/messages/status.ts'
import type { PlannedSend } from './plan.ts'
import { keyOf } from './plan.ts'

/** A message as the desk tells it when nothing moves any more. */
export interface ReportedMessage {
  to: string
  text: string
  status: MessageStatus
  refs: string[]
}

/** What a killed desk left, before anything was started again. */
export interface Wreck {
  /** By {@link keyOf}: what the database file says. */
  statuses: ReadonlyMap<string, MessageStatus>
  /** Messages that were claimed and have no outcome, by id. */
  sending: ReadonlySet<string>
  /** Calls that were claimed and have no outcome. */
  openCalls: number
  /** How often the carrier had taken each text by then. */
  taken: ReadonlyMap<string, number>
  /** What SQLite finds wrong with the file; `ok` when nothing. */
  integrity: string
}

/** Everything a run showed. */
export interface Evidence {
  plan: readonly PlannedSend[]
  /** One for each time the desk was killed. */
  wrecks: readonly Wreck[]
  /** Messages, by id, whose outcome a commit was to write down that never came to its end. */
  undone: readonly string[]
  messages: readonly ReportedMessage[]
  /** The carrier's count in the end. */
  taken: ReadonlyMap<string, number>
  refs: ReadonlyMap<string, string>
  arrivals: readonly string[]
}

/** No more calls than this are ever in flight. */
const MOST_CALLS = BULK_CALLS + REPLY_CALLS

/**
 * What is wrong about a run, as sentences; empty when nothing was lost, nothing went out twice, and the desk says of
 * each text what the carrier saw, or that it does not know.
 */
export function faultsOf(evidence: Evidence): string[] {
  return [...faultsAtKills(evidence), ...faultsInTheEnd(evidence), ...faultsOfOrder(evidence)]
}

function faultsAtKills({ wrecks, undone }: Evidence): string[] {
  const halves = undone.filter((id) => wrecks[0]?.sending.has(id) !== true).map((id) => `the outcome of ${id} was written by half a commit`)
  const others = wrecks.flatMap(({ statuses, openCalls, taken, integrity }) => {
    const faults: string[] = []
    if (integrity !== 'ok') faults.push(`the database is damaged: ${integrity}`)
    if (openCalls > MOST_CALLS) faults.push(`${openCalls} calls were in flight, more than ${MOST_CALLS}`)
    for (const [key, status] of statuses) {
      const times = taken.get(key) ?? 0
      if (status === 'queued' && times > 0) faults.push(`“${key}” had reached the carrier without a claim on disk`)
      if (status === 'sent' && times !== 1) faults.push(`“${key}” was written down as sent, and the carrier had it ${times} times`)
    }
    return faults
  })
  return [...halves, ...others]
}

function faultsInTheEnd({ plan, wrecks, messages, taken, refs }: Evidence): string[] {
  const faults: string[] = []
  const wished = new Set(plan.flatMap(({ to, text }) => to.map((number) => keyOf(number, text))))
  const known = new Set(messages.map(({ to, text }) => keyOf(to, text)))
  if (messages.length !== wished.size) faults.push(`${wished.size} texts were queued, ${messages.length} are known`)
  for (const key of wished) if (!known.has(key)) faults.push(`“${key}” was lost`)
  for (const key of taken.keys()) if (!known.has(key)) faults.push(`“${key}” was taken, and the desk does not know it`)
  const mayBeUnknown = new Set(
    wrecks.flatMap(({ statuses }) => [...statuses].filter(([, status]) => status === 'sending').map(([key]) => key)),
  )
  for (const message of messages) {
    const key = keyOf(message.to, message.text)
    const times = taken.get(key) ?? 0
    const ref = refs.get(key)
    if (times > 1) faults.push(`“${key}” was taken ${times} times`)
    if (message.status === 'sent') {
      if (times !== 1) faults.push(`“${key}” is called sent, the carrier took it ${times} times`)
      if (ref === undefined || message.refs.join(' ') !== ref)
        faults.push(`“${key}” has the references ${message.refs.join(' ')} instead of ${ref}`)
    } else if (message.status === 'unconfirmed') {
      if (!mayBeUnknown.has(key)) faults.push(`“${key}” is unconfirmed, and was not in flight at any kill`)
    } else faults.push(`“${key}” is ${message.status} when nothing moves any more`)
  }
  const unconfirmed = messages.filter(({ status }) => status === 'unconfirmed').length
  if (unconfirmed > mayBeUnknown.size) faults.push(`${unconfirmed} texts are unconfirmed, ${mayBeUnknown.size} were in flight`)
  return faults
}

/** The texts of one kind to one number arrive in the order they were queued. */
function faultsOfOrder({ plan, arrivals }: Evidence): string[] {
  const place = new Map<string, { queue: string; at: number }>()
  for (const [at, { to, text }] of plan.entries()) {
    for (const number of to) place.set(keyOf(number, text), { queue: `${number} ${to.length > 1 ? 'bulk' : 'reply'}`, at })
  }
  const last = new Map<string, number>()
  return arrivals.flatMap((key) => {
    const found = place.get(key)
    if (found === undefined) return []
    const before = last.get(found.queue) ?? -1
    last.set(found.queue, found.at)
    return found.at < before ? [`“${key}” arrived after a text that was queued later`] : []
  })
}

/** Reads a copy of what a killed desk left, so that nothing is mended by the look. */
export function readWreck(dataFolder: string): Omit<Wreck, 'taken'> {
  const { database } = dataFolderPaths(dataFolder)
  const folder = mkdtempSync(join(tmpdir(), 'sms-desk-wreck-'))
  try {
    const copy = join(folder, 'copy.sqlite3')
    cpSync(database, copy)
    if (existsSync(`${database}-wal`)) cpSync(`${database}-wal`, `${copy}-wal`)
    const db = new Database(copy)
    try {
      const rows = db.prepare('SELECT id, recipient, text, status FROM messages').all() as Array<{
        id: string
        recipient: string
        text: string
        status: MessageStatus
      }>
      const calls = db.prepare('SELECT count(DISTINCT coalesce(call_id, id)) AS calls FROM attempts WHERE finished_at IS NULL').get() as {
        calls: number
      }
      return {
        statuses: new Map(rows.map(({ recipient, text, status }) => [keyOf(recipient, text), status])),
        sending: new Set(rows.filter(({ status }) => status === 'sending').map(({ id }) => id)),
        openCalls: calls.calls,
        integrity: String(db.pragma('integrity_check', { simple: true })),
      }
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
