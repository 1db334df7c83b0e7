import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { onTestFinished, vi } from 'vitest'
import { run } from '../../src/main/cli/run.ts'
import type { Terminal } from '../../src/main/cli/terminal.ts'
import { CLI_ENTRY } from '../support/entries.ts'

/** What a command line said and how it ended. */
export interface CliResult {
  /** Null when a process was ended by a signal. */
  code: number | null
  stdout: string
  stderr: string
}

/** Nothing of the computer's own session, so that no keychain is found and no desk of a person is touched. */
const BARE = {
  DBUS_SESSION_BUS_ADDRESS: '',
  XDG_RUNTIME_DIR: '',
  DISPLAY: '',
  NODE_NO_WARNINGS: '1',
}

/** Starts a command line as a process of its own. It is ended with the test. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [CLI_ENTRY, ...args], { env: { ...process.env, ...BARE, ...env } })
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  })
  return child
}

/** Runs a command line to its end, as a process of its own. */
export function runProcess(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  return resultOf(startCli(args, env))
}

/**
 * Runs a command line to its end in this process: all of it but the start of Node, which would cost more than the
 * command. What a process makes of it (pipes, exit codes, signals) is tested with `runProcess` and `startCli`.
 */
export async function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  const result: CliResult = { code: null, stdout: '', stderr: '' }
  const terminal: Terminal = {
    env: process.env,
    async print(text) {
      result.stdout += text
    },
    async complain(text) {
      result.stderr += text
    },
    askSecret: async () => null,
    interrupted: new AbortController().signal,
  }
  // For real: the keychain looks for the session, and times for the zone, of the process itself.
  for (const [name, value] of Object.entries({ ...BARE, ...env })) vi.stubEnv(name, value)
  try {
    result.code = await run(args, terminal)
  } finally {
    vi.unstubAllEnvs()
  }
  return result
}

/** Runs a command with `--json`, as `runCli` does: the one document on standard output beside the exit code. */
export async function runJson(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<JsonOutcome> {
  return toJson(await runCli([...args, '--json'], env))
}

/** How a command with `--json` ended. */
export interface JsonOutcome {
  code: number | null
  answer: unknown
  stderr: string
}

/** The end of a command that was started with `--json`. */
export async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<JsonOutcome> {
  return toJson(await resultOf(child))
}

function toJson({ code, stdout, stderr }: CliResult): JsonOutcome {
  return { code, answer: oneDocument(stdout), stderr }
}

async function resultOf(child: ChildProcessWithoutNullStreams): Promise<CliResult> {
  child.stdin.end()
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  return { code, stdout, stderr }
}

function oneDocument(stdout: string): unknown {
  try {
    return JSON.parse(stdout)
  } catch (cause) {
    throw new Error(`Standard output is not one JSON document: ${stdout.slice(0, 500)}`, { cause })
  }
}
