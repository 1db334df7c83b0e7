import { isAscii, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import type { FileEncoding } from '../../shared/contract/imports.ts'
import { Refused } from '../app/refused.ts'
import type { OperationContext } from '../store/operation.ts'

/** What one pass over a file's bytes tells. */
export interface Inspection {
  /** Bytes. */
  size: number
  /** SHA-256 of the bytes, in hex. */
  hash: string
  encoding: FileEncoding
  /** First bytes, for guessing the rest. */
  head: Buffer
  /** Line feeds, or carriage returns where there are none: about the number of rows. */
  lines: number
}

/** Bytes read at a time. */
const CHUNK_BYTES = 1_048_576
/** Bytes of the beginning that guesses are made from. */
const HEAD_BYTES = 262_144

/**
 * Reads all bytes of a file once, to learn how it is encoded: by its byte order mark, by where its zero bytes are,
 * by whether all of it is valid UTF-8, and last by which of two old encodings makes letters of its bytes.
 *
 * @throws Refused `file_empty`, `file_not_text`
 */
export async function inspectFile(path: string, context: OperationContext): Promise<Inspection> {
  const file = await open(path, 'r')
  try {
    return await inspect(file, context)
  } finally {
    await file.close()
  }
}

async function inspect(file: FileHandle, context: OperationContext): Promise<Inspection> {
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
      refuseBinary(head)
    }
    size += bytesRead
    hash.update(chunk)
    feeds += countByte(chunk, 0x0a)
    if (feeds === 0) returns += countByte(chunk, 0x0d)
    if (!isAscii(chunk)) firstHigh ??= Buffer.from(chunk)
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

/** What work on a file that nobody waits for any more ends with. */
export function cancelled(): Refused {
  return new Refused('import_cancelled', 'The import was cancelled. Nothing was changed.')
}

function countByte(bytes: Buffer, byte: number): number {
  let times = 0
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) times += 1
  return times
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

function byMark(head: Buffer): FileEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: digits, signs and Latin letters have a zero in every other byte. */
function byZeroBytes(head: Buffer): FileEncoding | null {
  const zeros: [number, number] = [0, 0]
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1] += 1
  const half = head.length / 2
  if (zeros[1] > half * 0.3 && zeros[0] < half * 0.05) return 'utf-16le'
  if (zeros[0] > half * 0.3 && zeros[1] < half * 0.05) return 'utf-16be'
  return null
}

/** Letters of western Europe: what the bytes of a customer list should make. */
const EXPECTED = new Set('åäöéèüøæñçáàâêëíîïóôòõúùûßœÅÄÖÉÈÜØÆÑÇÁÀÂÊËÍÎÏÓÔÒÕÚÙÛŒ')
/** UTF-8 with a few broken bytes is still UTF-8: so many broken ones per whole one. */
const BROKEN_SHARE = 0.05

function guessOldEncoding(bytes: Buffer): FileEncoding {
  const asUtf8 = new TextDecoder().decode(bytes)
  const broken = countOf(asUtf8, /\ufffd/gu)
  if (broken <= countOf(asUtf8, /[^\0-\x7f\ufffd]/gu) * BROKEN_SHARE) return 'utf-8'
  const windows = lettersMade(bytes, 'windows-1252')
  const mac = lettersMade(bytes, 'macintosh')
  if (windows !== mac) return windows > mac ? 'windows-1252' : 'macintosh'
  return analyse(bytes)[0]?.name === 'ISO-8859-1' ? 'iso-8859-1' : 'windows-1252'
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** How well bytes beyond ASCII read in an encoding: letters one expects count for it, signs within words against. */
function lettersMade(bytes: Buffer, encoding: FileEncoding): number {
  const text = iconv.decode(bytes.subarray(0, HEAD_BYTES), encoding)
  let score = 0
  for (const match of text.matchAll(/[^\0-\x7f]/gu)) {
    const before = text[match.index - 1] ?? ''
    const after = text[match.index + 1] ?? ''
    const inWord = /[A-Za-z]/.test(before) || /[A-Za-z]/.test(after)
    if (EXPECTED.has(match[0])) score += 1
    else if (inWord && !/[\p{L}’‘'´–]/u.test(match[0])) score -= 1
    else if (/\p{Cc}/u.test(match[0])) score -= 1
  }
  return score
}

/** Beginnings of files that are no text, with what to do instead. The first that fits counts. */
const KNOWN_BINARIES: readonly [string, string][] = [
  ['504b0304', 'This is an Excel workbook or another packed file. Open it, save it as CSV (comma-separated values), and choose that file.'],
  ['504b0506', 'This is a packed file. Unpack it first, then choose the CSV file inside.'],
  [
    'd0cf11e0a1b11ae1',
    'This is an old Excel workbook (.xls). Open it in Excel, save it as CSV (comma-separated values), and choose that file.',
  ],
  ['25504446', 'This is a PDF. Export the customers as a CSV file from the program that made it, and choose that file.'],
  ['89504e47', 'This is a picture. Choose a CSV file with your customers.'],
  ['47494638', 'This is a picture. Choose a CSV file with your customers.'],
  ['ffd8ff', 'This is a picture. Choose a CSV file with your customers.'],
  ['1f8b', 'This is a packed file. Unpack it first, then choose the CSV file inside.'],
  ['377abcaf', 'This is a packed file. Unpack it first, then choose the CSV file inside.'],
  ['526172211a', 'This is a packed file. Unpack it first, then choose the CSV file inside.'],
  [
    '53514c69746520666f726d61742033',
    'This is a database, not a list of customers. Export the customers as a CSV file, and choose that file.',
  ],
  ['7b5c727466', 'This is a text document (RTF). Choose a CSV file with your customers.'],
]
/** Share of control characters no text reaches. */
const CONTROL_SHARE = 0.05

function refuseBinary(head: Buffer): void {
  const start = head.subarray(0, 16).toString('hex')
  const known = KNOWN_BINARIES.find(([magic]) => start.startsWith(magic))
  if (known !== undefined) {
    const workbook = known[0] === '504b0304' && (head.includes('xl/') || head.includes('[Content_Types].xml'))
    throw new Refused(
      'file_not_text',
      workbook ? 'This is an Excel workbook. Open it in Excel, save it as CSV (comma-separated values), and choose that file.' : known[1],
    )
  }
  const text = head.subarray(0, 400).toString('latin1')
  if (/^(?:\xef\xbb\xbf)?\s*BEGIN:VCARD/i.test(text)) {
    throw new Refused(
      'file_not_text',
      'This is a file of contact cards (vCard). Export the contacts as a CSV file instead, and choose that file.',
    )
  }
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml|table)/i.test(text)) {
    throw new Refused(
      'file_not_text',
      'This is a web page, even if its name says otherwise. Open it in a spreadsheet, save it as CSV (comma-separated values), and choose that file.',
    )
  }
  if (byMark(head) !== null || byZeroBytes(head) !== null) return
  let controls = 0
  for (const byte of head) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1
  if (controls > head.length * CONTROL_SHARE) {
    throw new Refused('file_not_text', 'This file is not text, so there are no rows to read in it. Choose a CSV file with your customers.')
  }
}
