import type { AccountService, OpenedAccount } from '../accounts/service.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, SendOutcome } from '../providers/types.ts'
import type { Claim } from './operations.ts'

/** What a call needs besides its claim. */
export interface CallDependencies {
  accounts: Pick<AccountService, 'open'>
  adapterContext: AdapterContext
  log: Log
  /** Does a piece of work, or answers null without waiting for it when the desk stops. */
  unlessStopped: <Result>(work: () => Promise<Result>) => Promise<Result | null>
}

/**
 * One call for one claim. Never throws: whatever goes wrong is one of the outcome classes. Null when the desk stops
 * before the call, while a keychain asks its person, say: then nothing has left this computer.
 */
export async function callProvider(
  claim: Claim,
  { accounts, adapterContext, log, unlessStopped }: CallDependencies,
): Promise<SendOutcome | null> {
  let opened: OpenedAccount | null
  try {
    opened = await unlessStopped(() => accounts.open(claim.accountId))
    if (opened === null) return null
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
    const outcome = await opened.adapter.send(opened.account, { id: claim.messageId, to: claim.to, text: claim.text }, adapterContext)
    if (typeof outcome?.class !== 'string' || typeof outcome.exchange?.request !== 'string')
      throw new TypeError('an adapter gave no outcome')
    return outcome
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
