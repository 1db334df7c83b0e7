import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A number in E.164 as people write it, "+46 70 174 06 21"; anything else as it is. */
export function formatNumber(peer: string): string {
  if (!peer.startsWith('+')) return peer
  return parsePhoneNumberFromString(peer)?.formatInternational() ?? peer
}

/** What to call somebody: the name, or the number where there is none. */
export function displayName(name: string | null, peer: string): string {
  return name === null || name.trim() === '' ? formatNumber(peer) : name
}

/**
 * At most two letters of a name ("Jasper de Vries" is "JV"), or the country code of a number ("+46"). Whole
 * characters as people see them, so an emoji or an accented letter is never cut in half.
 */
export function initials(name: string | null, peer: string): string {
  const words = (name ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const first = words[0]
  if (first === undefined) {
    const calling = parsePhoneNumberFromString(peer)?.countryCallingCode
    return calling === undefined ? peer.slice(0, 2).toUpperCase() : `+${calling}`
  }
  const last = words.length > 1 ? words[words.length - 1] : undefined
  return (firstCharacter(first) + (last === undefined ? '' : firstCharacter(last))).toUpperCase()
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function firstCharacter(word: string): string {
  for (const { segment } of characters.segment(word)) return segment
  return ''
}
