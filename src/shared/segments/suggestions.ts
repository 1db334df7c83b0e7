import { isGsmText } from './alphabet.ts'

/** Typed by word processors and phones where a plain character says the same. Left of the arrow only foreign ones. */
const PLAIN_FORMS: readonly (readonly [foreign: string, plain: string])[] = [
  ['‘’‚‛‹›ʼʹ′`´', "'"],
  ['“”„‟«»″', '"'],
  ['‐‑‒–—―−', '-'],
  ['…', '...'],
  // tab, no-break space, the typographic spaces of U+2000 to U+200A, and those of French and Japanese typesetting
  ['\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
  // vertical tab, next line, line and paragraph separators
  ['\u000b\u0085\u2028\u2029', '\n'],
  // invisible: soft hyphen, zero-width space, word joiner, byte order mark
  ['\u00ad\u200b\u2060\ufeff', ''],
  // letters that Unicode does not take apart
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ħ', 'h'],
  ['Ħ', 'H'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ẞ', 'ß'],
  // closest letter is not the bare one
  ['ő', 'ö'],
  ['Ő', 'Ö'],
  ['ű', 'ü'],
  ['Ű', 'Ü'],
  // Greek capitals the alphabet leaves out because a Latin letter looks the same
  ['Α', 'A'],
  ['Β', 'B'],
  ['Ε', 'E'],
  ['Ζ', 'Z'],
  ['Η', 'H'],
  ['Ι', 'I'],
  ['Κ', 'K'],
  ['Μ', 'M'],
  ['Ν', 'N'],
  ['Ο', 'O'],
  ['Ρ', 'P'],
  ['Τ', 'T'],
  ['Υ', 'Y'],
  ['Χ', 'X'],
]

const plainForms = new Map(PLAIN_FORMS.flatMap(([foreign, plain]) => [...foreign].map((char) => [char, plain] as const)))

const ONE_ACCENT = /^([A-Za-z])[\u0300-\u036f]$/

/**
 * The nearest thing the GSM alphabet has for a character it lacks, or null where the reader would lose something:
 * another script, a symbol, a letter with two accents. The empty string means the character can simply go.
 * @param char one character (code point) in NFC
 */
export function suggestionFor(char: string): string | null {
  const plain = plainForms.get(char)
  if (plain !== undefined) return plain
  if (isRemovableControl(char)) return ''
  const letter = ONE_ACCENT.exec(char.normalize('NFD'))?.[1]
  return letter !== undefined && isGsmText(letter) ? letter : null
}

function isRemovableControl(char: string): boolean {
  const code = char.codePointAt(0) ?? 0
  return code < 0x20 || (code >= 0x7f && code < 0xa0)
}
