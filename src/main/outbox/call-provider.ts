import type { AccountService, OpenedAccount } from '../accounts/service.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, SendOutcome } from '../providers/types.ts'
import type { Claim } from './operations.ts'

/** One call for one claim. Never throws: whatever goes wrong is one of the outcome classes. */
export async function callProvider(
  claim: Claim,
  { accounts, adapterContext, log }: { accounts: Pick<AccountService, 'open'>; adapterContext: AdapterContext; log: Log },
): Promise<SendOutcome> {
  let opened: OpenedAccount
  try {
    opened = await accounts.open(claim.accountId)
  } catch (error) {
    // Nothing has left this computer yet.
    const exchange = { request: '', response: null }
    if (error instanceof Refused) return { class: 'account_problem', code: error.code, message: error.message, exchange }
    log.error('outbox.account_not_opened', error, { account: claim.accountId })
    return {
      class: 'account_problem',
      code: 'secrets_unreadable',
      message: 'The keys of this account could not be read. Open Settings › Accounts and enter them again.',
      exchange,
    }
  }
  try {
    return await opened.adapter.send(opened.account, { id: claim.messageId, to: claim.to, text: claim.text }, adapterContext)
  } catch (error) {
    // An adapter promises not to throw; if one does, nobody knows how far it came.
    log.error('outbox.adapter_threw', error, { message: claim.messageId })
    return {
      class: 'unknown',
      code: 'unexpected',
      message: 'Something unexpected happened while this was being sent.',
      exchange: { request: '', response: null },
    }
  }
}
