import { isAscii, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import iconv from 'iconv-lite'
import type { FileEncoding } from '../../shared/contract/imports.ts'
import { Refused } from '../app/refused.ts'
import type { OperationContext } from '../store/operation.ts'
import { cancelled } from './cancelled.ts'
import { byMark, byZeroBytes, guessOldEncoding } from './guess-encoding.ts'
import type { CardColumns, SheetPlace } from './file-row.ts'
import { surveyCards } from './read-vcard.ts'
import { surveyWorkbook } from './read-xlsx.ts'
import { isCards, isPacked, refuseBinary } from './refuse-binary.ts'

/** What one pass over a file's bytes tells. */
export interface Inspection {
  /** Bytes. */
  size: number
  /** SHA-256 of the bytes, in hex. */
  hash: string
  /** About the number of rows. */
  lines: number
  source: FileSource
}

/** What a file is, with what there is to guess its layout from. */
export type FileSource =
  | {
      kind: 'text'
      encoding: FileEncoding
      /** First bytes. */
      head: Buffer
    }
  | { kind: 'vcard'; encoding: FileEncoding; columns: CardColumns; versions: string[] }
  | { kind: 'xlsx'; sheet: SheetPlace; sheets: string[]; sample: string[][] }

/** Bytes read at a time. */
const CHUNK_BYTES = 1_048_576
/** Bytes of the beginning that guesses are made from. */
const HEAD_BYTES = 262_144

/**
 * Reads all bytes of a file once, to learn what it is and how it is encoded: by its byte order mark, by where its zero
 * bytes are, by whether all of it is valid UTF-8, and last by which old encoding makes letters of its bytes. Contact
 * cards and workbooks are looked through once more, for the columns they have.
 *
 * @param sheet the sheet of a workbook that a person chose; left out, or not among its sheets: the first with something in it
 * @throws Refused `file_empty`, `file_not_text`, `file_damaged`, `file_too_large`
 */
export async function inspectFile(path: string, context: OperationContext, sheet?: string): Promise<Inspection> {
  const file = await open(path, 'r')
  const bytes = await inspect(file, context).finally(() => file.close())
  const { size, hash, head, encoding, lines } = bytes
  if (isPacked(head)) {
    const { rows, ...source } = await surveyWorkbook(path, context, sheet)
    return { size, hash, lines: rows, source: { kind: 'xlsx', ...source } }
  }
  if (isCards(iconv.decode(head.subarray(0, 400), encoding))) {
    const { cards, ...source } = await surveyCards(path, encoding, context)
    return { size, hash, lines: cards, source: { kind: 'vcard', encoding, ...source } }
  }
  return { size, hash, lines, source: { kind: 'text', encoding, head } }
}

async function inspect(file: FileHandle, context: OperationContext) {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(CHUNK_BYTES)
  let head: Buffer = Buffer.alloc(0)
  let size = 0
  let feeds = 0
  let returns = 0
  let unfinished: Buffer = Buffer.alloc(0)
  let validUtf8 = true
  let firstHigh: Buffer | null = null

  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null)
    if (bytesRead === 0) break
    const chunk = buffer.subarray(0, bytesRead)
    if (size === 0) {
      head = Buffer.from(chunk.subarray(0, HEAD_BYTES))
      if (!isPacked(head)) refuseBinary(head)
    }
    size += bytesRead
    hash.update(chunk)
    feeds += countByte(chunk, 0x0a)
    if (feeds === 0) returns += countByte(chunk, 0x0d)
    if (!isAscii(chunk)) firstHigh ??= fromFirstHigh(chunk)
    if (validUtf8) {
      const whole: Buffer = unfinished.length === 0 ? chunk : Buffer.concat([unfinished, chunk])
      const tail = incompleteTail(whole)
      validUtf8 = isUtf8(whole.subarray(0, whole.length - tail))
      unfinished = Buffer.from(whole.subarray(whole.length - tail))
    }
    await context.yield()
    if (context.cancelled) throw cancelled()
  }
  if (size === 0) throw new Refused('file_empty', 'This file is empty. Choose the file with your customers.')
  const encoding =
    byMark(head) ?? byZeroBytes(head) ?? (validUtf8 && unfinished.length === 0 ? 'utf-8' : guessOldEncoding(firstHigh ?? head))
  return { size, hash: hash.digest('hex'), encoding, head, lines: feeds === 0 ? returns : feeds }
}

function countByte(bytes: Buffer, byte: number): number {
  let times = 0
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) times += 1
  return times
}

/** The bytes from the first beyond ASCII on, with a little before it. */
function fromFirstHigh(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  return Buffer.from(bytes.subarray(Math.max(0, first - 64)))
}

/** Bytes at the end that begin a UTF-8 sequence and do not finish it: 0 to 3. */
function incompleteTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? back : 0
    }
  }
  return 0
}
