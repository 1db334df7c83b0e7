import * as z from 'zod'
import { operation } from './base.ts'
import { count, countryCode, cursor, e164, id, instant, pageSize, rawNumber, searchText } from './primitives.ts'

export const contactNumber = z.object({
  e164,
  /** "mobile", "work", or what the file called it. */
  label: z.string().max(60),
  /** Digits dialled after the number, which texts go without; empty for none. */
  extension: z.string().max(20),
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
  /** Left out: the fields stay as they are. */
  fields: z.record(z.string().trim().min(1).max(60), z.string().max(20_000)).optional(),
  country: countryCode.optional(),
})

/** Which people: of all, those in a group, those that match what was typed. */
export const contactFilter = z.object({
  /** Any part of a name, company or number. */
  search: searchText.optional(),
  groupId: id.optional(),
})
export type ContactFilter = z.infer<typeof contactFilter>

/** People that something is to be done to: those named, or all of a list but those left out. */
export const contactSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('some'), ids: z.array(id).min(1).max(5_000) }),
  z.object({ kind: z.literal('all'), filter: contactFilter, except: z.array(id).max(5_000) }),
])
export type ContactSelection = z.infer<typeof contactSelection>

export const EVERYBODY: ContactSelection = { kind: 'all', filter: {}, except: [] }

export const contactOrder = z.enum(['name', 'added'])
export type ContactOrder = z.infer<typeof contactOrder>

/** How many people a list has. Beyond a bound they are not counted one by one. */
export const contactTotal = z.object({
  count,
  /** There are more than `count`. */
  atLeast: z.boolean(),
})
export type ContactTotal = z.infer<typeof contactTotal>

/** What a person can take back: people that were removed, or merged into another. */
export const removal = z.object({ removalId: id, people: count })

export const contactsContract = {
  /** A page of people, by place. Any place of a list of a million is as fast as its first. */
  list: operation
    .input(
      contactFilter.extend({
        /** Left out: by name. `added`: who came last comes first. */
        order: contactOrder.optional(),
        /** Place of the first person of the page in the list, from 0. */
        offset: count.max(100_000_000).optional(),
        limit: pageSize,
      }),
    )
    .output(z.object({ contacts: z.array(contact), total: contactTotal })),
  /** Place in the list by name of the first person whose name begins with, or comes after, these letters. */
  place: operation.input(z.object({ from: z.string().max(100) })).output(z.object({ offset: count })),
  get: operation.input(z.object({ id })).output(contact),
  create: operation.input(contactInput).output(contact),
  update: operation.input(contactInput.extend({ id })).output(contact),
  /** Makes one person of two: `keepId` stays, with the values given here and the numbers, groups and fields of both. */
  merge: operation
    .input(z.object({ keepId: id, otherId: id, name: z.string().trim().max(500), company: z.string().trim().max(500) }))
    .output(z.object({ contact, removalId: id })),
  remove: operation.input(z.object({ selection: contactSelection })).output(removal),
  /** Takes a removal or a merge back. People somebody changed since are left alone and counted. */
  undoRemoval: operation.input(z.object({ removalId: id })).output(z.object({ restored: count, leftAlone: count })),
  /** Names of all fields that people have, in alphabetical order. */
  fieldNames: operation.output(z.object({ names: z.array(z.string()) })),
  /**
   * A chunk of the people as a file: CSV that spreadsheets open safely, or contact cards (vCard 4.0). Ask again with
   * `next` until it is null; the chunks put together are the file.
   */
  exportFile: operation
    .input(z.object({ format: z.enum(['csv', 'vcard']), selection: contactSelection.optional(), after: cursor.optional() }))
    .output(z.object({ text: z.string(), count, next: cursor.nullable() })),
}
