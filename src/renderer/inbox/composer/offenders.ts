import { countSegments, PART_SIZES, replaceOffenders, type Offender, type SegmentCount } from '../../../shared/segments/index.ts'
import type { Words } from '../../language/words.ts'

/** Scripts that a whole text is often written in. */
const SCRIPTS = [
  [/\p{Script=Cyrillic}/u, 'cyrillic'],
  [/\p{Script=Greek}/u, 'greek'],
  [/\p{Script=Arabic}/u, 'arabic'],
  [/\p{Script=Hebrew}/u, 'hebrew'],
  [/\p{Script=Devanagari}/u, 'devanagari'],
  [/\p{Script=Thai}/u, 'thai'],
  [/\p{Script=Han}/u, 'chinese'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'japanese'],
  [/\p{Script=Hangul}/u, 'korean'],
] as const

/** Kinds of characters that keep a text out of the cheap alphabet, as people tell them apart. */
type Kind = 'quote' | 'dash' | 'dots' | 'space' | 'lineEnd' | 'invisible' | 'accent' | 'emoji' | 'other' | (typeof SCRIPTS)[number][1]

/** Most kinds a sentence names. */
const NAMED_KINDS = 3

const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Extended_Pictographic})$/u
/** What only stands with an emoji: joiners, variation selectors, skin tones, tags of flags. */
const OF_EMOJI = /^(?:\u200d|\ufe0e|\ufe0f|\u20e3|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])$/u

/** Of characters met before: a long text in another script has thousands of the same few. */
const known = new Map<string, Kind>()
/** Characters remembered; no alphabet has as many. */
const MOST_KNOWN = 2_000

function kindOf(offender: Offender): Kind {
  const before = known.get(offender.char)
  if (before !== undefined) return before
  const kind = findKind(offender)
  if (known.size < MOST_KNOWN) known.set(offender.char, kind)
  return kind
}

function findKind({ char, suggestion }: Offender): Kind {
  if (OF_EMOJI.test(char)) return 'invisible'
  if (suggestion === null) {
    if (EMOJI.test(char)) return 'emoji'
    return SCRIPTS.find(([test]) => test.test(char))?.[1] ?? 'other'
  }
  if (suggestion === '') return 'invisible'
  if (suggestion === '"' || suggestion === "'") return 'quote'
  if (suggestion === '-') return 'dash'
  if (suggestion === '...') return 'dots'
  if (suggestion === ' ') return 'space'
  return suggestion === '\n' ? 'lineEnd' : 'accent'
}

/** Below this UTF-16 unit nothing belongs to the emoji before it. */
const FIRST_OF_EMOJI = 0x200d

/** What belongs to the emoji before it is not counted by itself: a family is one emoji. Two letters of a flag are one, too. */
function counted(offenders: readonly Offender[]): Offender[] {
  let flagHalf = false
  return offenders.filter(({ char, index }, position) => {
    // Letters and marks of all alphabets: nothing of an emoji.
    if (char.charCodeAt(0) < FIRST_OF_EMOJI) return true
    const before = offenders[position - 1]
    const isRight = before !== undefined && before.index + before.char.length === index
    if (isRight && OF_EMOJI.test(char) && (EMOJI.test(before.char) || OF_EMOJI.test(before.char))) return false
    if (isRight && before.char === '\u200d' && EMOJI.test(char)) return false
    const isFlag = /^\p{Regional_Indicator}$/u.test(char)
    flagHalf = isFlag && isRight && !flagHalf && /^\p{Regional_Indicator}$/u.test(before.char)
    return !flagHalf
  })
}

/** "3 curly quotes and 1 long dash", most frequent first. @param tag by which lists are written */
export function offenderWords(words: Words<'characters'>, tag: string, offenders: readonly Offender[]): string {
  const kinds = new Map<Kind, number>()
  for (const offender of counted(offenders)) {
    const kind = kindOf(offender)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  const all = [...kinds].sort(([, one], [, other]) => other - one)
  const named = all.slice(0, NAMED_KINDS).map(([kind, count]) => words(`kind.${kind}`, { count }))
  const rest = all.slice(NAMED_KINDS).reduce((sum, [, count]) => sum + count, 0)
  if (rest > 0) named.push(words('kind.more', { count: rest }))
  return new Intl.ListFormat(tag).format(named)
}

/** How many characters these are to whoever reads them: a family is one emoji. */
export function countOffenders(offenders: readonly Offender[]): number {
  return counted(offenders).length
}

/** One character that can be replaced, wherever it stands in the text. */
export interface Replaceable {
  char: string
  suggestion: string
  count: number
}

/** What can be replaced, each character once, in the order of the text. */
export function replaceable({ offenders }: SegmentCount): Replaceable[] {
  const found = new Map<string, Replaceable>()
  for (const { char, suggestion } of offenders) {
    if (suggestion === null) continue
    const before = found.get(char)
    if (before === undefined) found.set(char, { char, suggestion, count: 1 })
    else before.count += 1
  }
  return [...found.values()]
}

/** The text with one character replaced wherever it stands. Everything else stays as it was written. */
export function replaceChar(text: string, char: string): string {
  let result = ''
  let end = 0
  for (const offender of countSegments(text).offenders) {
    if (offender.char !== char || offender.suggestion === null) continue
    result += text.slice(end, offender.index) + offender.suggestion
    end = offender.index + offender.char.length
  }
  return result + text.slice(end)
}

/**
 * Why there is less room than usual, while that costs nothing yet: for what a person just added, not for texts of another
 * script. @param tag by which lists are written
 */
export function roomHint(words: Words<'characters'>, tag: string, text: string, count: SegmentCount): string | null {
  const ofNote = count.offenders.filter((offender) => offender.suggestion !== null || kindOf(offender) === 'emoji')
  if (
    count.encoding === 'GSM-7' ||
    ofNote.length === 0 ||
    ofNote.length < count.offenders.filter(({ char }) => !OF_EMOJI.test(char)).length
  )
    return null
  const size = count.segments > 1 ? 'part' : 'single'
  const replacedAll = countSegments(replaceOffenders(text)).encoding === 'GSM-7'
  return words(replacedAll ? 'room' : 'roomLost', {
    characters: offenderWords(words, tag, count.offenders),
    count: countOffenders(count.offenders),
    room: PART_SIZES['UCS-2'][size],
    most: PART_SIZES['GSM-7'][size],
  })
}

/** How a character is shown where it stands alone: what cannot be seen has a name. */
export function charWords(words: Words<'characters'>, char: string): string {
  if (/^\p{Zs}$/u.test(char)) return words('alone.space')
  if (/^[\p{C}\p{M}\p{Zl}\p{Zp}]+$/u.test(char)) return words('alone.invisible')
  return char
}

/** What stands there instead, in words where it cannot be seen. */
export function suggestionWords(words: Words<'characters'>, suggestion: string): string {
  if (suggestion === '') return words('alone.nothing')
  if (suggestion === ' ') return words('alone.plainSpace')
  return suggestion === '\n' ? words('alone.newLine') : suggestion
}
