import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import type { Clock } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import { retryDelayMs, STEADY_MS } from './backoff.ts'
import { childEnvironment } from './find-program.ts'
import type { Leftover } from './leftover.ts'
import { createLineReader } from './lines.ts'
import { cannotRun, ENDED, NO_ADDRESS, programMissing } from './problems.ts'
import type { ChildPlan, OnState, Tunnel, TunnelProblem } from './types.ts'

export interface ChildTunnelDependencies {
  /** Absolute path of a program; null when it is not on this computer. */
  findProgram(program: string): Promise<string | null>
  env: Readonly<Record<string, string | undefined>>
  platform: NodeJS.Platform
  clock: Clock
  /** Uniform in [0, 1). */
  random: () => number
  log: Log
  leftover: Leftover
  onState: OnState
}

/** A program that has not opened the way after this many milliseconds is ended and tried again. */
export const START_LIMIT_MS = 45_000
/** Wait between the polite end and the hard one, in milliseconds. */
export const STOP_LIMIT_MS = 5_000

/** A program run as a tunnel: started without a shell, watched, restarted with growing waits, ended with the desk. */
export function createChildTunnel(plan: ChildPlan, deps: ChildTunnelDependencies): Tunnel {
  const { clock, log, onState } = deps
  let wanted = false
  let failures = 0
  let retry: { cancel(): void } | null = null
  /** The launch under way; another one begins only when it is over. */
  let launch: Promise<void> = Promise.resolve()
  let endChild: (() => void) | null = null

  function begin(): void {
    launch = launch.then(run).catch((error: unknown) => log.error('tunnel.fault', error, { program: plan.program }))
  }

  /** Without the note a desk that is killed may leave the program behind; the tunnel itself works. */
  function noteFailed(error: unknown): void {
    log.error('tunnel.not_noted', error, { program: plan.program })
  }

  async function run(): Promise<void> {
    if (!wanted) return
    onState({ state: 'starting' })
    const path = await deps.findProgram(plan.program)
    if (!wanted) return
    const problem = path === null ? programMissing(plan.program, deps.platform) : await runOnce(path)
    // Not wanted any more: whoever stopped it has said so.
    if (!wanted || problem === null) return
    failures += 1
    const delay = problem.lasting ? null : retryDelayMs(failures, deps.random())
    log.warn('tunnel.broken', { program: plan.program, code: problem.code, failures, retryMs: delay })
    if (delay === null) wanted = false
    else {
      retry = clock.setTimer(delay, () => {
        retry = null
        begin()
      })
    }
    onState({ ...brokenState(problem), retryAt: delay === null ? null : clock.now() + delay })
  }

  /** Runs the program to its end. @returns why it ended */
  async function runOnce(path: string): Promise<TunnelProblem> {
    let problem: TunnelProblem | null = null
    let url = plan.url
    let ready = !plan.saysReady
    let running = false
    const child = spawn(path, [...plan.args], {
      env: { ...childEnvironment(deps.env), ...plan.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
    })
    const exited = new Promise<boolean>((resolve) => {
      child.once('error', () => resolve(false))
      child.once('close', () => resolve(true))
    })
    const limit = clock.setTimer(START_LIMIT_MS, () => {
      problem ??= NO_ADDRESS
      end()
    })
    let since = 0
    let ending: { cancel(): void } | null = null

    function end(): void {
      if (ending !== null) return
      endPolitely(child, deps.platform)
      ending = clock.setTimer(STOP_LIMIT_MS, () => child.kill('SIGKILL'))
    }

    function onLine(line: string): void {
      const reading = plan.read(line)
      if (reading === null) return
      if (reading.kind === 'url') url ??= reading.url
      else if (reading.kind === 'ready') ready = true
      else {
        problem = reading.problem
        if (problem.lasting && !running) end()
      }
      if (running || !ready || url === null || ending !== null || !wanted) return
      running = true
      problem = null
      since = clock.now()
      limit.cancel()
      log.info('tunnel.running', { program: plan.program })
      onState({ state: 'running', url, since })
    }

    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', createLineReader(onLine))
    }
    endChild = end
    if (child.pid !== undefined) await deps.leftover.note({ pid: child.pid, program: plan.program }).catch(noteFailed)
    const started = await exited
    limit.cancel()
    stopTimer(ending)
    endChild = null
    await deps.leftover.clear().catch(noteFailed)
    if (running && clock.now() - since >= STEADY_MS) failures = 0
    return started ? (problem ?? ENDED) : cannotRun(plan.program)
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
      endChild?.()
      await launch
      onState({ state: 'off' })
    },
  }
}

function stopTimer(timer: { cancel(): void } | null): void {
  timer?.cancel()
}

function brokenState({ code, message, next }: TunnelProblem): { state: 'broken'; code: string; message: string; next: string | null } {
  return { state: 'broken', code, message, next }
}

/** Windows has no signals: the program is ended with all it started. */
function endPolitely(child: ChildProcess, platform: NodeJS.Platform): void {
  if (platform === 'win32' && child.pid !== undefined) {
    execFile('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true }, () => undefined)
  } else child.kill('SIGTERM')
}
