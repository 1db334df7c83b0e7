import type { Message, MessageHold } from '../../../shared/contract/messages.ts'
import { MESSAGE_STATUSES } from '../../../shared/messages/status.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { facts, isoTime, isoTimeOrNull, localTime, table } from '../format.ts'
import { readId } from '../ids.ts'
import { messageTable, messageView } from '../message-view.ts'
import { collect } from '../pages.ts'
import { UsageError } from '../usage-error.ts'
import { readLimit } from '../values.ts'

/** `messages list` */
export const listMessages: RunCommand = async (invocation) => {
  const { options } = invocation
  const limit = readLimit(options.limit)
  if ((options.to?.length ?? 0) > 1) throw new UsageError('“messages list” takes --to once.')
  const status = MESSAGE_STATUSES.find((known) => known === options.status)
  if (options.status !== undefined && status === undefined) throw new UsageError(`--status takes one of: ${MESSAGE_STATUSES.join(', ')}.`)
  const to = options.to?.[0]
  const filter = { ...(to === undefined ? {} : { to }), ...(status === undefined ? {} : { status }) }
  return withDesk(invocation, false, async ({ client }) => {
    const messages = await collect(limit, async (size, before) => {
      const page = await client.messages.list({ ...filter, limit: size, ...(before === null ? {} : { before }) })
      return { items: page.messages, next: page.next }
    })
    return {
      json: { messages: messages.map(messageView) },
      text: messages.length === 0 ? 'There are no such messages.' : messageTable(messages),
    }
  })
}

/** `messages show ID` */
export const showMessage: RunCommand = async (invocation) => {
  const id = readId('message', invocation.words[0] ?? '')
  return withDesk(invocation, false, async ({ client }) => {
    const { attempts, events, ...message } = await client.messages.get({ id })
    const sections = [
      facts([
        ['Id', message.id],
        ['From', message.from],
        ['To', message.to],
        ['Account', message.accountName],
        ['Status', message.error === null ? message.status : `${message.status}: ${message.error.message}`],
        ['Parts', String(message.parts)],
        ['Provider id', message.providerRefs.join(', ')],
        ['Written', localTime(message.createdAt)],
        ...waitFacts(message),
        ['Text', message.text],
      ]),
    ]
    if (events.length > 0) {
      sections.push(
        table(
          ['TIME', 'STATUS', 'WHAT HAPPENED'],
          events.map((event) => [localTime(event.at), event.status, event.description]),
        ),
      )
    }
    if (attempts.length > 0) {
      const rows = attempts.map((attempt) => [
        String(attempt.number),
        localTime(attempt.startedAt),
        attempt.accountName,
        attempt.outcome ?? 'under way',
        attempt.detail ?? '',
      ])
      sections.push(table(['ATTEMPT', 'TIME', 'ACCOUNT', 'OUTCOME', 'DETAIL'], rows))
    }
    return {
      json: {
        ...messageView(message),
        attempts: attempts.map((attempt) => ({
          ...attempt,
          startedAt: isoTime(attempt.startedAt),
          finishedAt: isoTimeOrNull(attempt.finishedAt),
        })),
        events: events.map((event) => ({ ...event, at: isoTime(event.at) })),
      },
      text: sections.join('\n\n'),
    }
  })
}

/** What says when it goes, or why not yet; only where there is something to say. */
function waitFacts({ schedule, hold, validUntil, failedOverFrom }: Message): (readonly [name: string, value: string])[] {
  const facts: (readonly [name: string, value: string | null])[] = [
    ['Scheduled', schedule === null ? null : scheduleWords(schedule)],
    ['Kept back', hold === null ? null : `${HOLD_WORDS[hold.reason]}${hold.until === null ? '' : ` until ${localTime(hold.until)}`}`],
    ['Valid until', validUntil === null ? null : localTime(validUntil)],
    ['Not taken by', failedOverFrom],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

function scheduleWords({ at, local, zone }: NonNullable<Message['schedule']>): string {
  return local === null || zone === null ? localTime(at) : `${local.replace('T', ' ')} (${zone})`
}

const HOLD_WORDS: Readonly<Record<MessageHold['reason'], string>> = {
  undo: 'can still be taken back',
  quiet_hours: 'quiet hours where the recipient is,',
  blockout: 'the provider sends nothing of this kind,',
  missed: 'its time came while the desk was closed or the computer slept; somebody has to decide',
}
