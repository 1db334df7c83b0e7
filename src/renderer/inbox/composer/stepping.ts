import { countSegments, normaliseText, replaceOffenders, type Offender } from '../../../shared/segments/index.ts'

/** A character that can be replaced, where it stands in a text. */
export interface Place {
  char: string
  /** UTF-16 index into the text. */
  index: number
  suggestion: string
}

/** Going through the characters of a text that can be replaced, one by one. */
export interface Stepping {
  /** The text as far as it was gone through. Once another one stands there, the stepping is over. */
  text: string
  /** The character to decide about; null once there is none left. */
  place: Place | null
  /** How many were replaced so far. */
  replaced: number
}

/** At the first character that can be replaced. */
export function beginStepping(text: string): Stepping {
  return { text, place: firstPlace(text, 0), replaced: 0 }
}

/** Replaces the character it is at, and goes to the next one. To replace them all is what {@link replaceOffenders} does. */
export function replaceAndStep({ text, place, replaced }: Stepping): Stepping {
  if (place === null) return { text, place, replaced }
  const { char, index, suggestion } = place
  const after = text.slice(0, index) + suggestion + text.slice(index + char.length)
  // What stands there now may compose anew with a mark behind it: it is looked at again.
  return { text: after, place: firstPlace(after, index), replaced: replaced + 1 }
}

/** Leaves the character it is at as it is, and goes to the next one. */
export function skipAndStep({ text, place, replaced }: Stepping): Stepping {
  return { text, place: place === null ? null : firstPlace(text, place.index + place.char.length), replaced }
}

/** The first character to replace that ends behind a UTF-16 index. */
function firstPlace(text: string, from: number): Place | null {
  for (const offender of countSegments(text).offenders) {
    const { char, index } = offender
    const suggestion = index + char.length > from ? suggestionOf(offender) : null
    if (suggestion !== null) return { char, index, suggestion }
  }
  return null
}

/** Of a letter with several marks at least some can go, as {@link replaceOffenders} has it. */
function suggestionOf({ char, suggestion }: Offender): string | null {
  if (suggestion !== null) return suggestion
  const replaced = replaceOffenders(char)
  return replaced === normaliseText(char) ? null : replaced
}
