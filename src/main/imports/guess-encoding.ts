import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import type { FileEncoding } from '../../shared/contract/imports.ts'

/** The encoding a byte order mark names; null without one (Unicode, §23.8). */
export function byMark(head: Buffer): FileEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return head[2] === 0 && head[3] === 0 ? 'utf-32le' : 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0 && head[1] === 0 && head[2] === 0xfe && head[3] === 0xff) return 'utf-32be'
  return null
}

/** UTF-16 and UTF-32 without a mark: digits, signs and Latin letters have zeros at the same places. */
export function byZeroBytes(head: Buffer): FileEncoding | null {
  const zeros: [number, number, number, number] = [0, 0, 0, 0]
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1)) zeros[(at % 4) as 0 | 1 | 2 | 3] += 1
  const quarter = head.length / 4
  const [first, second, third, fourth] = zeros
  if (second > quarter * 0.9 && third > quarter * 0.9 && first < quarter * 0.05 && fourth > quarter * 0.9) return 'utf-32le'
  if (first > quarter * 0.9 && second > quarter * 0.9 && third > quarter * 0.9 && fourth < quarter * 0.05) return 'utf-32be'
  const even = first + third
  const odd = second + fourth
  if (odd > quarter * 0.6 && even < quarter * 0.1) return 'utf-16le'
  if (even > quarter * 0.6 && odd < quarter * 0.1) return 'utf-16be'
  return null
}

/** Bytes a guess among old encodings is made from. */
const SAMPLE_BYTES = 65_536
/** UTF-8 with a few broken bytes is still UTF-8: so many broken ones per whole one. */
const BROKEN_SHARE = 0.05
/** Share of letters beyond ASCII that stand beside another one: few in Latin script, nearly all in the others. */
const OTHER_SCRIPT_SHARE = 0.6
/** What the detector calls encodings of other scripts, and which of ours reads them. */
const OTHER_SCRIPTS: Readonly<Record<string, FileEncoding>> = {
  'windows-1251': 'windows-1251',
  'ISO-8859-5': 'windows-1251',
  'windows-1253': 'windows-1253',
  'ISO-8859-7': 'windows-1253',
}

/** Letters one expects in a list of customers, and those that are rarer, by encoding. The first of equals wins. */
const EXPECTED: readonly [FileEncoding, often: string, seldom: string][] = [
  ['windows-1252', 'åäöéèüøæñçáàâêëíîïóôòúûßœÅÄÖÉÈÜØÆÑÇÁÀÂÊËÍÎÏÓÔÒÚÛŒ', 'õìùãýÿðþšžÕÌÙÃÝÐÞŠŽ'],
  ['macintosh', 'åäöéèüøæñçáàâêëíîïóôòúûßœÅÄÖÉÈÜØÆÑÇÁÀÂÊËÍÎÏÓÔÒÚÛŒ', 'õìùãÿÕÌÙÃ'],
  ['cp850', 'åäöéèüøæñçáàâêëíîïóôòúûßÅÄÖÉÈÜØÆÑÇÁÀÂÊËÍÎÏÓÔÒÚÛ', 'õìùãýÿðþÕÌÙÃÝÐÞ'],
  ['windows-1254', 'çöüğşıİĞŞÇÖÜ', 'âîûéèáàäåñÂÎÛ'],
  ['windows-1250', 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰ', 'äöüôâîăşţľĺŕÄÖÜ'],
]
const WEIGHTS = EXPECTED.map(([encoding, often, seldom]) => ({
  encoding,
  weights: new Map([...Array.from(seldom, (letter) => [letter, 0.3] as const), ...Array.from(often, (letter) => [letter, 1] as const)]),
}))

/**
 * The encoding of bytes that are no valid UTF-8: UTF-8 with a few broken bytes, or the old encoding that makes the most
 * likely letters of them. A guess: what came of it is shown, and can be changed.
 * @param bytes some of the file that are beyond ASCII
 */
export function guessOldEncoding(bytes: Buffer): FileEncoding {
  const asUtf8 = new TextDecoder().decode(bytes)
  const broken = countOf(asUtf8, /\ufffd/gu)
  if (broken <= countOf(asUtf8, /[^\0-\x7f\ufffd]/gu) * BROKEN_SHARE) return 'utf-8'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const text = sample.toString('latin1')
  if (countOf(text, /(?<=[\x80-\xff])[\x80-\xff]|[\x80-\xff](?=[\x80-\xff])/g) > countOf(text, /[\x80-\xff]/g) * OTHER_SCRIPT_SHARE) {
    const other = analyse(sample)
      .map(({ name }) => OTHER_SCRIPTS[name])
      .find((encoding) => encoding !== undefined)
    if (other !== undefined) return other
  }
  let best: { encoding: FileEncoding; score: number } = { encoding: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const { encoding, weights } of WEIGHTS) {
    const score = lettersMade(sample, encoding, weights)
    if (score > best.score) best = { encoding, score }
  }
  if (best.encoding !== 'windows-1252' || /[\x80-\x9f]/.test(text)) return best.encoding
  // The sign of a currency nobody has, where ISO 8859-15 has the euro.
  if (text.includes('\xa4')) return 'iso-8859-15'
  return best.encoding
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** How well bytes beyond ASCII read in an encoding: letters one expects count for it, signs within words against. */
function lettersMade(bytes: Buffer, encoding: FileEncoding, weights: ReadonlyMap<string, number>): number {
  const text = iconv.decode(bytes, encoding)
  let score = 0
  for (const match of text.matchAll(/[^\0-\x7f]/gu)) {
    const letter = match[0]
    const before = text[match.index - 1] ?? ''
    const after = text[match.index + 1] ?? ''
    const weight = weights.get(letter)
    const inWord = /[A-Za-z]/.test(before) || /[A-Za-z]/.test(after)
    // No name has a capital in the middle of its small letters.
    if (/\p{Lu}/u.test(letter) && /[a-z]/.test(before) && /[a-z\s;,]/.test(after)) score -= 1
    // Names begin with a capital more often than not.
    else if (weight !== undefined) score += /\p{Ll}/u.test(letter) && !/[\p{L}’']/u.test(before) ? weight / 2 : weight
    else if ((inWord && !/[\p{L}’‘'´–]/u.test(letter)) || /[\p{Cc}\ufffd]/u.test(letter)) score -= 1
  }
  return score
}
