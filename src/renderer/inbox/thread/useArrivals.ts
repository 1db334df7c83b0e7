import { useState } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'
import { comparePlaces, type Placed } from '../../../shared/messages/place.ts'

/**
 * How many messages from the other side came since the end of the conversation was last on the screen; at most as many as `latest` has.
 * @param latest the latest messages, newest first
 * @param seesEnd the end is on the screen
 */
export function useArrivals(latest: readonly Message[], seesEnd: boolean): number {
  const newest = latest[0]
  const [seen, setSeen] = useState<Placed | undefined>(newest)
  if (newest !== undefined && (seen === undefined || (seesEnd && seen.id !== newest.id))) setSeen(newest)
  if (seen === undefined || seesEnd) return 0
  return latest.filter((message) => message.direction === 'inbound' && comparePlaces(message, seen) > 0).length
}
