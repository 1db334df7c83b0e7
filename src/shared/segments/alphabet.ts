/**
 * The GSM 7-bit default alphabet and its extension table: 3GPP TS 23.038, clauses 6.2.1 and 6.2.1.1. Position 0x1B is
 * the escape itself and stands for no character.
 */
const DEFAULT_ALPHABET = [
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ',
  ' !"#¤%&\'()*+,-./0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmnopqrstuvwxyzäöñüà',
].join('')

/** Reached through the escape, so that each costs two septets. U+000C is the page break. */
const EXTENSION_TABLE = '\f^{}\\[~]|€'

/** Above the last GSM character (U+20AC, the euro sign) nothing needs looking up. */
const TABLE_SIZE = 0x20ad

const septetTable = new Uint8Array(TABLE_SIZE)
for (const char of DEFAULT_ALPHABET) septetTable[char.charCodeAt(0)] = 1
for (const char of EXTENSION_TABLE) septetTable[char.charCodeAt(0)] = 2

/**
 * What a UTF-16 code unit costs in the GSM 7-bit alphabet, in septets: 1 in the default alphabet, 2 in the extension
 * table, 0 where the alphabet does not have it. Every GSM character is a single UTF-16 unit.
 */
export function septetsOf(codeUnit: number): 0 | 1 | 2 {
  const cost = codeUnit < TABLE_SIZE ? septetTable[codeUnit] : 0
  return cost === 1 || cost === 2 ? cost : 0
}

/** Whether the whole text can be sent in the GSM 7-bit alphabet as it stands. */
export function isGsmText(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (septetsOf(text.charCodeAt(index)) === 0) return false
  }
  return true
}
