import type { DeskClient } from '../../../shared/contract/client.ts'
import { conversationFilter, type ConversationFilter } from '../../../shared/contract/conversations.ts'
import type { Label } from '../../../shared/contract/labels.ts'
import { Refused } from '../../app/refused.ts'
import { findAccount } from '../accounts.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { isoTime, localTime, table } from '../format.ts'
import { collect } from '../pages.ts'
import { UsageError } from '../usage-error.ts'
import { readLimit } from '../values.ts'

/** `conversations list [--filter FILTER] [--label LABEL] [--account ACCOUNT]` */
export const listConversations: RunCommand = async (invocation) => {
  const { options } = invocation
  const limit = readLimit(options.limit)
  const filter = readFilter(options.filter)
  return withDesk(invocation, false, async ({ client }) => {
    const labels = await client.labels.list()
    const narrowed = {
      ...(options.label === undefined ? {} : { labelId: findLabel(labels, options.label).id }),
      ...(options.account === undefined ? {} : { accountId: (await findAccount(client, options.account)).id }),
    }
    const listed = await collect(limit, async (size, before) => pageOf(client, { filter, ...narrowed, limit: size, before }))
    // Pinned ones come besides what a page was asked for.
    const conversations = listed.slice(0, limit)
    const namesOf = (ids: readonly string[]) => ids.flatMap((id) => labels.find((label) => label.id === id)?.name ?? [])
    const rows = conversations.map(({ peer, name, unread, pinnedAt, labelIds, lastAt, lastMessage }) => [
      localTime(lastAt),
      name ?? peer,
      name === null ? '' : peer,
      [unread === 0 ? '' : String(unread), pinnedAt === null ? '' : 'pinned'].filter((word) => word !== '').join(' '),
      namesOf(labelIds).join(', '),
      (lastMessage?.text ?? '').slice(0, 60),
    ])
    return {
      json: {
        conversations: conversations.map(({ lastAt, pinnedAt, labelIds, ...rest }) => ({
          ...rest,
          lastAt: isoTime(lastAt),
          pinnedAt: pinnedAt === null ? null : isoTime(pinnedAt),
          labels: namesOf(labelIds),
        })),
      },
      text:
        rows.length > 0
          ? table(['LAST', 'WHO', 'NUMBER', 'UNREAD', 'LABELS', 'LAST MESSAGE'], rows)
          : filter === 'all' && Object.keys(narrowed).length === 0
            ? 'There are no conversations yet.'
            : 'No conversation is like that.',
    }
  })
}

type ListInput = Parameters<DeskClient['conversations']['list']>[0]

async function pageOf(client: DeskClient, { before, ...input }: Omit<ListInput, 'before'> & { before: string | null }) {
  const page = await client.conversations.list({ ...input, ...(before === null ? {} : { before }) })
  return { items: page.conversations, next: page.next }
}

/** @throws UsageError */
function readFilter(value: string | undefined): ConversationFilter {
  if (value === undefined) return 'all'
  const parsed = conversationFilter.safeParse(value)
  if (parsed.success) return parsed.data
  throw new UsageError(`--filter takes one of ${conversationFilter.options.join(', ')}.`)
}

/** The label that goes by a name, in whichever letter case, or an id. @throws Refused `label_not_found` */
function findLabel(labels: readonly Label[], nameOrId: string): Label {
  const wanted = nameOrId.trim().toLowerCase()
  const found = labels.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
  if (found !== undefined) return found
  const names = labels.map(({ name }) => `“${name}”`).join(', ')
  throw new Refused(
    'label_not_found',
    `There is no label “${nameOrId.trim()}”. ${names === '' ? 'There are none yet: make one in Settings › Labels.' : `There are: ${names}.`}`,
  )
}
