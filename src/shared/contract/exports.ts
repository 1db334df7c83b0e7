import * as z from 'zod'
import { operation } from './base.ts'
import { message } from './messages.ts'
import { count, cursor, id, instant, pageSize, rawNumber } from './primitives.ts'

/** Most texts of one printed conversation. A page has about 25, and a browser lays out so many in a few seconds. */
export const MOST_PRINTED = 5_000

/** Which messages go into a file or onto paper. */
export const exportSelection = z.object({
  conversationId: id.optional(),
  /** The conversation with this number. Refused where there is none (`conversation_not_found`). */
  to: rawNumber.optional(),
  accountId: id.optional(),
  /** From this instant on. */
  from: instant.optional(),
  /** Before this instant. */
  until: instant.optional(),
})
export type ExportSelection = z.infer<typeof exportSelection>

const range = z.object({ conversationId: id, from: instant.optional(), until: instant.optional() })

export const exportsContract = {
  /**
   * The next piece of a CSV file, oldest first; the first piece has the header. Written by the clock of `zone` (IANA).
   * What comes in after the first piece was asked for is not in it. A piece may have no row and still not be the last.
   */
  csv: operation
    .input(exportSelection.extend({ zone: z.string().min(1).max(64), after: cursor.optional() }))
    .output(z.object({ text: z.string(), count, next: cursor.nullable() })),
  /** How much of a conversation there is to print. */
  size: operation.input(range).output(
    z.object({
      messages: count,
      /** There are more than `messages`, which is where counting ends. */
      atLeast: z.boolean(),
      /** Times of the first and last of them; null where there is none. */
      first: instant.nullable(),
      last: instant.nullable(),
      /** From when on there are {@link MOST_PRINTED} at most; null where all are so few. */
      printableFrom: instant.nullable(),
    }),
  ),
  /** Messages of a conversation, oldest first. */
  messages: operation
    .input(range.extend({ after: cursor.optional(), limit: pageSize }))
    .output(z.object({ messages: z.array(message), next: cursor.nullable() })),
  /** Saves the printed form of the window's present page as PDF, where the person says. Refused where the shell cannot (`no_pdf`). */
  savePdf: operation.input(z.object({ name: z.string().trim().min(1).max(200) })).output(z.object({ saved: z.boolean() })),
}
