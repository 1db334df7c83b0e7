import * as z from 'zod'
import { operation } from './base.ts'
import { count, e164, id, instant, searchText } from './primitives.ts'

/** Longest text of a template, in UTF-16 units: longer than any provider takes in one message. */
export const LONGEST_TEMPLATE = 2_000
/** Longest name of a template and of a group of templates, in UTF-16 units. */
export const LONGEST_TEMPLATE_NAME = 60

export const template = z.object({
  id,
  /** Unique, whatever the letter case. */
  name: z.string(),
  /** Name of the group it is listed in; empty for none. */
  group: z.string(),
  /** With merge fields, see `src/shared/templates/`. */
  text: z.string(),
  /** How often a text that was made from it was put into the outbox; to many at once counts once. */
  uses: count,
  lastUsedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Template = z.infer<typeof template>

const written = {
  name: z.string().trim().min(1).max(LONGEST_TEMPLATE_NAME),
  group: z.string().trim().max(LONGEST_TEMPLATE_NAME),
  text: z
    .string()
    .max(LONGEST_TEMPLATE)
    .refine((text) => text.trim() !== '', 'write the text first'),
}

/** What the merge fields of a text are filled in from. Name, company and fields are empty where nobody is known by the number. */
export const mergePerson = z.object({
  number: z.string(),
  name: z.string(),
  company: z.string(),
  fields: z.record(z.string(), z.string()),
})

export const templatesContract = {
  /** By group and name; with `search`, the best fitting first. There are at most 1,000. */
  list: operation.input(z.object({ search: searchText.optional() })).output(z.object({ templates: z.array(template) })),
  create: operation.input(z.object(written)).output(template),
  update: operation.input(z.object({ id, ...written })).output(template),
  /** Adds a copy under a name of its own. */
  duplicate: operation.input(z.object({ id })).output(template),
  /** Removes it; can be taken back for 30 days. */
  remove: operation.input(z.object({ id })).output(z.object({ removed: z.boolean() })),
  undoRemove: operation.input(z.object({ id })).output(template),
  /** Who has these numbers, in the same order, as merge fields need it. */
  people: operation.input(z.object({ numbers: z.array(e164).min(1).max(1_000) })).output(z.object({ people: z.array(mergePerson) })),
}
