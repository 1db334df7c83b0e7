import type { NotificationSettings } from '../contract/notifications.ts'
import type { Note } from './grouping.ts'

/** Longest piece of a text and of a name in a notification, in characters: computers show two or three lines. */
const TEXT_CHARACTERS = 180
const NAME_CHARACTERS = 80

/** What a notification says. */
export interface NoteWords {
  title: string
  body: string
}

/**
 * The words of a notification. The text of a message is in it only where the settings say so.
 * @param who the person or number of a note of one conversation
 * @param text what the latest message says, in words; null for a text without any
 */
export function noteWords(
  note: Note,
  shows: NotificationSettings['shows'],
  { who, text }: { who: string; text: string | null },
): NoteWords {
  if (note.kind === 'many') {
    return { title: `${whatCame(note)} from ${counted(note.conversations, 'person', 'people')}`, body: 'Open SMS Desk to read them.' }
  }
  const { texts, calls, latest } = note
  const title = excerpt(who, NAME_CHARACTERS)
  if (latest.what === 'missed_call') return { title, body: calls === 1 ? 'Missed call' : `Missed call, ${calls} times` }
  if (shows === 'who' || text === null) return { title, body: whatCame({ texts, calls: 0 }) }
  return { title: texts > 1 ? `${title} (${texts})` : title, body: excerpt(text, TEXT_CHARACTERS) }
}

/** "New text", "7 new texts and 2 missed calls". */
function whatCame({ texts, calls }: { texts: number; calls: number }): string {
  if (calls === 0) return texts === 1 ? 'New text' : `${texts} new texts`
  const missed = counted(calls, 'missed call', 'missed calls')
  return texts === 0 ? missed : `${counted(texts, 'new text', 'new texts')} and ${missed}`
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
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
