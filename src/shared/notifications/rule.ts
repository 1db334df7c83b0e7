import type { NotificationSettings } from '../contract/notifications.ts'
import { quietUntilIn } from '../outbox/quiet-hours.ts'

/** What is in front of the person. */
export interface InFront {
  /** The window has the focus and can be seen. */
  window: boolean
  /** The conversation that is open in it; null for none. */
  conversationId: string | null
}

/** Where somebody is told of what came in: in a corner of the window, by the computer, or not at all. The counts show it in any case. */
export type Place = 'window' | 'computer' | 'nowhere'

/**
 * Where a person is told of something that came in to a conversation. Nothing is said of the conversation that is open
 * in front of them, nothing while it is quiet, and nothing in front of them where they want it only while they are away.
 * @param now ms UTC
 * @param zone IANA name of this computer's zone, by whose clock quiet hours go
 */
export function placeFor(conversationId: string, settings: NotificationSettings, inFront: InFront, now: number, zone: string): Place {
  if (settings.when === 'never' || isQuiet(settings, now, zone)) return 'nowhere'
  if (!inFront.window) return 'computer'
  return settings.when === 'away' || inFront.conversationId === conversationId ? 'nowhere' : 'window'
}

/** Whether notifications rest now (ms UTC): until a time that was said, or for the hours of each day. */
export function isQuiet({ quietUntil, quietHours }: NotificationSettings, now: number, zone: string): boolean {
  if (quietUntil !== null && now < quietUntil) return true
  return quietHours !== null && quietUntilIn({ ...quietHours, days: [], exemptReplies: false }, [zone], now) !== null
}
