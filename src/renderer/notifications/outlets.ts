import type { DeskClient } from '../../shared/contract/client.ts'
import type { NotificationSubject } from '../../shared/contract/notifications.ts'
import type { NoteWords } from './note-words.ts'

/** Where notifications are shown. One about the same as before takes its place. */
export interface Outlet {
  show(subject: NotificationSubject, words: NoteWords): void
  hide(subjects: readonly NotificationSubject[]): void
}

/** Notifications of the system, through the desktop shell. Presses come back as events of the host. */
export function shellOutlet({ notifications }: Pick<DeskClient, 'notifications'>): Outlet {
  return {
    // A notification that cannot be shown is no loss worth a word: the text is in the inbox.
    show: (subject, { title, body }) => void notifications.show({ subject, title, body }).catch(() => undefined),
    hide: (subjects) => void notifications.hide({ subjects: subjects.slice(0, 100) }).catch(() => undefined),
  }
}

/** Notifications of the browser, where the person has allowed them; nothing where they have not. */
export function browserOutlet(onPress: (subject: NotificationSubject) => void): Outlet {
  const shown = new Map<NotificationSubject, Notification>()

  function hide(subject: NotificationSubject): void {
    shown.get(subject)?.close()
    shown.delete(subject)
  }

  return {
    show(subject, { title, body }) {
      if (!canNotify() || Notification.permission !== 'granted') return
      hide(subject)
      // The tag has one about the same take its place, also when another window of the desk showed it.
      const notification = new Notification(title, { body, tag: `sms-desk ${subject}` })
      shown.set(subject, notification)
      notification.addEventListener('click', () => {
        hide(subject)
        window.focus()
        onPress(subject)
      })
    },
    hide: (subjects) => subjects.forEach(hide),
  }
}

/** Whether this browser has notifications at all. */
export function canNotify(): boolean {
  return 'Notification' in window
}
