import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { table } from '../format.ts'
import { messageTable, messageView } from '../message-view.ts'
import { UsageError } from '../usage-error.ts'
import { readLimit } from '../values.ts'
import { contactView } from './contacts.ts'

/** Messages one search gives at most. */
const MOST = 100

/** `search QUERY`. Several words need no quotes. */
export const search: RunCommand = async (invocation) => {
  const limit = readLimit(invocation.options.limit, MOST)
  const query = invocation.words.join(' ').trim()
  if (query === '') throw new UsageError('“search” needs something to look for.')
  return withDesk(invocation, false, async ({ client }) => {
    const { messages, contacts } = await client.search.query({ query, limit: Math.min(limit, MOST) })
    const sections: string[] = []
    if (contacts.length > 0) {
      sections.push(
        table(
          ['NAME', 'NUMBERS'],
          contacts.map((contact) => [contact.name, contact.numbers.map((number) => number.e164).join(' ')]),
        ),
      )
    }
    if (messages.length > 0) sections.push(messageTable(messages.map(({ message }) => message)))
    return {
      json: {
        messages: messages.map(({ message, conversationId, name, peer }) => ({ ...messageView(message), conversationId, name, peer })),
        contacts: contacts.map(contactView),
      },
      text: sections.length === 0 ? 'Nothing found.' : sections.join('\n\n'),
    }
  })
}
