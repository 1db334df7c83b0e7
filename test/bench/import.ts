import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { withBenchDesk } from './desk.ts'
import { seconds } from './timing.ts'

/** An import of many rows, against a loop that does the least that it could do. */
export interface ImportFigures {
  rows: number
  /** Seconds of papaparse, libphonenumber and one bare indexed insert per row. */
  floorSeconds: number
  /** Seconds from the first piece of the file to the end of the import. */
  importSeconds: number
  undoSeconds: number
  /** Most memory of the process, in MiB. */
  importMemoryMiB: number
  undoMemoryMiB: number
  /** Delay of the host's event loop but for the worst of a hundred, in milliseconds. */
  importLoopP99Ms: number
  undoLoopP99Ms: number
  /** Largest write-ahead log, in MiB. */
  logMiB: number
  /** Search among all of them, in milliseconds. */
  searchP95Ms: number
}

/** Bytes of a file in one call. */
const PIECE_BYTES = 393_216
const SEARCHES = ['astrid', 'öberg 12', '0701', 'berg & co', 'virtanen', 'kärin ek', '46709', 'nguyen 999', 'holm', 'zz']

/** Imports a list of `rows` customers into a new desk, searches it and takes it back. */
export async function measureImport(rows: number): Promise<ImportFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'sms-desk-bench-import-'))
  try {
    const path = join(folder, 'customers.csv')
    await beside('write', path, String(rows))
    const product = await withBenchDesk(async ({ desk, dataFolder }) => {
      const log = join(dataFolder, 'desk.sqlite3-wal')
      let importId = ''
      const imported = await watched(log, async () => {
        const fileId = await sendFile(desk, path)
        const { importId: made, counts } = await desk.imports.commit({ fileId, options: { country: 'SE' } })
        importId = made
        if (counts.rows !== rows || counts.created + counts.rejected !== rows)
          throw new Error(`not all rows arrived: ${JSON.stringify(counts)}`)
      })
      const searchP95Ms = await searchP95(desk)
      const undone = await watched(log, async () => {
        const { removed } = await desk.imports.undo({ importId })
        if (removed !== rows - Math.floor(rows / 100)) throw new Error(`not all people were removed: ${removed}`)
      })
      return {
        importSeconds: imported.time,
        undoSeconds: undone.time,
        importMemoryMiB: imported.memoryMiB,
        undoMemoryMiB: undone.memoryMiB,
        importLoopP99Ms: imported.loopP99Ms,
        undoLoopP99Ms: undone.loopP99Ms,
        logMiB: Math.max(imported.logMiB, undone.logMiB),
        searchP95Ms,
      }
    })
    return { rows, floorSeconds: Number(await beside('floor', path, join(folder, 'floor.sqlite3'))), ...product }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs a task of `import-floor.ts` in a process of its own, so that the memory it takes is not counted. @returns what it prints */
async function beside(...task: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'import-floor.ts'), ...task])).stdout
}

async function sendFile(desk: DeskClient, path: string): Promise<string> {
  const file = await open(path)
  try {
    const { fileId } = await desk.imports.beginFile({ name: 'customers.csv', size: (await file.stat()).size })
    const piece = Buffer.alloc(PIECE_BYTES)
    for (let offset = 0; ;) {
      const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, offset)
      if (bytesRead === 0) return fileId
      await desk.imports.appendFile({ fileId, offset, data: piece.toString('base64', 0, bytesRead) })
      offset += bytesRead
    }
  } finally {
    await file.close()
  }
}

async function searchP95(desk: DeskClient): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    for (const search of SEARCHES) times.push(1_000 * (await seconds(() => desk.contacts.list({ search, limit: 100 }))))
  }
  times.sort((one, other) => one - other)
  return times[Math.floor(0.95 * times.length)] ?? 0
}

/** Runs a task and watches memory, event loop and write-ahead log meanwhile. */
async function watched(log: string, task: () => Promise<void>) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  let memory = 0
  let logBytes = 0
  const look = async (): Promise<void> => {
    memory = Math.max(memory, process.memoryUsage().rss)
    const file = await open(log).catch(() => null)
    logBytes = Math.max(logBytes, (await file?.stat())?.size ?? 0)
    await file?.close()
  }
  const timer = setInterval(() => void look(), 100)
  delay.enable()
  const time = await seconds(task)
  delay.disable()
  clearInterval(timer)
  await look()
  return { time, memoryMiB: memory / 1_048_576, logMiB: logBytes / 1_048_576, loopP99Ms: delay.percentile(99) / 1e6 }
}
