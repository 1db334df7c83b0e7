import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** The world around the command line. */
export interface Terminal {
  env: Readonly<Record<string, string | undefined>>
  /** Writes to standard output and resolves once it is out. */
  print(text: string): Promise<void>
  /** Writes to standard error and resolves once it is out. */
  complain(text: string): Promise<void>
  /** Asks a person for something secret without showing it, or null where nobody can answer. */
  askSecret(question: string): Promise<string | null>
  /** Aborted when the person wants to stop (Ctrl+C). */
  interrupted: AbortSignal
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const interruption = new AbortController()
  abortOnSignals(interruption)
  for (const stream of [process.stdout, process.stderr]) {
    // whoever reads may stop early, as `head` does; nothing is left to say then
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  return {
    env: process.env,
    print: (text) => write(process.stdout, text),
    complain: (text) => write(process.stderr, text),
    askSecret,
    interrupted: interruption.signal,
  }
}

/** A signal this long after the first is a person who does not want to wait, in milliseconds. */
const IMPATIENT_AFTER_MS = 2_000

/**
 * The first signal ends the command in good order, a much later one at once. Repeats in between are no second wish: npm
 * passes signals on, and the settings file's library (when-exit 2) sends each signal again to end the process.
 */
function abortOnSignals(interruption: AbortController): void {
  let first: number | null = null
  const onSignal = (): void => {
    if (first !== null && performance.now() - first > IMPATIENT_AFTER_MS) process.exit(130)
    first ??= performance.now()
    interruption.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal)
}

/** A pipe takes its time: the answer is complete only when the callback came. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve())
  })
}

async function askSecret(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null
  process.stderr.write(`${question} `)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: unseen, terminal: true })
  try {
    return await reader.question('')
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}
