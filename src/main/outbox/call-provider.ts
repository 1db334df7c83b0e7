import type { OpenedAccount } from '../accounts/service.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext, SendOutcome } from '../providers/types.ts'
import type { Call } from './claim.ts'

/** What a call needs besides its claims. */
export interface CallDependencies {
  /** Reads the account with its secrets. */
  open: () => Promise<OpenedAccount>
  adapterContext: AdapterContext
  log: Log
  /** Does a piece of work, or answers null without waiting for it when the desk stops. */
  unlessStopped: <Result>(work: () => Promise<Result>) => Promise<Result | null>
}

/**
 * One call, with an outcome for each of its messages, in their order. Never throws: whatever goes wrong is one of the
 * outcome classes. Null when the desk stops before the call, while a keychain asks its person, say: then nothing has
 * left this computer.
 */
export async function callProvider(
  call: Call,
  { open, adapterContext, log, unlessStopped }: CallDependencies,
): Promise<SendOutcome[] | null> {
  const forAll = (outcome: SendOutcome): SendOutcome[] => call.claims.map(() => outcome)
  let opened: OpenedAccount | null
  try {
    opened = await unlessStopped(open)
    if (opened === null) return null
  } catch (error) {
    // Nothing has left this computer yet.
    const exchange = { request: '', response: null }
    if (error instanceof Refused) return forAll({ class: 'account_problem', code: error.code, message: error.message, exchange })
    log.error('outbox.account_not_opened', error, { account: call.accountId })
    return forAll({
      class: 'account_problem',
      code: 'secrets_unreadable',
      message: 'The keys of this account could not be read. Open Settings › Accounts and enter them again.',
      exchange,
    })
  }
  try {
    const outcomes = await sendWith(opened, call, adapterContext)
    if (outcomes.length !== call.claims.length || !outcomes.every(isOutcome)) throw new TypeError('an adapter gave no outcome')
    return outcomes
  } catch (error) {
    // An adapter promises not to throw; if one does, nobody knows how far it came.
    log.error('outbox.adapter_threw', error, { account: call.accountId, messages: call.claims.length })
    return forAll({
      class: 'unknown',
      code: 'unexpected',
      message: 'Something unexpected happened while this was being sent.',
      exchange: { request: '', response: null },
    })
  }
}

async function sendWith({ account, adapter }: OpenedAccount, call: Call, context: AdapterContext): Promise<SendOutcome[]> {
  const { kind, text, sendAt } = call
  const recipients = call.claims.map(({ messageId, to }) => ({ id: messageId, to }))
  const [only] = recipients
  const when = sendAt === null ? {} : { sendAt }
  if (kind === 'voice_code') {
    if (adapter.callWithCode === undefined || only === undefined) throw new TypeError('a voice code for a provider that makes no calls')
    return [await adapter.callWithCode(account, { ...only, digits: text }, context)]
  }
  if (recipients.length === 1 && only !== undefined) return [await adapter.send(account, { ...only, text, ...when }, context)]
  if (adapter.sendBatch === null) throw new TypeError('several numbers for a provider that takes one at a time')
  return adapter.sendBatch(account, { recipients, text, ...when }, context)
}

function isOutcome(outcome: SendOutcome | undefined): boolean {
  return typeof outcome?.class === 'string' && typeof outcome.exchange?.request === 'string'
}
