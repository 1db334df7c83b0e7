import { goTo } from '../app/routes.ts'
import type { CommandSource } from '../palette/command.ts'

/** Writing to somebody, and the lists of conversations. */
export const inboxCommands: CommandSource = ({ commands: words }, { ui }) => [
  {
    id: 'inbox.new',
    title: words('new.title'),
    kind: words('kind.inbox'),
    icon: 'plus',
    words: words('new.words'),
    shortcut: 'N',
    run: () => goTo('inbox', 'new'),
  },
  ...(['unread', 'unanswered', 'failed'] as const).map((tab) => ({
    id: `inbox.${tab}`,
    title: words(`show.${tab}`),
    kind: words('kind.inbox'),
    icon: 'inbox' as const,
    words: words('show.words'),
    run() {
      ui.setSearchText('')
      ui.setInboxTab(tab)
      goTo('inbox')
    },
  })),
]
