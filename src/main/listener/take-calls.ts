import type { Clock } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import type { OutcomeRecord } from '../outbox/record-outcome.ts'
import type { HookAnswer, ProviderAdapter } from '../providers/types.ts'
import type { Store } from '../store/store.ts'
import type { Senders } from '../replies/senders.ts'
import { nothingApplied, type ApplyResult } from './apply.ts'
import type { CallReplyClaim } from './missed-calls.ts'
import type { NewHook } from './operations.ts'
import type { HookVerdict } from './server.ts'

/** Takes hooks that tell of missed calls: what they say is applied before they are answered, since the answer may be a text. */
export interface CallTaker {
  /** Stores and applies; rejects when the store cannot. */
  take(hook: NewHook & { verdict: 'pending' }, adapter: ProviderAdapter): Promise<HookVerdict>
  /** Resolves when what became of every answer is written down. */
  idle(): Promise<void>
  /** As `idle`, but gives up what the store will not take: it becomes `unconfirmed` at the next start. */
  stop(): Promise<void>
}

export interface CallTakerOptions {
  store: Pick<Store, 'hooks'>
  defaultCountry(): Promise<string>
  senders(): Promise<Senders>
  /** Tells the screens. */
  announce(result: ApplyResult): void
  log: Log
  /** ms UTC */
  now(): number
  setTimer: Clock['setTimer']
  /** A text of the conversation is not in flight any more: others may go. */
  wakeOutbox(): void
}

/** Wait before an outcome that could not be written is written again, in ms. */
const AGAIN_MS = 1_000

export function createCallTaker({ store, defaultCountry, senders, announce, log, now, setTimer, wakeOutbox }: CallTakerOptions): CallTaker {
  const settling = new Set<Promise<void>>()
  const waits = new Set<() => void>()
  let stopped = false

  function settle(hook: NewHook, claim: CallReplyClaim, whole: boolean): void {
    const run = write(recordOf(hook, claim, whole)).finally(() => settling.delete(run))
    settling.add(run)
  }

  /** Until it is on disk: while it is not, the text counts as in flight and holds back the rest of its conversation. */
  async function write(record: OutcomeRecord): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        await store.hooks.settleReply({ record })
        announce({ ...nothingApplied(), conversationIds: [record.conversationId] })
        wakeOutbox()
        return
      } catch (error) {
        if (tries === 0) log.error('hook.reply_not_recorded', error, { message: record.messageId })
        if (stopped) return
        await pause()
      }
    }
  }

  function recordOf(hook: NewHook, { messageId, conversationId }: CallReplyClaim, whole: boolean): OutcomeRecord {
    const [call] = hook.reading?.missedCalls ?? []
    const outcome = whole
      ? ({ outcome: 'accepted', code: null, detail: null, disposition: { kind: 'accepted', receipt: null } } as const)
      : ({
          outcome: 'unknown',
          code: 'reset',
          detail: 'The connection ended while the text was handed over. It may have been sent or not.',
          disposition: { kind: 'unknown' },
        } as const)
    return {
      attempt: 1,
      messageId,
      conversationId,
      accountId: hook.accountId,
      at: now(),
      refs: call === undefined ? [] : [call.key],
      call: null,
      standIns: [],
      request: 'The answer to the provider’s call.',
      response: null,
      ...outcome,
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        waits.delete(done)
        timer.cancel()
        resolve()
      }
      const timer = setTimer(AGAIN_MS, done)
      waits.add(done)
    })
  }

  /** Undefined where the adapter fails in spite of its promise: then the provider is told of no text. */
  function answerOf(hook: NewHook, adapter: ProviderAdapter, reply: CallReplyClaim | null): HookAnswer | undefined {
    if (hook.reading === null) return undefined
    try {
      return adapter.answerHook?.({ kind: 'read', ...hook.reading }, reply?.text ?? null)
    } catch (error) {
      log.error('hook.adapter_failed', error, { account: hook.accountId })
      return undefined
    }
  }

  async function idle(): Promise<void> {
    while (settling.size > 0) await Promise.allSettled(settling)
  }

  return {
    async take(hook, adapter) {
      const { applied, reply } = await store.hooks.takeCalls({
        hook,
        defaultCountry: await defaultCountry(),
        senders: await senders(),
        at: now(),
      })
      announce(applied)
      const answer = answerOf(hook, adapter, reply)
      return {
        status: 200,
        ...(answer === undefined ? {} : { answer }),
        ...(reply === null ? {} : { onAnswered: (whole: boolean) => settle(hook, reply, whole && answer !== undefined) }),
      }
    },
    idle,
    stop() {
      stopped = true
      for (const done of waits) done()
      return idle()
    },
  }
}
