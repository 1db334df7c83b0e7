import { uuidv7 } from 'uuidv7'
import { Refused } from '../../app/refused.ts'
import { findAccount } from '../accounts.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { UsageError } from '../usage-error.ts'
import { readWait } from '../values.ts'
import { waitForSending } from '../wait.ts'
import { sentMessages, sentTable } from './send.ts'

/** A code is of no use later: unlike a text, it is always called from here, and waited for this long, in ms. */
const USUAL_WAIT_MS = 60_000

/** `call-otp`: calls a number and speaks a one-time code, once. */
export const callOtp: RunCommand = async (invocation) => {
  const { options, terminal } = invocation
  const [to, ...others] = options.to ?? []
  if (options.account === undefined || to === undefined || options.otp === undefined) {
    throw new UsageError('“call-otp” needs --account, --to and --otp.')
  }
  if (others.length > 0) throw new UsageError('“call-otp” calls one number at a time.')
  const accountName = options.account
  const digits = options.otp.trim()
  if (!/^[\d\s-]{1,20}$/.test(digits)) throw new Refused('voice_code_invalid', 'A code to be spoken is made of digits only, at most 20.')
  const wait = readWait(options.wait) ?? USUAL_WAIT_MS
  return withDesk(invocation, true, async ({ client }) => {
    const account = await findAccount(client, accountName)
    if (terminal.interrupted.aborted) throw new Refused('interrupted', 'Stopped before anybody was called.')
    const queued = await client.messages.callWithCode({ requestId: uuidv7(), accountId: account.id, to, digits })
    const messages = await waitForSending(client, [queued], Date.now() + wait, terminal.interrupted)
    return { json: sentMessages(messages), text: sentTable(messages) }
  })
}
