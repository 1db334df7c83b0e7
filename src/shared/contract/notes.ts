import * as z from 'zod'
import { operation } from './base.ts'
import { id, instant } from './primitives.ts'

/** Longest note, in UTF-16 units. */
export const MAX_NOTE_UNITS = 5_000

/** Most notes of one answer. */
export const MAX_NOTES = 500

const noteText = z.string().trim().min(1).max(MAX_NOTE_UNITS)

/** What the staff wrote down in a conversation for themselves. Never sent. */
export const note = z.object({
  id,
  conversationId: id,
  text: z.string(),
  createdAt: instant,
  /** Equals `createdAt` until it is changed. */
  updatedAt: instant,
})
export type Note = z.infer<typeof note>

export const notesContract = {
  /** Notes of a conversation, oldest first; with `from` and `until` those written between, both included. Of more than 500 the latest. */
  list: operation
    .input(z.object({ conversationId: id, from: instant.optional(), until: instant.optional() }))
    .output(z.object({ notes: z.array(note) })),
  add: operation.input(z.object({ conversationId: id, text: noteText })).output(note),
  /** Changes the words; it stays where it is. Refused once it was deleted (`note_not_found`). */
  edit: operation.input(z.object({ id, text: noteText })).output(note),
  /** Deletes a note and answers it as it was, for `restore`. Refused when it was deleted already (`note_not_found`). */
  remove: operation.input(z.object({ id })).output(note),
  /** Puts a note back that was deleted, where it was. One that is there stays as it is. */
  restore: operation.input(note.extend({ text: noteText })).output(note),
}
