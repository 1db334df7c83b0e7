import { notifications, notificationsStore } from '@mantine/notifications'
import type { NotificationSubject } from '../../shared/contract/notifications.ts'
import type { Outlet } from './outlets.ts'

/** Notes in the corner of the window. */
export function windowOutlet(onPress: (subject: NotificationSubject) => void): Outlet {
  return {
    show(subject, { title, body }) {
      const note = {
        id: subject,
        title,
        message: body,
        color: 'accent',
        className: 'inbound-toast',
        onClick: () => {
          notifications.hide(subject)
          onPress(subject)
        },
      }
      const { notifications: shown, queue } = notificationsStore.getState()
      if ([...shown, ...queue].some(({ id }) => id === subject)) notifications.update(note)
      else notifications.show(note)
    },
    hide: (subjects) => subjects.forEach((subject) => notifications.hide(subject)),
  }
}
