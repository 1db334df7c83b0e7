import * as z from 'zod'
import { operation } from './base.ts'
import { contactSelection } from './contacts.ts'
import { count, id, instant } from './primitives.ts'

/** What of a person a rule of a smart group looks at. `field` is a field from imports, by its name. */
export const ruleSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('name') }),
  z.object({ kind: z.literal('company') }),
  z.object({ kind: z.literal('notes') }),
  z.object({ kind: z.literal('field'), name: z.string().min(1).max(60) }),
  /** Country of the default number, ISO 3166-1 alpha-2. */
  z.object({ kind: z.literal('country') }),
  /** When the person came, as a day in the desk's time zone. */
  z.object({ kind: z.literal('added') }),
  /** Whether a number of the person is opted out. */
  z.object({ kind: z.literal('optedOut') }),
  /** Whether the person is in another, static group. */
  z.object({ kind: z.literal('group'), groupId: id }),
])

/** One condition. Text is compared folded: letter case and accents do not matter. */
export const groupRule = z.object({
  subject: ruleSubject,
  /** `yes` and `no` are for `optedOut` and `group`; `before` and `after` for `added` (a day such as 2026-03-01), excluding it. */
  test: z.enum(['is', 'isNot', 'contains', 'containsNot', 'begins', 'empty', 'notEmpty', 'before', 'after', 'yes', 'no']),
  value: z.string().max(200),
})
export type GroupRule = z.infer<typeof groupRule>

/** The saved filter of a smart group: people for whom all, or any, of the rules hold. */
export const groupFilter = z.object({ match: z.enum(['all', 'any']), rules: z.array(groupRule).min(1).max(20) })
export type GroupFilter = z.infer<typeof groupFilter>

export const contactGroup = z.object({
  id,
  name: z.string(),
  /** Null for a group with members of its own. */
  filter: groupFilter.nullable(),
  members: count,
  /** While the members of a smart group are still worked out: how far that is, in per cent. Null when `members` is exact. */
  builtPercent: z.int().min(0).max(100).nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type ContactGroup = z.infer<typeof contactGroup>

const groupName = z.string().trim().min(1).max(100)

export const groupsContract = {
  /** All groups by name, with how many people are in each now. */
  list: operation.output(z.array(contactGroup)),
  create: operation.input(z.object({ name: groupName, filter: groupFilter.nullable() })).output(contactGroup),
  /** Renames a group, or changes the filter of a smart one. */
  update: operation.input(z.object({ id, name: groupName, filter: groupFilter.nullable() })).output(contactGroup),
  /** Removes the group. The people stay. */
  remove: operation.input(z.object({ id })).output(z.object({ removed: z.boolean() })),
  /** How many people a filter fits now, for a smart group that is being written. */
  count: operation.input(z.object({ filter: groupFilter })).output(z.object({ count })),
  /** Puts people into a static group; answers how many were not in it before, and the instant by which just these can be taken out again. */
  addMembers: operation.input(z.object({ id, selection: contactSelection })).output(z.object({ added: count, addedAt: instant })),
  /** Takes the people out again who were put in at that instant. */
  undoAddMembers: operation.input(z.object({ id, addedAt: instant })).output(z.object({ removed: count })),
  removeMembers: operation.input(z.object({ id, selection: contactSelection })).output(z.object({ removed: count })),
  /** Static and smart groups a person is in. */
  ofContact: operation.input(z.object({ contactId: id })).output(z.array(z.object({ id, name: z.string(), smart: z.boolean() }))),
}
