import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { isoTime, localTime, table } from '../format.ts'
import { collect } from '../pages.ts'
import { readLimit } from '../values.ts'

/** `conversations list` */
export const listConversations: RunCommand = async (invocation) => {
  const limit = readLimit(invocation.options.limit)
  return withDesk(invocation, false, async ({ client }) => {
    const conversations = await collect(limit, async (size, before) => {
      const page = await client.conversations.list({ filter: 'all', limit: size, ...(before === null ? {} : { before }) })
      return { items: page.conversations, next: page.next }
    })
    const rows = conversations.map(({ peer, name, unread, lastAt, lastMessage }) => [
      localTime(lastAt),
      name ?? peer,
      name === null ? '' : peer,
      unread === 0 ? '' : String(unread),
      (lastMessage?.text ?? '').slice(0, 60),
    ])
    return {
      json: { conversations: conversations.map(({ lastAt, ...rest }) => ({ ...rest, lastAt: isoTime(lastAt) })) },
      text: rows.length === 0 ? 'There are no conversations yet.' : table(['LAST', 'WHO', 'NUMBER', 'UNREAD', 'LAST MESSAGE'], rows),
    }
  })
}
