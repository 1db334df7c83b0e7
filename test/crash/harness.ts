import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, truncateSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import type { CountingCarrier } from './counting-carrier.ts'
import { startCountingCarrier } from './counting-carrier.ts'
import { prepareDesk, sendTheRest } from './desk.ts'
import type { Evidence, Wreck } from './evidence.ts'
import { readWreck } from './evidence.ts'
import type { Mode, PlannedSend } from './plan.ts'
import { leastCalls, planTexts, WAVES } from './plan.ts'
import type { CommitNote, KillPoint, Trap } from './points.ts'
import { COMMIT_NOTE, DATA_POINTS, HOST_POINTS, TRAP_VARIABLE } from './points.ts'

const CHILD = join(import.meta.dirname, 'child.ts')

/** A desk that has not come to rest by then hangs; in milliseconds. */
const HANGS_MS = 60_000

/** What one run is to do. */
export interface CrashRun {
  point: KillPoint
  mode: Mode
  /** About how many texts. */
  texts: number
  /** Uniform in [0, 1): everything the run leaves to chance. */
  random: () => number
  /** Kill the desk once more, at a random moment of its next start. */
  killAgain?: boolean
}

/** What one run showed. */
export interface CrashResult extends Evidence {
  /** Whether the process really was killed before it was done. */
  killed: boolean
  /** Calls the carrier had taken and not answered when the process was killed. */
  inFlight: number
  /** Numbers in each call the carrier took. */
  calls: readonly number[]
}

/**
 * One crash: queue texts, send, kill, start again, let it finish. What the desk then says, and what it left in its file
 * when it was killed, is kept beside what the carrier counted.
 */
export async function crashOnce({ point, mode, texts, random, killAgain = false }: CrashRun): Promise<CrashResult> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'sms-desk-crash-'))
  const carrier = await startCountingCarrier(random)
  const plan = planTexts(mode, texts)
  const wrecks: Wreck[] = []
  async function keepWreck(): Promise<void> {
    await carrier.quiet()
    wrecks.push({ ...readWreck(dataFolder), taken: new Map(carrier.taken) })
  }
  try {
    await prepareDesk(dataFolder, carrier.baseUrl, plan)
    const { killed, inFlight } = await sendAndKill(dataFolder, carrier, { point, mode, plan, random })
    const isInCommit = DATA_POINTS.some((own) => own === point)
    const undone = killed && isInCommit ? endCommit(dataFolder, point === 'commit cut short' ? random() : null) : []
    if (killed) await keepWreck()
    if (killAgain && (await killWithin(startChild(dataFolder, null), random() * 1_200))) await keepWreck()
    const messages = await within(HANGS_MS, sendTheRest(dataFolder))
    const { taken, refs, arrivals, calls } = carrier
    return { killed, inFlight, plan, wrecks, undone, messages, taken, refs, arrivals, calls }
  } finally {
    await carrier.close()
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function sendAndKill(
  dataFolder: string,
  carrier: CountingCarrier,
  { point, mode, plan, random }: { point: KillPoint; mode: Mode; plan: readonly PlannedSend[]; random: () => number },
): Promise<{ killed: boolean; inFlight: number }> {
  const isOwnPoint = [...HOST_POINTS, ...DATA_POINTS].some((own) => own === point)
  // Each wave needs a turn that claims it and one that records it before the next: so many there are at least.
  const trap: Trap | null = isOwnPoint ? { point, nth: 1 + Math.floor(random() * WAVES), share: random() } : null
  const sender = startChild(dataFolder, trap)
  const ended = endOf(sender)
  let inFlight = 0
  const kill = (): void => {
    inFlight = carrier.inFlight
    sender.kill('SIGKILL')
  }
  let seen = 0
  const nth = 1 + Math.floor(random() * (leastCalls(mode, plan) - 1))
  const isNth = (wanted: number): boolean => (seen += 1) === wanted
  if (point === 'socket open') {
    // All calls that may go at once open a connection of their own; later ones use these again.
    const connection = 1 + Math.floor(random() * Math.min(nth, mode === 'batches' ? 2 : plan.length / WAVES))
    carrier.onConnection = () => {
      if (!isNth(connection)) return true
      kill()
      return false
    }
  }
  if (point === 'bytes written') carrier.onTaken = () => void (isNth(nth) && kill())
  if (point === 'answer written') carrier.onAnswered = () => void (isNth(nth) && kill())
  if (point === 'at random') {
    // A random moment after a random call: the process is anywhere in its work by then.
    const delay = random() * 12
    carrier.onTaken = () => void (isNth(nth) && setTimeout(kill, delay))
  }
  const { signal, errors } = await ended
  if (signal === null && errors !== '') throw new Error(`the desk ended by itself: ${errors}`)
  carrier.onConnection = null
  carrier.onTaken = null
  carrier.onAnswered = null
  return { killed: signal === 'SIGKILL', inFlight }
}

/**
 * What a commit in which the desk was killed was about to write; nothing of it may be there.
 * @param share leaves this much of what it wrote to the file, as a power cut may; null where it had not come so far
 */
function endCommit(dataFolder: string, share: number | null): string[] {
  const { before, after, messageIds } = JSON.parse(readFileSync(join(dataFolder, COMMIT_NOTE), 'utf8')) as CommitNote
  if (share === null) return messageIds
  if (after <= before) throw new Error(`the commit left no trace in the write-ahead log (${before} to ${after} bytes)`)
  truncateSync(`${dataFolderPaths(dataFolder).database}-wal`, before + Math.floor(share * (after - before)))
  return messageIds
}

function startChild(dataFolder: string, trap: Trap | null): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, dataFolder], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, [TRAP_VARIABLE]: trap === null ? '' : JSON.stringify(trap) },
  })
}

interface Ended {
  signal: NodeJS.Signals | null
  errors: string
}

async function endOf(child: ChildProcess): Promise<Ended> {
  const errors: Buffer[] = []
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk))
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  try {
    const [, signal] = await within(HANGS_MS, ended)
    return { signal, errors: Buffer.concat(errors).toString('utf8') }
  } finally {
    child.kill('SIGKILL')
  }
}

async function within<Result>(ms: number, task: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the desk did not come to rest within ${ms / 1_000} s`)), ms)
  })
  return Promise.race([task, late]).finally(() => clearTimeout(timer))
}

async function killWithin(child: ChildProcess, ms: number): Promise<boolean> {
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  const { signal } = await endOf(child)
  clearTimeout(timer)
  return signal === 'SIGKILL'
}
