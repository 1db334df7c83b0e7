import type { Log } from '../log/log.ts'
import type { ProviderAdapter } from '../providers/types.ts'
import type { Store } from '../store/store.ts'
import type { ApplyResult } from './apply.ts'
import type { CallReplyClaim } from './missed-calls.ts'
import type { NewHook } from './operations.ts'
import type { HookVerdict } from './server.ts'

/** Takes hooks that tell of missed calls: what they say is applied before they are answered, since the answer may be a text. */
export interface CallTaker {
  /** Stores and applies; rejects when the store cannot. */
  take(hook: NewHook & { verdict: 'pending' }, adapter: ProviderAdapter): Promise<HookVerdict>
  /** Resolves when what became of every answer is written down. */
  idle(): Promise<void>
}

export interface CallTakerOptions {
  store: Pick<Store, 'hooks'>
  defaultCountry(): Promise<string>
  /** Tells the screens. */
  announce(result: ApplyResult): void
  log: Log
  /** ms UTC */
  now(): number
}

export function createCallTaker({ store, defaultCountry, announce, log, now }: CallTakerOptions): CallTaker {
  const settling = new Set<Promise<void>>()

  function settle(hook: NewHook, claim: CallReplyClaim, whole: boolean): void {
    const { messageId, conversationId } = claim
    const [call] = hook.reading?.missedCalls ?? []
    const refs = call === undefined ? [] : [call.key]
    const exchange = { request: 'The answer to the provider’s call.', response: null }
    const outcome = whole
      ? ({ outcome: 'accepted', code: null, detail: null, disposition: { kind: 'accepted', receipt: null } } as const)
      : ({
          outcome: 'unknown',
          code: 'reset',
          detail: 'The connection ended while the text was handed over. It may have been sent or not.',
          disposition: { kind: 'unknown' },
        } as const)
    const record = {
      attempt: 1,
      messageId,
      conversationId,
      accountId: hook.accountId,
      at: now(),
      refs,
      standIns: [],
      ...exchange,
      ...outcome,
    }
    const run = store.hooks
      .settleReply({ record })
      .then(() => announce({ conversationIds: [conversationId], inbound: [] }))
      // It stays `sending` and becomes `unconfirmed` at the next start.
      .catch((error: unknown) => log.error('hook.reply_not_recorded', error, { message: messageId }))
      .finally(() => settling.delete(run))
    settling.add(run)
  }

  return {
    async take(hook, adapter) {
      const { applied, reply } = await store.hooks.takeCalls({ hook, defaultCountry: await defaultCountry(), at: now() })
      announce(applied)
      const { reading } = hook
      const answer = reading === null ? undefined : adapter.answerHook?.({ kind: 'read', ...reading }, reply?.text ?? null)
      return {
        status: 200,
        ...(answer === undefined ? {} : { answer }),
        ...(reply === null ? {} : { onAnswered: (whole: boolean) => settle(hook, reply, whole && answer !== undefined) }),
      }
    },
    async idle() {
      while (settling.size > 0) await Promise.allSettled(settling)
    },
  }
}
