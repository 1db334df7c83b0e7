import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../app/refused.ts'

/** A file on its way in, piece by piece. */
export interface StagedFile {
  name: string
  /** Bytes it was announced with. */
  size: number
  /** Bytes that are here. */
  received: number
  /** Absolute path. */
  path: string
}

/** Files waiting to be imported, each under its id in the staging folder. */
export interface StagedFiles {
  begin(file: { name: string; size: number }): Promise<string>
  /** @returns bytes received so far */
  append(id: string, offset: number, bytes: Buffer): Promise<number>
  /** The file, all of it here. @throws Refused `file_not_found`, `file_incomplete` */
  whole(id: string): StagedFile
  discard(id: string): Promise<boolean>
  close(): Promise<void>
}

/** Files staged at once: more are left-overs of a window that went away, and the oldest gives place. */
const MOST_FILES = 8

/** Empties the staging folder: nothing in it outlives the process that put it there. */
export function openStagedFiles(folder: string): StagedFiles {
  const files = new Map<string, StagedFile>()
  /** The last append of each file: pieces are written one after the other. */
  const appends = new Map<string, Promise<unknown>>()
  const emptied = empty()
  // Whoever first needs the folder is told.
  emptied.catch(() => undefined)

  async function empty(): Promise<void> {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }

  function find(id: string): StagedFile {
    const file = files.get(id)
    if (file === undefined) throw new Refused('file_not_found', 'This file is no longer here. Choose it again.')
    return file
  }

  async function discard(id: string): Promise<boolean> {
    const file = files.get(id)
    if (file === undefined) return false
    files.delete(id)
    await appends.get(id)?.catch(() => undefined)
    appends.delete(id)
    await rm(file.path, { force: true, maxRetries: 3 })
    return true
  }

  async function appendNext(id: string, offset: number, bytes: Buffer): Promise<number> {
    const file = find(id)
    if (offset !== file.received) {
      throw new Refused(
        'file_offset',
        `The file arrived out of order: ${file.received} bytes are here, the next piece begins at ${offset}. Choose the file again.`,
      )
    }
    if (offset + bytes.length > file.size) {
      throw new Refused(
        'file_too_long',
        'The file is larger than it said it would be. It may have been changed meanwhile; choose it again.',
      )
    }
    try {
      await appendFile(file.path, bytes)
    } catch (error) {
      throw asRefused(error)
    }
    file.received += bytes.length
    return file.received
  }

  return {
    async begin({ name, size }) {
      await emptied
      const [oldest] = files.keys()
      if (files.size >= MOST_FILES && oldest !== undefined) await discard(oldest)
      const id = randomUUID()
      const path = join(folder, id)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(path, '', { mode: 0o600, flag: 'wx' })
      } catch (error) {
        throw asRefused(error)
      }
      files.set(id, { name, size, received: 0, path })
      return id
    },
    append(id, offset, bytes) {
      const previous = appends.get(id) ?? Promise.resolve()
      const next = previous.catch(() => undefined).then(() => appendNext(id, offset, bytes))
      if (files.has(id))
        appends.set(
          id,
          next.catch(() => undefined),
        )
      return next
    },
    whole(id) {
      const file = find(id)
      if (file.received < file.size)
        throw new Refused('file_incomplete', 'The file has not arrived whole yet. Wait a moment, or choose it again.', { retryable: true })
      return file
    },
    discard,
    async close() {
      await emptied.catch(() => undefined)
      await Promise.all([...files.keys()].map(discard))
      await empty()
    },
  }
}

function asRefused(error: unknown): unknown {
  const full = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  return full
    ? new Refused('disk_full', 'The disk is full, so the file could not be taken in. Make some room and try again.', {
        retryable: true,
        cause: error,
      })
    : error
}
