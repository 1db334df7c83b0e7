import { goTo } from '../app/routes.ts'
import type { CommandSource } from '../palette/command.ts'

/** Taking texts along: the open conversation, or all. */
export const exportCommands: CommandSource = ({ conversation, ui }) => [
  ...(conversation === null
    ? []
    : [
        {
          id: 'export.print',
          title: 'Print this conversation, or save it as PDF',
          kind: conversation.who,
          icon: 'print' as const,
          words: 'paper export',
          run: () => goTo('print', conversation.id),
        },
        {
          id: 'export.conversation',
          title: 'Save this conversation as CSV',
          kind: conversation.who,
          icon: 'download' as const,
          words: 'export file excel table',
          run: () => ui.setExporting({ conversationId: conversation.id, who: conversation.who }),
        },
      ]),
  {
    id: 'export.all',
    title: 'Save all texts as CSV',
    kind: 'Export',
    icon: 'download',
    words: 'messages file excel table download',
    run: () => ui.setExporting({ conversationId: null, who: null }),
  },
]
