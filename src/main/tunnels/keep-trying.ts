import type { Clock } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import { retryDelayMs, STEADY_MS } from './backoff.ts'
import type { OnState, Tunnel, TunnelProblem } from './types.ts'

/** One run of a tunnel, as {@link keepTrying} sees it. */
export interface Run {
  /** Whether anybody still wants the tunnel. */
  isWanted(): boolean
  /** The way is open at this address. Said once a run. */
  opened(url: string): void
}

export interface KeepTryingOptions {
  /** What runs, for the log. */
  program: string
  clock: Clock
  /** Uniform in [0, 1). */
  random: () => number
  log: Log
  onState: OnState
  /** Opens the way and resolves with why it ended; also soon after `end` was called. */
  run(run: Run): Promise<TunnelProblem>
  /** Ends the run under way, if there is one. */
  end(): void
}

/**
 * A tunnel that is opened again when it breaks, after growing waits, until it is stopped or a problem lasts. One run is over
 * before the next begins; one that was open for a while has the waits begin anew.
 */
export function keepTrying(options: KeepTryingOptions): Tunnel {
  const { program, clock, log, onState } = options
  let wanted = false
  let failures = 0
  let retry: { cancel(): void } | null = null
  let launch: Promise<void> = Promise.resolve()

  function begin(): void {
    launch = launch.then(run).catch((error: unknown) => log.error('tunnel.fault', error, { program }))
  }

  async function run(): Promise<void> {
    if (!wanted) return
    onState({ state: 'starting' })
    let since: number | null = null
    const { lasting, code, message, next } = await options.run({
      isWanted: () => wanted,
      opened(url) {
        since = clock.now()
        log.info('tunnel.running', { program })
        onState({ state: 'running', url, since })
      },
    })
    // Not wanted any more: whoever stopped it has said so.
    if (!wanted) return
    if (since !== null && clock.now() - since >= STEADY_MS) failures = 0
    failures += 1
    const delay = lasting ? null : retryDelayMs(failures, options.random())
    log.warn('tunnel.broken', { program, code, failures, retryMs: delay })
    if (delay === null) wanted = false
    else {
      retry = clock.setTimer(delay, () => {
        retry = null
        begin()
      })
    }
    onState({ state: 'broken', code, message, next, retryAt: delay === null ? null : clock.now() + delay })
  }

  return {
    start() {
      retry?.cancel()
      if (wanted && retry === null) return
      retry = null
      wanted = true
      failures = 0
      begin()
    },
    async stop() {
      wanted = false
      retry?.cancel()
      retry = null
      options.end()
      await launch
      onState({ state: 'off' })
    },
  }
}
