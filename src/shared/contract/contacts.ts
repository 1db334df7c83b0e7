import * as z from 'zod'
import { operation } from './base.ts'
import { count, countryCode, cursor, e164, id, instant, pageSize, rawNumber, searchText } from './primitives.ts'

export const contactNumber = z.object({
  e164,
  /** "mobile", "work", or what the file called it. */
  label: z.string().max(60),
})

export const contact = z.object({
  id,
  name: z.string(),
  company: z.string(),
  notes: z.string(),
  /** First is the default number. */
  numbers: z.array(contactNumber),
  /** Other columns of the person's imports, by header. */
  fields: z.record(z.string(), z.string()),
  createdAt: instant,
  updatedAt: instant,
})
export type Contact = z.infer<typeof contact>

const contactInput = z.object({
  name: z.string().trim().max(500),
  company: z.string().trim().max(500),
  notes: z.string().max(20_000),
  numbers: z.array(z.object({ number: rawNumber, label: z.string().trim().max(60) })).max(20),
  country: countryCode.optional(),
})

export const contactsContract = {
  /** A page of people by name, or of those matching `search` (name, company, any part of a number). */
  list: operation
    .input(z.object({ search: searchText.optional(), after: cursor.optional(), limit: pageSize }))
    .output(z.object({ contacts: z.array(contact), next: cursor.nullable(), total: count })),
  get: operation.input(z.object({ id })).output(contact),
  create: operation.input(contactInput).output(contact),
  update: operation.input(contactInput.extend({ id })).output(contact),
  remove: operation.input(z.object({ ids: z.array(id).min(1).max(500) })).output(z.object({ removed: count })),
  /**
   * A chunk of the people as CSV text that spreadsheets open safely. Ask again with `next` until it is null;
   * the chunks put together are the file.
   */
  exportCsv: operation.input(z.object({ after: cursor.optional() })).output(z.object({ csv: z.string(), count, next: cursor.nullable() })),
}
