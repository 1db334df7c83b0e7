import * as z from 'zod'
import { operation } from './base.ts'
import { clockTime, id, instant } from './primitives.ts'

/** When and how somebody at this computer is told of what came in. */
export const notificationSettings = z.object({
  /** `away`: only while the window is not in front. */
  when: z.enum(['always', 'away', 'never']),
  /** `who`: the text stays in the window. */
  shows: z.enum(['text', 'who']),
  /** Nothing is shown before this instant; null for no such time. */
  quietUntil: instant.nullable(),
  /** Hours of each day without notifications, by this computer's clock; `until` before `from` is that of the next day. */
  quietHours: z.object({ from: clockTime, until: clockTime }).nullable(),
})
export type NotificationSettings = z.infer<typeof notificationSettings>

/** One notification for all that came in at once, in place of one per conversation. */
export const MANY = 'many'
/** What a notification is about, and what the next one about it takes the place of: a conversation, many, or the sample. */
export const notificationSubject = z.union([id, z.enum([MANY, 'sample'])])
export type NotificationSubject = z.infer<typeof notificationSubject>

/** Notifications of the computer, for a window that cannot show them itself. Refused where the shell has none (`no_notifications`). */
export const notificationsContract = {
  /** Shows one, in place of the one before it about the same. */
  show: operation.input(z.object({ subject: notificationSubject, title: z.string().min(1).max(300), body: z.string().max(600) })),
  /** Takes those about these away again. */
  hide: operation.input(z.object({ subjects: z.array(notificationSubject).max(100) })),
  /** Puts the count of unread conversations on the app's icon; 0 takes it off. */
  setBadge: operation.input(z.object({ count: z.int().min(0).max(100_000_000) })),
}
