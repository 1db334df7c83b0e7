import { MANY, type NotificationSettings, type NotificationSubject } from '../../shared/contract/notifications.ts'
import { NOTHING_TOLD, tell, type Arrival, type Note, type Told } from '../../shared/notifications/grouping.ts'
import { placeFor, type InFront } from '../../shared/notifications/rule.ts'
import type { Words } from '../language/words.ts'
import { noteWords, type NoteWords } from './note-words.ts'
import type { Outlet } from './outlets.ts'

/** What a note of one conversation is about. */
export interface NoteFacts {
  who: string
  /** What the message says, in words; null where it has no text. */
  text: string | null
}

export interface TellerDependencies {
  /** As they are now. */
  settings(): NotificationSettings
  /** In the language of the window as it is now. */
  words(): Words<'arrivals'>
  inFront(): InFront
  /** Whether it is for this window to tell the computer. */
  tells(): Promise<boolean>
  /** Asks the host who wrote what; null when it cannot say. */
  factsOf(latest: Arrival): Promise<NoteFacts | null>
  /** Notes in the corner of the window. */
  window: Outlet
  /** Notifications of the computer. */
  computer: Outlet
  /** IANA name of this computer's zone. */
  zone: string
  /** ms UTC */
  now(): number
  setTimer(ms: number, task: () => void): void
}

/** Least time between two tellings, in ms: while texts pour in, the count goes on once a second. */
export const TELL_EVERY_MS = 1_000

/** Tells a person of what comes in, where and how the settings say. */
export interface Teller {
  take(arrival: Arrival): void
  /** The window came to the front: what the computer showed is not needed any more. */
  clear(): void
}

export function createTeller(dependencies: TellerDependencies): Teller {
  const { settings, words, inFront, tells, factsOf, zone, now, setTimer } = dependencies
  let waiting: Arrival[] = []
  let resting = false
  let told: Record<'window' | 'computer', Told> = { window: NOTHING_TOLD, computer: NOTHING_TOLD }
  /** How often the person has come back. */
  let visits = 0
  const shownByComputer = new Set<NotificationSubject>()

  async function wordsOf(note: Note): Promise<NoteWords | null> {
    const { shows } = settings()
    if (note.kind === 'many') return noteWords(words(), note, shows, { who: '', text: null })
    const facts = await factsOf(note.latest)
    return facts === null ? null : noteWords(words(), note, shows, facts)
  }

  async function show(place: 'window' | 'computer', arrivals: readonly Arrival[]): Promise<void> {
    if (arrivals.length === 0) return
    const visit = visits
    // Meanwhile the person may have come back, and seen for themselves.
    if (place === 'computer' && (!(await tells()) || visit !== visits)) return
    const telling = tell(told[place], arrivals, now())
    told = { ...told, [place]: telling.told }
    const outlet = dependencies[place]
    if (telling.hide.length > 0) outlet.hide(telling.hide)
    for (const note of telling.show) {
      const words = await wordsOf(note)
      if (words === null || !isLatest(told[place], note)) continue
      const subject = note.kind === 'many' ? MANY : note.conversationId
      if (place === 'computer') shownByComputer.add(subject)
      outlet.show(subject, words)
    }
  }

  function flush(): void {
    const arrivals = waiting
    waiting = []
    const rules = settings()
    const front = inFront()
    const at = now()
    const going = { window: [] as Arrival[], computer: [] as Arrival[] }
    for (const arrival of arrivals) {
      const place = placeFor(arrival.conversationId, rules, front, at, zone)
      if (place !== 'nowhere') going[place].push(arrival)
    }
    void show('window', going.window)
    void show('computer', going.computer)
  }

  function rest(): void {
    resting = true
    setTimer(TELL_EVERY_MS, () => {
      resting = false
      if (waiting.length === 0) return
      flush()
      rest()
    })
  }

  return {
    take(arrival) {
      waiting.push(arrival)
      if (resting) return
      flush()
      rest()
    },
    clear() {
      visits += 1
      told = { ...told, computer: NOTHING_TOLD }
      if (shownByComputer.size > 0) dependencies.computer.hide([...shownByComputer])
      shownByComputer.clear()
    },
  }
}

/** Not so where meanwhile a newer text came in, all became one, or the person came back. */
function isLatest({ recent, asOne }: Told, note: Note): boolean {
  return note.kind === 'many' ? asOne : !asOne && recent.get(note.conversationId)?.latest === note.latest
}
