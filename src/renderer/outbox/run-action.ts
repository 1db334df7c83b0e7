import type { DeskClient } from '../../shared/contract/client.ts'
import type { WallTime } from '../../shared/contract/messages.ts'
import { refusalOf } from '../host/problems.ts'
import type { OutboxFilter } from './useOutboxList.ts'
import { isCancellable, type Action } from './views.ts'

/** Most ids that one call takes, and rows of one page (src/shared/contract/outbox.ts). */
const CHUNK = 500

/** The texts an action is for: some by id, or everything in a list as it stands when the action begins. */
export type Target = { kind: 'some'; ids: readonly string[] } | { kind: 'everything' }

/** An action with all that it needs. */
export interface Order {
  action: Action
  filter: OutboxFilter
  target: Target
  /** Why held texts go out all the same. */
  reason?: string
  /** The other time. */
  schedule?: WallTime
}

/** What came of an action: done, too late to take back, and left as they were. */
export interface ActionResult {
  done: number
  tooLate: number
  left: number
}

/** Begin of the codes of refusals of a time, whatever the text. */
const TIME_REFUSALS = 'schedule_'

/** How far an action on many texts has come. */
export type Progress = (done: number, total: number) => void

/**
 * Carries out an action, however many texts it is for. Each call is safe by itself, so a break in the middle leaves every
 * text either done or as it was.
 * @throws what the host refused, when nothing was done; {@link ConnectionLost} whenever the host is away
 */
export async function runAction(client: DeskClient, order: Order, progress: Progress = () => undefined): Promise<ActionResult> {
  const { action, filter, target } = order
  if (action === 'cancel' && target.kind === 'everything' && isCancellable(filter.view)) {
    const { cancelled, tooLate } = await client.outbox.cancelAll({ view: filter.view, accountId: filter.accountId })
    return { done: cancelled, tooLate, left: 0 }
  }
  const ids = target.kind === 'some' ? target.ids : await everyId(client, filter)
  switch (action) {
    case 'cancel':
      return inChunks(ids, progress, async (chunk) => {
        const { cancelled, tooLate } = await client.outbox.cancel({ ids: chunk })
        return { done: cancelled, tooLate, left: 0 }
      })
    case 'send_now':
      // One alone is asked for by itself: its refusal says why.
      if (ids.length === 1) return oneByOne(ids, progress, (id) => client.messages.sendNow({ id, reason: order.reason }))
      return inChunks(ids, progress, async (chunk) => {
        const { queued, left } = await client.outbox.sendNow({ ids: chunk, reason: order.reason })
        return { done: queued, tooLate: 0, left }
      })
    case 'reschedule': {
      const { schedule } = order
      if (schedule === undefined) throw new Error('A time is missing.')
      return oneByOne(ids, progress, (id) => client.messages.reschedule({ id, schedule }))
    }
    case 'retry':
      return oneByOne(ids, progress, (id) => client.messages.retry({ id }))
    case 'ask':
      return oneByOne(ids, progress, (id) => client.messages.refresh({ id }))
    case 'send_again':
    case 'was_sent':
    case 'leave':
      return inChunks(ids, progress, async (chunk) => {
        const { settled, left } = await client.outbox.settle({ ids: chunk, decision: action })
        return { done: settled, tooLate: 0, left }
      })
  }
}

/** The ids of every text in a list, collected before anything is done: what is done takes texts out of the list. */
export async function everyId(client: DeskClient, filter: OutboxFilter): Promise<string[]> {
  const ids = new Set<string>()
  let after: string | undefined
  do {
    const page = await client.outbox.list({ ...filter, after, limit: CHUNK })
    for (const { id } of page.messages) ids.add(id)
    after = page.next ?? undefined
  } while (after !== undefined)
  return [...ids]
}

async function inChunks(
  ids: readonly string[],
  progress: Progress,
  call: (chunk: string[]) => Promise<ActionResult>,
): Promise<ActionResult> {
  const sum: ActionResult = { done: 0, tooLate: 0, left: 0 }
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK)
    const { done, tooLate, left } = await call(chunk)
    sum.done += done
    sum.tooLate += tooLate
    sum.left += left
    progress(from + chunk.length, ids.length)
  }
  return sum
}

/** Refused ones are left. When none was taken, the last refusal is thrown: it says why. */
async function oneByOne(ids: readonly string[], progress: Progress, call: (id: string) => Promise<unknown>): Promise<ActionResult> {
  const sum: ActionResult = { done: 0, tooLate: 0, left: 0 }
  for (const [index, id] of ids.entries()) {
    try {
      await call(id)
      sum.done += 1
    } catch (error) {
      const refusal = refusalOf(error)
      // What is wrong with the request itself is wrong for all of them.
      if (refusal === null || (index === 0 && refusal.code.startsWith(TIME_REFUSALS))) throw error
      sum.left += 1
      if (sum.left === ids.length) throw error
    }
    progress(index + 1, ids.length)
  }
  return sum
}
