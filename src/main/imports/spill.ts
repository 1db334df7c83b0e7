import { closeSync, openSync, readSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { RowReading } from './read-person.ts'

/**
 * Rows on their way into the database: read and checked, in batches, one JSON line each, in a file beside the staged
 * one. A million people fit on the disk and not in memory; a temporary table would be in memory too, since the
 * connection keeps those there.
 */
export interface Spill {
  write(batch: readonly RowReading[]): Promise<void>
  /** All that was written, in order. Waits for the disk: for use inside one transaction of the data thread. */
  batches(): Generator<RowReading[], void, void>
  remove(): Promise<void>
}

const LINE_FEED = 0x0a
const CHUNK_BYTES = 1_048_576

export async function openSpill(path: string): Promise<Spill> {
  const file = await open(path, 'wx', 0o600)
  return {
    async write(batch) {
      // A JSON text has no line feed of its own.
      await file.appendFile(`${JSON.stringify(batch)}\n`)
    },
    *batches() {
      for (const line of linesOf(path)) yield JSON.parse(line) as RowReading[]
    },
    async remove() {
      await file.close()
      await rm(path, { force: true })
    },
  }
}

function* linesOf(path: string): Generator<string, void, void> {
  const descriptor = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES)
    let parts: Buffer[] = []
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer)) {
      let start = 0
      for (let end = buffer.indexOf(LINE_FEED); end !== -1 && end < read; end = buffer.indexOf(LINE_FEED, start)) {
        parts.push(buffer.subarray(start, end))
        yield Buffer.concat(parts).toString('utf8')
        parts = []
        start = end + 1
      }
      parts.push(Buffer.from(buffer.subarray(start, read)))
    }
  } finally {
    closeSync(descriptor)
  }
}
