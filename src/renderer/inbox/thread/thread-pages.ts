import type { DeskEvent } from '../../../shared/contract/desk.ts'
import type { Message } from '../../../shared/contract/messages.ts'
import { placeOf } from '../../../shared/messages/place.ts'
import { bounds, joinEarlier, joinLater, replaceStretch, sharing } from './thread-window.ts'

/** Messages of the first page, and of each further one. */
const FIRST_PAGE = 60
const NEXT_PAGE = 100
/** The latest messages that are kept an eye on while another part of the conversation is shown. */
const TAIL = 20
/** New messages a round of asking again has room for beside those it is about. */
const ROOM = 100
/** Most messages one answer holds (src/shared/contract/primitives.ts). */
const MOST_OF_A_PAGE = 500

/** A page as the host answers it, newest first. */
export interface Page {
  messages: Message[]
  next: string | null
  previous: string | null
  target: string | null
}

/**
 * Whether an event is about messages of this conversation, or of so many at once that none is named. What happens in any other
 * conversation asks nothing of this thread.
 */
export function concernsThread(event: DeskEvent, conversationId: string): boolean {
  if (event.kind === 'startup') return true
  if (event.kind !== 'changed') return false
  return event.changes.some(
    (change) => change.topic === 'messages' && (change.conversationId === undefined || change.conversationId === conversationId),
  )
}

/** Asks the host for messages of the one conversation. */
export type AskForPage = (input: {
  before?: string
  after?: string
  around?: { id: string } | { at: number }
  limit: number
}) => Promise<Page>

/** Where a thread begins: at its end, at a message, at what is unread, or on a day (ms UTC). */
export type Start = { kind: 'latest' } | { kind: 'message' | 'unread'; id: string } | { kind: 'instant'; at: number }

/** What is loaded of a thread. */
export interface Loaded {
  phase: 'opening' | 'open' | 'failed'
  error: unknown
  /** Oldest first, without a gap. */
  messages: readonly Message[]
  hasEarlier: boolean
  hasLater: boolean
  /** What is being asked for. */
  loading: 'earlier' | 'later' | 'jump' | null
  /** What could not be loaded when it was last asked for. */
  trouble: 'earlier' | 'later' | 'jump' | null
  /** Counts openings and jumps, with where each led. */
  jump: { number: number; start: Start; target: string | null; missing: boolean }
  /** The latest messages of the conversation, newest first, whatever part is shown. */
  latest: readonly Message[]
}

/** The loaded part of one conversation: bounded, growing at either side, and kept current where it is looked at. */
export interface ThreadPages {
  subscribe(listener: () => void): () => void
  loaded(): Loaded
  /** Asks for the latest page before it is known where to begin: the first opening takes it. */
  prepare(): void
  /** Shows another part, in place of what was loaded. What is loaded stays until the new part is there. */
  open(start: Start): Promise<void>
  loadEarlier(): Promise<void>
  loadLater(): Promise<void>
  /** Says which messages are drawn: only these are asked for again when something changed. */
  inView(firstId: string, lastId: string): void
  /** Something in this conversation changed. Rounds of asking again never overlap and keep a pause between them. */
  changed(): void
  /** Answers that are under way count no more. */
  close(): void
}

/**
 * @param pause waits between two rounds of asking again
 * @param isMissing whether an error says that the message asked for is not there
 */
export function createThreadPages(
  ask: AskForPage,
  { pause, isMissing }: { pause: () => Promise<void>; isMissing: (error: unknown) => boolean },
): ThreadPages {
  const listeners = new Set<() => void>()
  let loaded: Loaded = {
    phase: 'opening',
    error: null,
    messages: [],
    hasEarlier: false,
    hasLater: false,
    loading: null,
    trouble: null,
    jump: { number: 0, start: { kind: 'latest' }, target: null, missing: false },
    latest: [],
  }
  /** Goes up with each jump: what was asked for before is not wanted any more. */
  let generation = 0
  let view: { firstId: string; lastId: string } | null = null
  /** Loaded messages that may have changed since they were asked for. */
  let stale = new Set<string>()
  let isDirty = false
  let isRunning = false
  let prepared: Promise<Page> | null = null

  function become(change: Partial<Loaded>): void {
    loaded = { ...loaded, ...change }
    for (const listener of listeners) listener()
  }

  function askForLatest(limit: number): Promise<Page> {
    const page = prepared ?? ask({ limit })
    prepared = null
    return page
  }

  async function askForStart(start: Start): Promise<{ page: Page; latest: Message[]; missing: boolean }> {
    if (start.kind === 'latest') {
      const page = await askForLatest(FIRST_PAGE)
      return { page, latest: page.messages.slice(0, TAIL), missing: false }
    }
    const around = start.kind === 'instant' ? { at: start.at } : { id: start.id }
    try {
      const [page, tail] = await Promise.all([ask({ around, limit: FIRST_PAGE }), askForLatest(TAIL)])
      return { page, latest: tail.messages.slice(0, TAIL), missing: false }
    } catch (error) {
      if (!isMissing(error)) throw error
      return { ...(await askForStart({ kind: 'latest' })), missing: start.kind === 'message' }
    }
  }

  async function open(start: Start): Promise<void> {
    generation += 1
    const asked = generation
    become({ loading: 'jump', trouble: null, ...(loaded.phase === 'failed' ? { phase: 'opening' as const, error: null } : {}) })
    try {
      const { page, latest, missing } = await askForStart(start)
      if (asked !== generation) return
      stale = new Set()
      view = null
      become({
        phase: 'open',
        error: null,
        messages: page.messages.toReversed(),
        hasEarlier: page.next !== null,
        hasLater: page.previous !== null,
        loading: null,
        jump: { number: loaded.jump.number + 1, start, target: page.target, missing },
        latest,
      })
      // What changed while it opened may be missing in it.
      if (isDirty && !isRunning) void run()
    } catch (error) {
      if (asked !== generation) return
      if (loaded.phase === 'open') become({ loading: null, trouble: 'jump', error })
      else become({ phase: 'failed', loading: null, error })
    }
  }

  async function load(side: 'earlier' | 'later'): Promise<void> {
    const edge = side === 'earlier' ? loaded.messages[0] : loaded.messages.at(-1)
    const hasMore = side === 'earlier' ? loaded.hasEarlier : loaded.hasLater
    if (edge === undefined || !hasMore || loaded.loading !== null) return
    const asked = generation
    become({ loading: side, trouble: null })
    try {
      const page = await ask({ ...(side === 'earlier' ? { before: placeOf(edge) } : { after: placeOf(edge) }), limit: NEXT_PAGE })
      if (asked !== generation) return
      become({ ...(side === 'earlier' ? joinEarlier(loaded, page) : joinLater(loaded, page)), loading: null })
    } catch (error) {
      if (asked === generation) become({ loading: null, trouble: side, error })
    }
  }

  /** Asks again for what is drawn, and for the end of the conversation. */
  async function refresh(): Promise<void> {
    const asked = generation
    const { first, last } = drawn(loaded.messages, view)
    const { after, before } = bounds(loaded, first, last)
    const limit = Math.min(MOST_OF_A_PAGE, last - first + 1 + ROOM)
    const reachesEnd = before === undefined
    const [page, tail] = await Promise.all([
      ask({ ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }), limit }),
      reachesEnd ? null : ask({ limit: TAIL }),
    ])
    if (asked !== generation) return
    const shown = replaceStretch(loaded, page, { after, before, limit })
    const whole = tail === null || shown.hasLater ? shown : await joinTail(shown, tail)
    if (asked !== generation) return
    const fresh = new Set([...page.messages, ...(tail?.messages ?? [])].map(({ id }) => id))
    stale = new Set(whole.messages.filter(({ id }) => !fresh.has(id)).map(({ id }) => id))
    const latest = whole.hasLater ? (tail?.messages ?? loaded.latest) : whole.messages.slice(-TAIL).toReversed()
    become({ ...whole, latest: sharing(loaded.latest, latest) })
  }

  /** The end of the conversation is loaded: what is new there joins, and where it is more than the tail, a page of it. */
  async function joinTail(shown: Pick<Loaded, 'messages' | 'hasEarlier' | 'hasLater'>, tail: Page) {
    const oldest = tail.messages.at(-1)
    const last = shown.messages.at(-1)
    if (oldest === undefined) return shown
    if (last !== undefined && tail.next !== null && !shown.messages.some(({ id }) => id === oldest.id)) {
      return joinLater(shown, await ask({ after: placeOf(last), limit: NEXT_PAGE }))
    }
    const { after } = bounds({ messages: tail.messages.toReversed(), hasEarlier: tail.next !== null, hasLater: false }, 0, 0)
    return replaceStretch(shown, tail, { after, before: undefined, limit: TAIL })
  }

  async function run(): Promise<void> {
    isRunning = true
    while (isDirty && loaded.phase === 'open') {
      isDirty = false
      // What cannot be asked for now is asked for when the host is back, or at the next change.
      // oxlint-disable-next-line no-await-in-loop
      await refresh().catch(() => undefined)
      // oxlint-disable-next-line no-await-in-loop
      await pause()
    }
    isRunning = false
  }

  function changed(): void {
    isDirty = true
    for (const { id } of loaded.messages) stale.add(id)
    if (!isRunning) void run()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    loaded: () => loaded,
    prepare() {
      prepared = ask({ limit: FIRST_PAGE })
      // Where it fails, the opening that takes it says so.
      prepared.catch(() => undefined)
    },
    open,
    loadEarlier: () => load('earlier'),
    loadLater: () => load('later'),
    inView(firstId, lastId) {
      view = { firstId, lastId }
      if (isDirty || stale.size === 0) return
      const { first, last } = drawn(loaded.messages, view)
      if (!loaded.messages.slice(first, last + 1).some(({ id }) => stale.has(id))) return
      isDirty = true
      if (!isRunning) void run()
    },
    changed,
    close() {
      generation += 1
    },
  }
}

/** The stretch that is drawn, as indexes; before anything was drawn, the end. */
function drawn(messages: readonly Message[], view: { firstId: string; lastId: string } | null): { first: number; last: number } {
  const end = messages.length - 1
  const first = view === null ? -1 : messages.findIndex(({ id }) => id === view.firstId)
  const last = view === null ? -1 : messages.findLastIndex(({ id }) => id === view.lastId)
  if (first === -1 || last < first) return { first: Math.max(0, end - TAIL), last: end }
  return { first, last }
}
