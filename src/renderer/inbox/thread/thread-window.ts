import { replaceEqualDeep } from '@tanstack/react-query'
import type { Message } from '../../../shared/contract/messages.ts'
import { comparePlaces, placeOf, type Placed } from '../../../shared/messages/place.ts'

/** Most messages kept of a conversation. Beyond that, those furthest from what is read are dropped. */
export const MOST_LOADED = 500

/** A stretch of a conversation, oldest first, and whether there is more on either side. */
export interface Stretch {
  messages: readonly Message[]
  hasEarlier: boolean
  hasLater: boolean
}

/** A page as the host answers it, newest first. */
interface Page {
  messages: readonly Message[]
  next: string | null
  previous: string | null
}

/** An id that sorts after every id there is. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Puts a page before a stretch. What is then too much is dropped from its end. */
export function joinEarlier({ messages, hasLater }: Stretch, page: Page): Stretch {
  const all = withoutRepeats([...page.messages.toReversed(), ...messages])
  return { messages: all.slice(0, MOST_LOADED), hasEarlier: page.next !== null, hasLater: hasLater || all.length > MOST_LOADED }
}

/** Puts a page after a stretch. What is then too much is dropped from its beginning. */
export function joinLater({ messages, hasEarlier }: Stretch, page: Page): Stretch {
  const all = withoutRepeats([...messages, ...page.messages.toReversed()])
  return { messages: all.slice(-MOST_LOADED), hasEarlier: hasEarlier || all.length > MOST_LOADED, hasLater: page.previous !== null }
}

/**
 * The places between which the messages from `first` to `last` are asked for again. Undefined where the stretch reaches the
 * beginning or the end of the conversation, so that what came there is found as well.
 */
export function bounds(
  { messages, hasEarlier, hasLater }: Stretch,
  first: number,
  last: number,
): { after: string | undefined; before: string | undefined } {
  const [above, below] = [messages[first - 1], messages[last + 1]]
  const [top, bottom] = [messages[first], messages[last]]
  return {
    after:
      above !== undefined
        ? placeOf(above)
        : hasEarlier && top !== undefined
          ? placeOf({ createdAt: Math.max(0, top.createdAt - 1), id: LAST_ID })
          : undefined,
    before:
      below !== undefined
        ? placeOf(below)
        : hasLater && bottom !== undefined
          ? placeOf({ createdAt: bottom.createdAt, id: LAST_ID })
          : undefined,
  }
}

/** Puts an answer in the place of what lay between two places: messages that are gone go, new ones come, equal ones stay the same object. */
export function replaceStretch(
  stretch: Stretch,
  page: Page,
  { after, before, limit }: { after: string | undefined; before: string | undefined; limit: number },
): Stretch {
  const answer = page.messages.toReversed()
  const isCut = answer.length >= limit
  // A page with `after` begins there and may end early; one without ends at `before` and may begin late.
  const from = after !== undefined ? readPlace(after) : isCut ? justBefore(answer[0]) : null
  const until = after !== undefined && isCut ? justAfter(answer.at(-1)) : before === undefined ? null : readPlace(before)
  const kept = stretch.messages.filter(
    (message) => (from !== null && comparePlaces(message, from) <= 0) || (until !== null && comparePlaces(message, until) >= 0),
  )
  const old = new Map(stretch.messages.map((message) => [message.id, message]))
  const messages = [...kept, ...answer.map((message) => replaceEqualDeep(old.get(message.id), message) as Message)].toSorted(comparePlaces)
  const reachesEnd = before === undefined && after !== undefined && isCut && page.previous !== null
  const trimmed = withoutRepeats(messages)
  return {
    messages: stretch.hasLater ? trimmed.slice(0, MOST_LOADED) : trimmed.slice(-MOST_LOADED),
    hasEarlier: stretch.hasEarlier || (!stretch.hasLater && trimmed.length > MOST_LOADED),
    hasLater: stretch.hasLater || reachesEnd,
  }
}

/** The second list, with those of its messages that did not change taken from the first. */
export function sharing(before: readonly Message[], after: readonly Message[]): readonly Message[] {
  return replaceEqualDeep(before, after) as readonly Message[]
}

function readPlace(place: string): Placed {
  const colon = place.indexOf(':')
  return { createdAt: Number(place.slice(0, colon)), id: place.slice(colon + 1) }
}

function justBefore(message: Placed | undefined): Placed | null {
  return message === undefined ? null : { createdAt: message.createdAt, id: message.id.slice(0, -1) }
}

function justAfter(message: Placed | undefined): Placed | null {
  return message === undefined ? null : { createdAt: message.createdAt, id: `${message.id} ` }
}

/** The same without a message that is in it twice, which a page can bring that was asked for while something came in. */
function withoutRepeats(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((message) => [message.id, message])).values()]
}
