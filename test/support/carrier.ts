import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import type { Clock } from '../../src/main/app/ports.ts'
import type { Carrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'

/** A sandbox carrier for tests: any token is welcome, and nothing is slow unless asked. */
export interface TestCarrier extends Carrier {
  /** Texts taken, oldest first; `to` has its `+`. */
  readonly received: readonly { to: string; from: string; text: string; requestid: string }[]
  /** What to put into an account's `baseUrl` to reach it with the Connectel adapter. */
  readonly baseUrl: string
  /** Where receipts and replies of every token go from now on. */
  setHookUrl(url: string | null): void
}

/** Answers and reports at once. */
export const PROMPT: Partial<SandboxBehaviour> = { answerDelayMs: 0, receiptDelayMs: 0 }

/**
 * Starts a sandbox carrier on a free loopback port. Stop it in `afterEach`.
 * Without a hook URL (or with `receipt: 'none'`) no receipts are sent.
 */
export async function startTestCarrier(
  options: { behaviour?: Partial<SandboxBehaviour>; hookUrl?: string; clock?: Clock } = {},
): Promise<TestCarrier> {
  let hookUrl = options.hookUrl ?? null
  const carrier = await startCarrier({
    clock: options.clock ?? systemClock,
    behaviour: { ...PROMPT, ...options.behaviour },
    findToken: () => Promise.resolve({ hookUrl }),
  })
  return Object.defineProperties(carrier, {
    received: {
      get: () => carrier.accepted.map(({ recipient, sender, text, requestid }) => ({ to: `+${recipient}`, from: sender, text, requestid })),
    },
    baseUrl: { value: `${carrier.address}/api/v2/` },
    setHookUrl: {
      value: (url: string | null) => {
        hookUrl = url
      },
    },
  }) as TestCarrier
}

const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(ms, task) {
    const timer = setTimeout(task, ms)
    return { cancel: () => clearTimeout(timer) }
  },
}
