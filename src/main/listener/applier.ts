import type { Clock } from '../app/ports.ts'
import type { Log } from '../log/log.ts'

/** Applies hooks that are stored, in their order, beside those that still come in. */
export interface Applier {
  /** Hooks of one run of storing, stored and answered. What brings a text of a customer is `urgent`. */
  add(ids: readonly string[], urgent: boolean): void
  /** Applies these after what is under way. Rejects when the store cannot. */
  apply(ids: string[]): Promise<void>
  /** Applies what was added, and waits for it. */
  stop(): Promise<void>
}

export interface ApplierOptions {
  /** Applies hooks in one commit. */
  applyRun(ids: string[]): Promise<void>
  /** Applies everything in the store that is not applied. */
  applyPending(): Promise<void>
  log: Log
  setTimer: Clock['setTimer']
}

/** A run of storing with no more hooks than this is no rush: they are applied at once. */
const FEW_HOOKS = 4
/** While hooks rush in, it is looked this often whether the rush is over, in milliseconds. */
const LOOK_EVERY_MS = 25
/** Looks after which hooks are applied although the rush goes on: two seconds. */
const MOST_LOOKS = 80
/** The same where a customer's text is among them: a tenth of a second. */
const MOST_LOOKS_URGENT = 4
/** Hooks in one commit: so few that a hook which comes in meanwhile is answered soon. */
const HOOKS_PER_RUN = 100
/** Wait before hooks that could not be applied (a full disk, say) are tried again, in milliseconds. */
const APPLY_AGAIN_MS = 5_000

/**
 * Storing comes first: it is what a provider waits for, and what makes it stop repeating. While hooks rush in, applying
 * waits for the rush to end, for {@link MOST_LOOKS} at most; a lone hook is applied at once.
 */
export function createApplier({ applyRun, applyPending, log, setTimer }: ApplierOptions): Applier {
  let waiting: string[] = []
  let looks = 0
  let mostLooks = MOST_LOOKS
  let stillComing = false
  let look: { cancel(): void } | null = null
  let again: { cancel(): void } | null = null
  let applying: Promise<void> = Promise.resolve()
  let stopped = false

  function flush(): void {
    look?.cancel()
    look = null
    looks = 0
    mostLooks = MOST_LOOKS
    const ids = waiting
    waiting = []
    for (let start = 0; start < ids.length; start += HOOKS_PER_RUN) {
      const run = ids.slice(start, start + HOOKS_PER_RUN)
      void apply(run).catch((error: unknown) => applyLater(error, run.length))
    }
  }

  function lookAgain(): void {
    looks += 1
    if (!stillComing || looks >= mostLooks) {
      flush()
      return
    }
    stillComing = false
    look = setTimer(LOOK_EVERY_MS, lookAgain)
  }

  /** One run after the other. */
  function apply(ids: string[]): Promise<void> {
    const run = applying.then(() => applyRun(ids))
    applying = run.catch(() => undefined)
    return run
  }

  /** Hooks that could not be applied stay pending: they are tried again soon, and at the next start. */
  function applyLater(error: unknown, hooks: number): void {
    log.error('hook.not_applied', error, { hooks })
    if (!stopped) again ??= setTimer(APPLY_AGAIN_MS, () => void applyAgain())
  }

  async function applyAgain(): Promise<void> {
    again = null
    try {
      if (!stopped) await applyPending()
    } catch (error) {
      applyLater(error, 0)
    }
  }

  return {
    add(ids, urgent) {
      if (ids.length === 0) return
      waiting.push(...ids)
      if (ids.length <= FEW_HOOKS) {
        flush()
        return
      }
      if (urgent) mostLooks = MOST_LOOKS_URGENT
      stillComing = true
      look ??= setTimer(LOOK_EVERY_MS, lookAgain)
    },
    apply,
    async stop() {
      stopped = true
      again?.cancel()
      flush()
      await applying
    },
  }
}
