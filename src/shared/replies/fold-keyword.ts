import { foldText } from '../text/fold.ts'

/** What is no letter, sign of a letter or digit: space, punctuation, symbols, emoji, and characters that show nothing. */
const NO_LETTER = /[^\p{L}\p{M}\p{N}]/gu
/** Signs that people leave out or a keyboard adds: variation selectors, keycaps, the stretch and vowels of Arabic, the dot of Hindi. */
const OPTIONAL_SIGNS = /\p{Variation_Selector}|[\u20D0-\u20FF]|\u0640|[\u064B-\u065F]|\u0670|\u093C/gu

/**
 * A word as it is compared: without case, accents, spaces, punctuation, emoji, full-width forms and characters that show
 * nothing. So “ Stopp! ”, “S.T.O.P.P” and “ＳＴＯＰＰ 🛑” are one word, and “opt-out” is “optout”. Empty where nothing is left. Folding
 * twice changes nothing.
 */
export function foldKeyword(text: string): string {
  return bare(foldText(bare(text.normalize('NFKD')))).normalize('NFC')
}

function bare(text: string): string {
  return text.replaceAll(NO_LETTER, '').replaceAll(OPTIONAL_SIGNS, '')
}
