/** Where a sending desk is killed, in the order of its work. */
export const KILL_POINTS = [
  /** It is about to ask for claims. */
  'before claim',
  /** The claims are on disk, no socket is open. */
  'after claim',
  /** The carrier has accepted the connection and read nothing. */
  'socket open',
  /** The carrier has the text and has not answered. */
  'bytes written',
  /** The carrier's answer is on its way. */
  'answer written',
  /** The desk has the answer and has not handed it to its data thread. */
  'answer read',
  /** The data thread is inside the transaction that writes outcomes down. */
  'outcome half committed',
  /** The same commit, of which a part reached the file and the rest did not: what a power cut leaves. */
  'commit cut short',
  /** The outcome is on disk and the desk does not know it yet. */
  'after outcome',
  'at random',
] as const
export type KillPoint = (typeof KILL_POINTS)[number]

/** Points in the process's host thread. */
export const HOST_POINTS = ['before claim', 'after claim', 'answer read', 'after outcome'] as const satisfies readonly KillPoint[]
/** Points in its data thread. */
export const DATA_POINTS = ['outcome half committed', 'commit cut short'] as const satisfies readonly KillPoint[]

/** What a process is told: where to kill itself. */
export interface Trap {
  point: KillPoint
  /** At its nth passing. */
  nth: number
  /** Uniform in [0, 1): how far into a transaction. */
  share: number
}

/** Environment variable with a {@link Trap} as JSON. The data thread inherits it. */
export const TRAP_VARIABLE = 'SMS_DESK_CRASH_TRAP'

/** File of the data folder in which the data thread notes the commit in which it ends. */
export const COMMIT_NOTE = 'commit.json'

/** What it notes. */
export interface CommitNote {
  /** Messages whose outcome the commit was to write down. */
  messageIds: string[]
  /** Length of the write-ahead log in bytes, before the commit and after. */
  before: number
  after: number
}

/** @returns the trap this process was given; null when none */
export function readTrap(): Trap | null {
  const given = process.env[TRAP_VARIABLE]
  return given === undefined || given === '' ? null : (JSON.parse(given) as Trap)
}

/** Ends this process as a power switch would: nothing runs after it, in no thread. */
export function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000)
}
