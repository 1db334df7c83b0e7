/** Letters that Unicode does not take apart into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/**
 * Text for comparing and ordering: compatibility forms resolved (NFKD), accents of Latin, Greek and Cyrillic letters
 * removed, lower case, single spaces. Vowel signs of other scripts stay, since without them the words differ.
 */
export function foldText(text: string): string {
  const plain = /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replaceAll(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replaceAll(/[øæœßłđðþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
  return plain.replaceAll(/\s+/g, ' ').trim()
}
