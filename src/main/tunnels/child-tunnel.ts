import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import type { Clock } from '../app/ports.ts'
import type { Log } from '../log/log.ts'
import { childEnvironment } from './find-program.ts'
import { keepTrying, type Run } from './keep-trying.ts'
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
  const { clock, log } = deps
  let endChild: (() => void) | null = null

  /** Without the note a desk that is killed may leave the program behind; the tunnel itself works. */
  function noteFailed(error: unknown): void {
    log.error('tunnel.not_noted', error, { program: plan.program })
  }

  /** Runs the program to its end. @returns why it ended */
  async function runOnce(path: string, { isWanted, opened }: Run): Promise<TunnelProblem> {
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
      if (running || !ready || url === null || ending !== null || !isWanted()) return
      running = true
      problem = null
      limit.cancel()
      opened(url)
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
    return started ? (problem ?? ENDED) : cannotRun(plan.program)
  }

  return keepTrying({
    ...deps,
    program: plan.program,
    async run(run) {
      const path = await deps.findProgram(plan.program)
      return path === null || !run.isWanted() ? programMissing(plan.program, deps.platform) : runOnce(path, run)
    },
    end: () => endChild?.(),
  })
}

function stopTimer(timer: { cancel(): void } | null): void {
  timer?.cancel()
}

/** Windows has no signals: the program is ended with all it started. */
function endPolitely(child: ChildProcess, platform: NodeJS.Platform): void {
  if (platform === 'win32' && child.pid !== undefined) {
    execFile('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true }, () => undefined)
  } else child.kill('SIGTERM')
}
