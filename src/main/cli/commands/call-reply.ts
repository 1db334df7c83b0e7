import { findAccount } from '../accounts.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { table } from '../format.ts'
import { UsageError } from '../usage-error.ts'

/** `accounts call-reply N [--number NUMBER --text TEXT | --number NUMBER --off]`: shows, sets or removes what answers missed calls. */
export const accountCallReply: RunCommand = async (invocation) => {
  const { words, options } = invocation
  const { number, text } = options
  if (number === undefined && (text !== undefined || options.off === true)) throw new UsageError('Say which number with --number.')
  if (number !== undefined && (text === undefined) === (options.off !== true)) {
    throw new UsageError('“accounts call-reply” takes --text TEXT or --off with a number.')
  }
  return withDesk(invocation, false, async ({ client }) => {
    const { id } = await findAccount(client, words[0] ?? '')
    const { replies } =
      number === undefined
        ? await client.accounts.callReplies({ id })
        : await client.accounts.setCallReply({ id, number, text: text ?? null })
    const rows = replies.map((reply) => [reply.number, reply.text])
    return { json: { replies }, text: rows.length === 0 ? 'Missed calls are not answered.' : table(['NUMBER', 'ANSWER'], rows) }
  })
}
