import * as z from 'zod'
import { operation } from './base.ts'
import { count, id } from './primitives.ts'

/** Colours of labels, by their names in the theme. The name beside a colour carries the meaning. */
export const LABEL_COLOURS = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple'] as const

const labelColour = z.enum(LABEL_COLOURS)
export type LabelColour = z.infer<typeof labelColour>

export const label = z.object({
  id,
  name: z.string(),
  colour: labelColour,
  /** Conversations that have it, archived ones included. */
  conversations: count,
})
export type Label = z.infer<typeof label>

/** Longest name of a label, in UTF-16 units: it has to fit beside a name in a row. */
export const LABEL_NAME_UNITS = 40

const labelName = z.string().trim().min(1).max(LABEL_NAME_UNITS)

export const labelsContract = {
  /** All labels in their order, at most 100. */
  list: operation.output(z.array(label)),
  /** Adds one at the end. */
  create: operation.input(z.object({ name: labelName, colour: labelColour })).output(label),
  update: operation.input(z.object({ id, name: labelName, colour: labelColour })).output(label),
  /** Moves one up or down among the labels by so many places; beyond an end it stays at that end. */
  move: operation.input(z.object({ id, by: z.int().min(-100).max(100) })).output(z.object({ moved: z.boolean() })),
  /** Removes the label; the conversations stay. */
  remove: operation.input(z.object({ id })).output(z.object({ removed: z.boolean() })),
  /** Puts a label on a conversation, or takes it off; answers all it has then. At most 20 each. */
  set: operation.input(z.object({ labelId: id, conversationId: id, on: z.boolean() })).output(z.object({ labelIds: z.array(id) })),
}
