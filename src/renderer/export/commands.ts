import { goTo } from '../app/routes.ts'
import type { CommandSource } from '../palette/command.ts'

/** Taking texts along: the open conversation, or all. */
export const exportCommands: CommandSource = ({ commands: words }, { conversation, ui }) => [
  ...(conversation === null
    ? []
    : [
        {
          id: 'export.print',
          title: words('print.title'),
          kind: conversation.who,
          icon: 'print' as const,
          words: words('print.words'),
          run: () => goTo('print', conversation.id),
        },
        {
          id: 'export.conversation',
          title: words('save.title'),
          kind: conversation.who,
          icon: 'download' as const,
          words: words('save.words'),
          run: () => ui.setExporting({ conversationId: conversation.id, who: conversation.who }),
        },
      ]),
  {
    id: 'export.all',
    title: words('saveAll.title'),
    kind: words('kind.export'),
    icon: 'download',
    words: words('saveAll.words'),
    run: () => ui.setExporting({ conversationId: null, who: null }),
  },
]
