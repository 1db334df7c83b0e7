import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessageStatus } from '../../src/shared/messages/status.ts'
import type { CountingCarrier } from './counting-carrier.ts'
import { startCountingCarrier } from './counting-carrier.ts'

const CHILD = join(import.meta.dirname, 'child.ts')

/** Where the process is killed. The first four it does itself; the last three are chosen by what the carrier sees. */
export const KILL_POINTS = [
  'before claim',
  'after claim',
  'before outcome',
  'after outcome',
  'taken, not answered',
  'answered',
  'at random',
] as const
export type KillPoint = (typeof KILL_POINTS)[number]

/** What one run showed. */
export interface CrashResult {
  /** Whether the process really was killed before it was done. */
  killed: boolean
  messages: Array<{ text: string; status: MessageStatus; taken: number }>
  /** Most requests the carrier had taken and not answered at the kill. */
  inFlightAtKill: number
}

/** Wrong things about a result, as sentences; empty when nothing was lost and nothing went out twice. */
export function faultsOf(result: CrashResult, expected: number): string[] {
  const faults: string[] = []
  if (result.messages.length !== expected) faults.push(`${expected} texts were queued, ${result.messages.length} are known`)
  for (const { text, status, taken } of result.messages) {
    if (taken > 1) faults.push(`“${text}” was taken ${taken} times`)
    if (status === 'sent' && taken !== 1) faults.push(`“${text}” is called sent, the carrier took it ${taken} times`)
    if (status !== 'sent' && status !== 'unconfirmed') faults.push(`“${text}” is ${status} when nothing moves any more`)
  }
  const unconfirmed = result.messages.filter(({ status }) => status === 'unconfirmed').length
  if (unconfirmed > CONCURRENCY) faults.push(`${unconfirmed} texts are unconfirmed, more than can be in flight`)
  return faults
}

/** As in src/main/outbox/service.ts: no more than this many texts can be in flight. */
const CONCURRENCY = 8

/**
 * One crash: queue `count` texts, send, kill at `point`, start again, let it finish, compare what the desk says
 * with what the carrier counted.
 * @param random uniform in [0, 1): where a random kill falls
 */
export async function crashOnce(point: KillPoint, count: number, random: () => number): Promise<CrashResult> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'sms-desk-crash-'))
  const carrier = await startCountingCarrier()
  try {
    await finish(child(dataFolder, 'prepare', carrier.baseUrl, String(count)))
    const { killed, inFlightAtKill } = await sendAndKill(dataFolder, carrier, point, count, random)
    await finish(child(dataFolder, 'send'))
    const report = JSON.parse(await finish(child(dataFolder, 'report'))) as Array<{ text: string; status: MessageStatus }>
    return {
      killed,
      inFlightAtKill,
      messages: report.map(({ text, status }) => ({ text, status, taken: carrier.taken.get(text) ?? 0 })),
    }
  } finally {
    await carrier.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function sendAndKill(
  dataFolder: string,
  carrier: CountingCarrier,
  point: KillPoint,
  count: number,
  random: () => number,
): Promise<{ killed: boolean; inFlightAtKill: number }> {
  const ownPoint = point === 'taken, not answered' || point === 'answered' || point === 'at random' ? [] : [point]
  const sender = child(dataFolder, 'send', ...ownPoint)
  let inFlightAtKill = 0
  const kill = () => {
    inFlightAtKill = carrier.inFlight
    sender.kill('SIGKILL')
  }
  let seen = 0
  const atNth = (nth: number) => () => {
    seen += 1
    if (seen === nth) kill()
  }
  const nth = 1 + Math.floor(random() * (count - 1))
  if (point === 'taken, not answered') carrier.onTaken = atNth(nth)
  if (point === 'answered') carrier.onAnswered = atNth(nth)
  if (point === 'at random') {
    // A random moment after a random text: the process is anywhere in its work by then.
    carrier.onTaken = () => {
      seen += 1
      if (seen === nth) setTimeout(kill, random() * 12)
    }
  }
  const [, signal] = (await once(sender, 'exit')) as [number | null, NodeJS.Signals | null]
  carrier.onTaken = null
  carrier.onAnswered = null
  return { killed: signal === 'SIGKILL', inFlightAtKill }
}

function child(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Waits for a child to end well and answers what it printed. */
async function finish(process: ChildProcess): Promise<string> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  process.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  process.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  const [code] = (await once(process, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the child ended with ${code}: ${Buffer.concat(err).toString('utf8')}`)
  return Buffer.concat(out).toString('utf8')
}
