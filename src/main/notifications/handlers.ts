import { os } from '../app/implement.ts'

export const notificationHandlers = {
  show: os.notifications.show.handler(({ context, input }) => context.services.notifications.show(input)),
  hide: os.notifications.hide.handler(({ context, input }) => context.services.notifications.hide(input)),
  setBadge: os.notifications.setBadge.handler(({ context, input }) => context.services.notifications.setBadge(input)),
}
