import type { InferContractRouterInputs } from '@orpc/contract'
import type { notificationsContract } from '../../shared/contract/notifications.ts'
import type { EventHub } from '../app/events.ts'
import type { Notifier } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'

type Inputs = InferContractRouterInputs<typeof notificationsContract>

/** Notifications of the computer. What to show, and when, is the window's business. @throws Refused `no_notifications` */
export interface NotificationService {
  show(input: Inputs['show']): void
  hide(input: Inputs['hide']): void
  setBadge(input: Inputs['setBadge']): void
}

export function createNotificationService({ notifier, events }: { notifier: Notifier | undefined; events: EventHub }): NotificationService {
  function shell(): Notifier {
    if (notifier !== undefined) return notifier
    throw new Refused('no_notifications', 'SMS Desk runs in a browser here, and notifications come from there.')
  }
  return {
    show(notification) {
      const { subject } = notification
      shell().show(notification, () => events.publish({ kind: 'notificationPressed', subject }))
    },
    hide({ subjects }) {
      for (const subject of subjects) shell().hide(subject)
    },
    setBadge({ count }) {
      shell().setBadge(count)
    },
  }
}
