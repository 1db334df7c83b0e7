import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const FORWARDED = ['SIGTERM', 'SIGINT', 'SIGHUP']

/**
 * Runs a program and waits for its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, stdio?: import('node:child_process').StdioOptions, shell?: boolean }} [options]
 *   `stdio` `pipe` collects what is printed; after `timeoutMs` the program and everything it started is ended
 * @returns {Promise<{ code: number, output: string, timedOut: boolean, missing: boolean }>}
 *   `code` 128 + n when a signal ended it; `missing` when there is no such program
 */
export function runProgram(program, args, options = {}) {
  const { timeoutMs, stdio = 'pipe', ...rest } = options
  return new Promise((resolve) => {
    const ownGroup = timeoutMs !== undefined && process.platform !== 'win32'
    const child = spawn(program, args, { ...rest, stdio, detached: ownGroup, windowsHide: true })
    let output = ''
    let timedOut = false
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout?.setEncoding('utf8').on('data', collect)
    child.stderr?.setEncoding('utf8').on('data', collect)
    const end = (signal) => {
      try {
        if (ownGroup) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch {
        // It has ended by itself meanwhile.
      }
    }
    const forward = (signal) => {
      // Ctrl+C reaches the child by itself, unless it is in a group of its own: once is enough.
      if (signal !== 'SIGINT' || ownGroup || !process.stdin.isTTY) end(signal)
    }
    for (const signal of FORWARDED) process.on(signal, forward)
    const timers = []
    if (timeoutMs !== undefined) {
      timers.push(
        setTimeout(() => {
          timedOut = true
          end('SIGTERM')
          timers.push(setTimeout(() => end('SIGKILL'), 5_000))
        }, timeoutMs),
      )
    }
    const finish = (result) => {
      for (const timer of timers) clearTimeout(timer)
      for (const signal of FORWARDED) process.off(signal, forward)
      resolve({ output, timedOut, missing: false, ...result })
    }
    child.on('error', (error) => finish({ code: 127, output: `${output}${error.message}\n`, missing: error.code === 'ENOENT' }))
    child.on('close', (code, signal) => finish({ code: code ?? 128 + (constants.signals[signal] ?? 0) }))
  })
}
