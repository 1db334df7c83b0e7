import { goTo } from '../app/routes.ts'
import type { CommandSource } from '../palette/command.ts'

/** Writing to somebody, and the lists of conversations. */
export const inboxCommands: CommandSource = ({ ui }) => [
  {
    id: 'inbox.new',
    title: 'New conversation',
    kind: 'Inbox',
    icon: 'plus',
    words: 'compose write send text message sms',
    shortcut: 'N',
    run: () => goTo('inbox', 'new'),
  },
  ...(['unread', 'unanswered', 'failed'] as const).map((tab) => ({
    id: `inbox.${tab}`,
    title: `Show ${tab} conversations`,
    kind: 'Inbox',
    icon: 'inbox' as const,
    words: 'filter list',
    run() {
      ui.setSearchText('')
      ui.setInboxTab(tab)
      goTo('inbox')
    },
  })),
]
