/** Texts of every kind. Each begins with words of its own, so that one can be told from another. */

export const GSM_ONE = 'Your table for two is ready, see you at 7 & bring £5.'

/** 200 septets. */
export const GSM_TWO = 'In two parts: '.padEnd(190, 'the kitchen is open until ten, ').concat('over {1} €')

export const UCS_ONE = 'Ваш стол готов — ждём вас в 19:00 😀'

/** 100 UTF-16 units. */
export const UCS_TWO = 'Две части: '.padEnd(96, 'кухня открыта, ').concat('😀😀')

/** A text of exactly this many characters of the SMS alphabet. */
export function gsmOf(length: number): string {
  return `${'As long as can be: '.padEnd(length - 1, 'abcdefghij ')}.`
}

/** A text of exactly this many UTF-16 units that are not in the SMS alphabet. */
export function ucsOf(length: number): string {
  return 'ж'.repeat(length)
}

/** Where a provider takes one part only: 160 septets, of which ten are five signs that count twice. */
export const GSM_FULL_PART = `${gsmOf(150)}€€[]|`
