import type { Account } from '../../../shared/contract/accounts.ts'
import type { DeskClient } from '../../../shared/contract/client.ts'
import { accountFacts, accountView } from '../account-view.ts'
import { findAccount } from '../accounts.ts'
import type { Answer, Invocation, RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { readRate } from '../values.ts'

/** `accounts rate N --count C --per P`, `accounts rate N --default` */
export const setAccountRate: RunCommand = async (invocation) => {
  const rate = readRate(invocation.options)
  return change(invocation, (client, { id }) => client.accounts.setRate({ id, rate }))
}

/** `accounts pause N`. Pausing a paused account leaves it as it is, with its first reason. */
export const pauseAccount: RunCommand = (invocation) => change(invocation, (client, { id }) => client.accounts.pause({ id }))

/** `accounts resume N` */
export const resumeAccount: RunCommand = (invocation) => change(invocation, (client, { id }) => client.accounts.resume({ id }))

function change(invocation: Invocation, act: (client: DeskClient, account: Account) => Promise<Account>): Promise<Answer> {
  return withDesk(invocation, false, async ({ client }) => {
    const account = await act(client, await findAccount(client, invocation.words[0] ?? ''))
    return { json: accountView(account), text: accountFacts(account) }
  })
}
