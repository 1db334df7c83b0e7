/**
 * Letters that mean the same to somebody who searches, but are no compatibility forms of one another in Unicode: Latin
 * letters of one piece, the sigma at the end of a word, and the Persian and final forms of Arabic ones.
 */
const SAME_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
}
const ANY_OF_THEM = new RegExp(`[${Object.keys(SAME_LETTERS).join('')}]`, 'g')

/**
 * What folding leaves out: accents and other marks of Latin, Greek and Cyrillic, points of Hebrew, vowel signs and the
 * lengthening stroke of Arabic, the dot below of Indic letters, and everything Unicode calls ignorable (joiners, soft
 * hyphens, marks of direction, variation selectors). Vowel signs of other scripts stay: without them the words differ.
 */
const LEFT_OUT =
  // oxlint-disable-next-line no-misleading-character-class -- marks one by one are what is meant
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc\p{Default_Ignorable_Code_Point}]/gu

/** A letter with all that is written on it, or a syllable written in pieces. Letters of ASCII fold by themselves. */
const CLUSTER = /[\u1100-\u115f]+[\u1160-\u11ff]+|[^\0-\x7f][\p{M}\uff9e\uff9f]*/gu

/** Marks of an ordinary letter; a text with hundreds is an attack or a joke, and folds just as well in pieces. */
const LONGEST_KEPT = 4
const MOST_KEPT = 20_000
const kept = new Map<string, string>()

function foldCluster(cluster: string): string {
  const known = kept.get(cluster)
  if (known !== undefined) return known
  const folded = cluster
    .normalize('NFKD')
    .replaceAll(LEFT_OUT, '')
    .toLowerCase()
    .replaceAll(ANY_OF_THEM, (letter) => SAME_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replaceAll(/[\u30a1-\u30f6]/g, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60))
    .replaceAll(/(?![0-9])\p{Nd}/gu, asciiDigit)
  if (cluster.length <= LONGEST_KEPT && kept.size < MOST_KEPT) kept.set(cluster, folded)
  return folded
}

/** Digits of every script stand in Unicode as ten in a row, and no two rows touch but those of mathematics, which NFKD resolves. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  let zero = point
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(point - zero)
}

/**
 * Text as the search compares it: lower case, without accents, ß as ss and every i alike, digits of all scripts as 0-9,
 * katakana as hiragana, half-width and full-width alike, without anything invisible.
 */
export function foldForSearch(text: string): string {
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  return text.replaceAll(CLUSTER, foldCluster).toLowerCase()
}

/** A text folded, with the place in the original that each unit of it comes from. */
export interface Folded {
  text: string
  /** Of the unit at `index` (UTF-16) of the folded text, where the original begins that became it. */
  startOf(index: number): number
  /** Where the original ends that became the unit before `index`, with the marks on it. */
  endOf(index: number): number
}

/** {@link foldForSearch}, for who must find the way back: to mark in the original what was found. */
export function foldWithPlaces(text: string): Folded {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  const add = (piece: string, from: number, to: number) => {
    folded += piece
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(from)
      ends.push(to)
    }
    // A mark that was left out belongs to the letter before it.
    if (piece === '' && ends.length > 0) ends[ends.length - 1] = to
  }
  let at = 0
  const addAscii = (until: number) => {
    for (; at < until; at += 1) add((text[at] ?? '').toLowerCase(), at, at + 1)
  }
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    addAscii(index)
    at = index + cluster.length
    add(foldCluster(cluster).toLowerCase(), index, at)
  }
  addAscii(text.length)
  return {
    text: folded,
    startOf: (index) => starts[index] ?? text.length,
    endOf: (index) => ends[index - 1] ?? 0,
  }
}
