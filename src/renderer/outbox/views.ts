import { OUTBOX_VIEWS, type OutboxLane, type OutboxMessage, type OutboxView } from '../../shared/contract/outbox.ts'
import { isRetryable } from '../../shared/messages/reducer.ts'

/** How many texts are in each list. */
export type ViewCounts = Readonly<Record<OutboxView, number>>

/** The counts of one account's texts, as far as its lane knows them. */
export function countsOfLane({ waiting, sending, scheduled, held }: OutboxLane): Partial<ViewCounts> {
  return { waiting: waiting + sending, scheduled, held }
}

/** Lists whose every text waits for a person's word. */
export const DECISION_VIEWS: ReadonlySet<OutboxView> = new Set<OutboxView>(['missed', 'unconfirmed'])

/** Lists that can be taken back as a whole. */
export const CANCELLABLE_VIEWS = ['waiting', 'scheduled', 'held', 'missed'] as const
export type CancellableView = (typeof CANCELLABLE_VIEWS)[number]

/** Whether everything in a list can be taken back in one step. */
export function isCancellable(view: OutboxView): view is CancellableView {
  return CANCELLABLE_VIEWS.some((each) => each === view)
}

/** The list that an address names; null when it names none. */
export function readView(part: string | undefined): OutboxView | null {
  return OUTBOX_VIEWS.find((view) => view === part) ?? null
}

/** The list to begin with: where somebody has to decide, else what waits. */
export function firstView(counts: ViewCounts): OutboxView {
  if (counts.missed > 0) return 'missed'
  return counts.unconfirmed > 0 ? 'unconfirmed' : 'waiting'
}

/** What a person can do to a text of the Outbox. */
export type Action = 'cancel' | 'send_now' | 'reschedule' | 'retry' | 'send_again' | 'was_sent' | 'leave' | 'ask'

/** The steps of one text: the one on its button, and those in its menu. */
export interface RowActions {
  main: Action | null
  more: readonly Action[]
}

/** What can be done to a text in a list now. One that is being sent can no longer be taken back. `now` in ms UTC. */
export function rowActions(view: OutboxView, message: OutboxMessage, now: number): RowActions {
  switch (view) {
    case 'waiting':
      if (message.status !== 'queued') return { main: null, more: [] }
      return { main: 'cancel', more: message.notBefore !== null && message.notBefore > now ? ['send_now'] : [] }
    case 'scheduled':
      return { main: 'cancel', more: ['send_now', 'reschedule'] }
    case 'held':
    case 'missed':
      return { main: 'send_now', more: ['reschedule', 'cancel'] }
    case 'unconfirmed':
      return { main: null, more: ['ask', 'was_sent', 'leave', 'send_again'] }
    case 'failed':
      return { main: isRetryable(message.status) && !isStaleCode(message, now) ? 'retry' : null, more: [] }
  }
}

/** A one-time code that is too old to be spoken: another one can be called instead. `now` in ms UTC. */
export function isStaleCode({ kind, validUntil }: Pick<OutboxMessage, 'kind' | 'validUntil'>, now: number): boolean {
  return kind === 'voice_code' && validUntil !== null && validUntil <= now
}

/** What can be done to several texts of a list at once. */
export const BULK_ACTIONS: Readonly<Record<OutboxView, readonly Action[]>> = {
  waiting: ['cancel'],
  scheduled: ['send_now', 'reschedule', 'cancel'],
  held: ['send_now', 'reschedule', 'cancel'],
  missed: ['send_now', 'reschedule', 'cancel'],
  unconfirmed: ['was_sent', 'leave', 'send_again'],
  failed: ['retry'],
}

/** More texts than this are never touched without asking once more. */
export const ASK_ABOVE = 20

/** What has to be known before an action is done: nothing, a yes, a reason, or a time. */
export type Question = 'none' | 'confirm' | 'reason' | 'time'

/**
 * What to ask before an action on `count` texts (null: not known, so many). `everything`: on a list as a whole, not on
 * texts somebody chose one by one.
 */
export function questionFor(action: Action, view: OutboxView, count: number | null, everything: boolean): Question {
  if (action === 'reschedule') return 'time'
  if (action === 'send_now' && view === 'held') return 'reason'
  // May cost twice, and the customer may read it twice.
  if (action === 'send_again') return 'confirm'
  if (count === null || count > ASK_ABOVE) return 'confirm'
  return action === 'cancel' && everything && count > 1 ? 'confirm' : 'none'
}
