import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { Refused } from '../app/refused.ts'

/**
 * Opens a file for reading.
 * @throws Refused `file_not_found`, `file_not_readable`
 */
export async function openToRead(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r')
    if ((await file.stat()).isFile()) return file
    await file.close()
  } catch (cause) {
    throw unreadable(path, cause)
  }
  throw new Refused('file_not_readable', `“${path}” is no file. Check the name and try again.`)
}

/**
 * The elements of a JSON array in a file.
 * @throws Refused `file_not_found`, `file_not_readable`, `file_not_json`
 */
export async function readJsonArray(path: string): Promise<unknown[]> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw unreadable(path, cause)
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (Array.isArray(value)) return value
  } catch (cause) {
    throw new Refused('file_not_json', `“${path}” does not hold JSON. Check the file and try again.`, { cause })
  }
  throw new Refused('file_not_json', `“${path}” does not hold a JSON array. Check the file and try again.`)
}

/**
 * Writes a file from pieces: beside the place first, then into it, so that a failure leaves what was there.
 * @throws Refused `file_not_writable`
 */
export async function writeInPieces(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`
  const file = await open(beside, 'wx', 0o600).catch((cause: unknown) => {
    throw unwritable(path, cause)
  })
  try {
    for await (const piece of pieces) {
      await file.writeFile(piece).catch((cause: unknown) => {
        throw unwritable(path, cause)
      })
    }
    await file.sync()
    await file.close()
    await rename(beside, path).catch((cause: unknown) => {
      throw unwritable(path, cause)
    })
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(beside, { force: true })
    throw error
  }
}

function unreadable(path: string, cause: unknown): Refused {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  return missing
    ? new Refused('file_not_found', `There is no file “${path}”. Check the name and try again.`, { cause })
    : new Refused('file_not_readable', `“${path}” cannot be read. Check that you may open it.`, { cause })
}

function unwritable(path: string, cause: unknown): Refused {
  return new Refused(
    'file_not_writable',
    `“${path}” cannot be written. Check that the folder exists, that you may write in it, and that the disk is not full.`,
    { cause },
  )
}
