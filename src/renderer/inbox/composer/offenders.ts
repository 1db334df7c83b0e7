import { countSegments, replaceOffenders, type Offender, type SegmentCount } from '../../../shared/segments/index.ts'
import { plural } from '../../components/times.ts'

/** Characters of one kind that keep a text out of the cheap alphabet, as people call them. */
interface Kind {
  one: string
  many: string
}

const KINDS = {
  quote: { one: 'curly quote', many: 'curly quotes' },
  dash: { one: 'long dash', many: 'long dashes' },
  dots: { one: 'ellipsis', many: 'ellipses' },
  space: { one: 'special space', many: 'special spaces' },
  lineEnd: { one: 'special line end', many: 'special line ends' },
  invisible: { one: 'invisible character', many: 'invisible characters' },
  accent: { one: 'letter with an accent', many: 'letters with accents' },
  emoji: { one: 'emoji', many: 'emoji' },
  other: { one: 'special character', many: 'special characters' },
} satisfies Record<string, Kind>

/** Scripts that a whole text is often written in, with what their letters are called. */
const SCRIPTS: readonly (readonly [test: RegExp, name: string])[] = [
  [/\p{Script=Cyrillic}/u, 'Cyrillic'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Devanagari}/u, 'Devanagari'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/\p{Script=Han}/u, 'Chinese'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
]

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
  if (OF_EMOJI.test(char)) return KINDS.invisible
  if (suggestion === null) {
    if (EMOJI.test(char)) return KINDS.emoji
    const script = SCRIPTS.find(([test]) => test.test(char))?.[1]
    return script === undefined ? KINDS.other : { one: `${script} letter`, many: `${script} letters` }
  }
  if (suggestion === '') return KINDS.invisible
  if (suggestion === '"' || suggestion === "'") return KINDS.quote
  if (suggestion === '-') return KINDS.dash
  if (suggestion === '...') return KINDS.dots
  if (suggestion === ' ') return KINDS.space
  if (suggestion === '\n') return KINDS.lineEnd
  return KINDS.accent
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

/** "3 curly quotes and 1 long dash", most frequent first. */
export function offenderWords(offenders: readonly Offender[], locale?: string): string {
  const kinds = new Map<string, { kind: Kind; count: number }>()
  for (const offender of counted(offenders)) {
    const kind = kindOf(offender)
    kinds.set(kind.one, { kind, count: (kinds.get(kind.one)?.count ?? 0) + 1 })
  }
  const all = [...kinds.values()].sort((one, other) => other.count - one.count)
  const named = all.slice(0, NAMED_KINDS).map(({ kind, count }) => plural(count, kind.one, kind.many, locale))
  const rest = all.slice(NAMED_KINDS).reduce((sum, { count }) => sum + count, 0)
  if (rest > 0) named.push(plural(rest, 'other', 'others', locale))
  const last = named.pop() ?? ''
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`
}

/** Whether a sentence about these characters has its verb in the singular. */
export function isOne(offenders: readonly Offender[]): boolean {
  return counted(offenders).length === 1
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

/** Why there is less room than usual, while that costs nothing yet: for what a person just added, not for texts of another script. */
export function roomHint(text: string, count: SegmentCount, locale?: string): string | null {
  const ofNote = count.offenders.filter((offender) => offender.suggestion !== null || kindOf(offender) === KINDS.emoji)
  if (
    count.encoding === 'GSM-7' ||
    ofNote.length === 0 ||
    ofNote.length < count.offenders.filter(({ char }) => !OF_EMOJI.test(char)).length
  )
    return null
  const replacedAll = countSegments(replaceOffenders(text)).encoding === 'GSM-7'
  const verb = isOne(count.offenders) ? 'leaves' : 'leave'
  return `${offenderWords(count.offenders, locale)} ${verb} room for ${count.segments > 1 ? 67 : 70} characters a part instead of ${count.segments > 1 ? 153 : 160}${replacedAll ? '.' : ', so longer texts get dearer sooner.'}`
}

/** How a character is shown where it stands alone: what cannot be seen has a name. */
export function charWords(char: string): string {
  if (/^\p{Zs}$/u.test(char)) return 'special space'
  if (/^[\p{C}\p{M}\p{Zl}\p{Zp}]+$/u.test(char)) return 'invisible'
  return char
}

/** What stands there instead, in words where it cannot be seen. */
export function suggestionWords(suggestion: string): string {
  if (suggestion === '') return 'nothing'
  if (suggestion === ' ') return 'space'
  return suggestion === '\n' ? 'new line' : suggestion
}
