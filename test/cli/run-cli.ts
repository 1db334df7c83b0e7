import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const ENTRY = join(import.meta.dirname, '../../src/main/cli/main.ts')

/** What a command line said and how it ended. */
export interface CliResult {
  /** Null when it was ended by a signal. */
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
  // Hundreds of processes that run the same source: Node keeps it compiled, and without its types.
  NODE_COMPILE_CACHE: join(tmpdir(), 'sms-desk-compile-cache'),
}

/** Starts a command line as a process of its own. It is ended with the test. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [ENTRY, ...args], { env: { ...process.env, ...BARE, ...env } })
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  })
  return child
}

/** Runs a command line to its end. */
export function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  return resultOf(startCli(args, env))
}

/** Runs a command with `--json`: the one document on standard output beside the exit code. */
export function runJson(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<JsonOutcome> {
  return outcomeOf(startCli([...args, '--json'], env))
}

/** How a command with `--json` ended. */
export interface JsonOutcome {
  code: number | null
  answer: unknown
  stderr: string
}

/** The end of a command that was started with `--json`. */
export async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<JsonOutcome> {
  const { code, stdout, stderr } = await resultOf(child)
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
