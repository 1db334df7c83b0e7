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
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort())
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
