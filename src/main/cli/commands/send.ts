import { uuidv7 } from 'uuidv7'
import { MAX_TEXT_UNITS } from '../../../shared/contract/primitives.ts'
import type { Account } from '../../../shared/contract/accounts.ts'
import type { Message, WallTime } from '../../../shared/contract/messages.ts'
import { instantOf } from '../../../shared/time/wall-time.ts'
import { Refused } from '../../app/refused.ts'
import { findAccount } from '../accounts.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { failureOf } from '../failure.ts'
import { table } from '../format.ts'
import { messageView } from '../message-view.ts'
import { UsageError } from '../usage-error.ts'
import { readSendTime, readTime, readWait } from '../values.ts'
import { waitForSending } from '../wait.ts'

/** Numbers one call takes. */
const MOST_NUMBERS = 1_000

/**
 * `send`: all numbers or none. Without `--wait` the texts wait in the outbox until a desk runs; with it they are sent
 * from here, and the command ends when nothing more can move in that time.
 */
export const send: RunCommand = async (invocation) => {
  const { options, words, terminal } = invocation
  // `--to A B` means both, like `--to A --to B`
  const to = [...(options.to ?? []), ...words]
  if (options.account === undefined || options.to === undefined || options.text === undefined) {
    throw new UsageError('“send” needs --account, --to and --text.')
  }
  const text = options.text
  const wait = readWait(options.wait)
  const how: { at?: number; schedule?: WallTime; validUntil?: number; again?: boolean } = {
    ...(options.at === undefined ? {} : readSendTime(options.at)),
    ...(options['valid-until'] === undefined ? {} : { validUntil: readTime(options['valid-until'], 'valid-until') }),
    ...(options.again === true ? { again: true } : {}),
  }
  if (to.length > MOST_NUMBERS)
    throw new Refused('too_many_numbers', `At most ${MOST_NUMBERS} numbers can be texted in one go. Divide them.`)
  if (text.length > MAX_TEXT_UNITS) throw new Refused('text_too_long', `The text is longer than ${MAX_TEXT_UNITS} characters. Shorten it.`)
  const accountName = options.account
  return withDesk(invocation, wait !== undefined, async ({ client }) => {
    const account = await findAccount(client, accountName)
    if (terminal.interrupted.aborted) throw new Refused('interrupted', 'Stopped before anything was put into the outbox.')
    // Without --wait nothing is handed over from here: a desk that comes later can keep it as well.
    const wish = options['kept-here'] === true || wait === undefined ? how : { ...how, ...keptByProvider(account, how) }
    const queued = await client.messages.send({ requestId: uuidv7(), accountId: account.id, to, text, ...wish }).catch(withWayOut)
    const messages =
      wait === undefined ? queued.messages : await waitForSending(client, queued.messages, Date.now() + wait, terminal.interrupted)
    return { json: sentMessages(messages), text: sentTable(messages) }
  })
}

/**
 * A command has no desk that waits for the time to come: where the provider can keep the text until then, it does, so
 * that it goes out whether a desk runs or not.
 */
function keptByProvider({ capabilities }: Account, { at, schedule }: { at?: number; schedule?: WallTime }): { keptByProvider?: true } {
  const ahead = capabilities?.providerSchedule ?? null
  const goesAt = schedule === undefined ? at : instantOf(schedule)
  if (ahead === null || goesAt === undefined) return {}
  const minutes = (goesAt - Date.now()) / 60_000
  // A minute of room, so that it is still early enough when it is handed over.
  const isInTime = minutes >= ahead.minAheadMinutes + 1 && minutes <= ahead.maxAheadDays * 24 * 60
  return isInTime ? { keptByProvider: true } : {}
}

/** The question a window would ask is a refusal here: says which option answers it. */
function withWayOut(error: unknown): never {
  const { code, message } = failureOf(error)
  if (code !== 'duplicate_text') throw error
  throw new Refused(code, `${message} The command line does so with --again.`)
}

/** What was sent, for programs. */
export function sentMessages(messages: readonly Message[]) {
  return { messages: messages.map(sentView) }
}

function sentView(message: Message) {
  const { error, ...view } = messageView(message)
  return error === null ? view : { ...view, error }
}

/** What was sent, for people. */
export function sentTable(messages: readonly Message[]): string {
  const rows = messages.map((message) => [message.to, message.status, message.error?.message ?? '', message.id])
  return table(['TO', 'STATUS', 'WHY', 'ID'], rows)
}
