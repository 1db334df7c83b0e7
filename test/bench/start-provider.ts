import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A provider that runs. */
export interface BenchProvider {
  port: number
  process: ChildProcess
}

/** Runs `task` with a provider that answers after `answerMs` milliseconds. */
export async function withProvider<Result>(answerMs: number, task: (provider: BenchProvider) => Promise<Result>): Promise<Result> {
  const child = fork(join(import.meta.dirname, 'provider.ts'), [String(answerMs)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  if (child.stdout === null) throw new Error('the provider has no output')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  try {
    return await task({ port: Number(line.toString('utf8')), process: child })
  } finally {
    child.disconnect()
  }
}
