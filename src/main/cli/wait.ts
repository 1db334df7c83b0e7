import type { DeskClient } from '../../shared/contract/client.ts'
import type { DeskEvent } from '../../shared/contract/desk.ts'
import type { Message } from '../../shared/contract/messages.ts'

/**
 * Waits until none of the messages can still move before `until`: each is past sending, or waits for a later time or
 * for a person, or its account is paused. Looks again whenever the desk says that something changed, never on a clock.
 * @param until milliseconds since 1970 UTC
 * @returns the messages as they are then, in their order
 */
export async function waitForSending(
  client: DeskClient,
  messages: readonly Message[],
  until: number,
  interrupted: AbortSignal,
): Promise<Message[]> {
  const latest = new Map(messages.map((message) => [message.id, message]))
  const end = new AbortController()
  const timer = setTimeout(() => end.abort(), Math.max(0, until - Date.now()))
  const ended = AbortSignal.any([end.signal, interrupted])
  try {
    // listens before it looks, so that no change falls in between
    const events = await client.desk.events(undefined, { signal: ended })
    while (await canMove(client, latest, until)) {
      if (!(await nextChange(events))) break
    }
  } catch (error) {
    if (!ended.aborted) throw error
  } finally {
    clearTimeout(timer)
    // lets go of the events
    end.abort()
  }
  // the time may have run out between a change and a look
  await lookAgain(client, latest)
  return [...latest.values()]
}

/** Whether any of the messages may still move in time. */
async function canMove(client: DeskClient, latest: Map<string, Message>, until: number): Promise<boolean> {
  await lookAgain(client, latest)
  const open = [...latest.values()].filter(isOpen)
  if (open.some((message) => message.status === 'sending')) return true
  const waiting = open.filter((message) => goesInTime(message, until))
  if (waiting.length === 0) return false
  const accounts = await client.accounts.list()
  return waiting.some((message) => accounts.find((account) => account.id === message.accountId)?.status === 'active')
}

/** Whether nothing on the message itself keeps it back for longer. What missed its time waits for a person. */
function goesInTime({ hold, notBefore }: Message, until: number): boolean {
  return hold?.reason !== 'missed' && (notBefore === null || notBefore <= until)
}

async function lookAgain(client: DeskClient, latest: Map<string, Message>): Promise<void> {
  for (const message of [...latest.values()].filter(isOpen)) {
    const { attempts: _attempts, events: _events, ...now } = await client.messages.get({ id: message.id })
    latest.set(now.id, now)
  }
}

function isOpen(message: Message): boolean {
  return message.status === 'queued' || message.status === 'sending'
}

const TOPICS: ReadonlySet<string> = new Set(['messages', 'outbox', 'accounts'])

/** Resolves with true at the next change that can concern a message, with false when there are no more. */
async function nextChange(events: AsyncIterator<DeskEvent, unknown, void>): Promise<boolean> {
  for (;;) {
    const next = await events.next()
    if (next.done === true) return false
    const event = next.value
    if (event.kind === 'startup') return true
    if (event.kind === 'changed' && event.changes.some(({ topic }) => TOPICS.has(topic))) return true
  }
}
