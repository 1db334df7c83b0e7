import type { NotificationSettings } from '../../shared/contract/notifications.ts'
import type { Note } from '../../shared/notifications/grouping.ts'
import type { Words } from '../language/words.ts'

/** Longest piece of a text and of a name in a notification, in characters: computers show two or three lines. */
const TEXT_CHARACTERS = 180
const NAME_CHARACTERS = 80

/** What a notification says. */
export interface NoteWords {
  title: string
  body: string
  /** The same for those who cannot see the window, without the text. */
  spoken: string
}

/**
 * The words of a notification. The text of a message is in it only where the settings say so.
 * @param who the person or number of a note of one conversation
 * @param text what the latest message says, in words; null for a text without any
 */
export function noteWords(
  words: Words<'arrivals'>,
  note: Note,
  shows: NotificationSettings['shows'],
  { who, text }: { who: string; text: string | null },
): NoteWords {
  const { texts, calls } = note
  if (note.kind === 'many') {
    const title = manyWords(words, note)
    return { title, body: words('open'), spoken: title }
  }
  const name = excerpt(who, NAME_CHARACTERS)
  if (note.latest.what === 'missed_call') {
    return { title: name, body: words('missedCalls', { calls }), spoken: words('spokenCall', { who: name }) }
  }
  if (shows === 'who' || text === null) {
    return { title: name, body: words('texts', { texts }), spoken: words('spokenText', { who: name }) }
  }
  const title = texts > 1 ? words('whoAndCount', { who: name, texts }) : name
  return { title, body: excerpt(text, TEXT_CHARACTERS), spoken: words('spokenText', { who: title }) }
}

/** "7 new texts and 2 missed calls from 4 people". */
function manyWords(words: Words<'arrivals'>, { texts, calls, conversations: people }: Extract<Note, { kind: 'many' }>): string {
  if (calls === 0) return words('manyTexts', { texts, people })
  return texts === 0 ? words('manyCalls', { calls, people }) : words('manyBoth', { texts, calls, people })
}

/** Line breaks and characters that draw nothing or turn the direction of what follows have no place in a line of the computer's own. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function excerpt(text: string, most: number): string {
  let length = 0
  let end = 0
  // One character can be as long as a whole text: what is looked at is bounded first.
  const line = oneLine(text.slice(0, most * 3)).toWellFormed()
  for (const { segment, index } of characters.segment(line)) {
    if (length === most) return `${line.slice(0, end)}…`
    length += 1
    end = index + segment.length
  }
  return line
}
