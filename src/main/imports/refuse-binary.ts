import { Refused } from '../app/refused.ts'
import { byMark, byZeroBytes } from './guess-encoding.ts'

const CHOOSE = 'Choose a CSV file, an Excel workbook (.xlsx) or contact cards (.vcf) with your customers.'
const UNPACK = 'This is a packed file. Unpack it first, then choose the file inside.'
const PICTURE = `This is a picture. ${CHOOSE}`

/** Beginnings of files that are no text, with what to do instead. The first that fits counts. */
const KNOWN_BINARIES: readonly [string, string][] = [
  [
    'd0cf11e0a1b11ae1',
    'This is an old Excel workbook (.xls). Open it in Excel, save it as an Excel workbook (.xlsx), and choose that file.',
  ],
  ['25504446', 'This is a PDF. Export the customers as a CSV file from the program that made it, and choose that file.'],
  ['89504e47', PICTURE],
  ['47494638', PICTURE],
  ['ffd8ff', PICTURE],
  ['1f8b', UNPACK],
  ['377abcaf', UNPACK],
  ['526172211a', UNPACK],
  [
    '53514c69746520666f726d61742033',
    'This is a database, not a list of customers. Export the customers as a CSV file, and choose that file.',
  ],
  ['7b5c727466', `This is a text document (RTF). ${CHOOSE}`],
]
/** Share of control characters no text reaches. */
const CONTROL_SHARE = 0.05

/** Whether a file is packed, as workbooks of Excel are: APPNOTE.TXT, §4.3.7 and §4.3.16. */
export function isPacked(head: Buffer): boolean {
  const start = head.toString('hex', 0, 4)
  return start === '504b0304' || start === '504b0506'
}

/** Whether a file is of contact cards (RFC 6350, §3.3). @param text its beginning */
export function isCards(text: string): boolean {
  return /^\ufeff?\s*(?:[\w-]+\.)?BEGIN[ \t]*:[ \t]*VCARD/i.test(text)
}

/** Refuses what no reader here can read, with what to do instead. @throws Refused `file_not_text` */
export function refuseBinary(head: Buffer): void {
  const start = head.toString('hex', 0, 16)
  const known = KNOWN_BINARIES.find(([magic]) => start.startsWith(magic))
  if (known !== undefined) {
    throw new Refused(
      'file_not_text',
      // A locked workbook is the old container with the new one in it (MS-OFFCRYPTO, §2.3.4.4).
      known[0].startsWith('d0cf') && head.includes(Buffer.from('EncryptedPackage', 'utf16le'))
        ? 'This workbook is locked with a password. Open it in Excel, save it without the password, and choose that file.'
        : known[1],
    )
  }
  const text = head.subarray(0, 400).toString('latin1')
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
    throw new Refused('file_not_text', `This file is not text, so there are no rows to read in it. ${CHOOSE}`)
  }
}
