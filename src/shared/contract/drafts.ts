import * as z from 'zod'
import { operation } from './base.ts'
import { wallTime } from './messages.ts'
import { e164, id, instant, messageText } from './primitives.ts'

/** Longest text half written, in UTF-16 units: more than any provider takes, so that it can be shortened later. */
export const MAX_DRAFT_UNITS = 20_000
/** Most people a new text is written to. */
const MAX_RECIPIENTS = 1_000
/** Longest name of a recipient that is kept, in UTF-16 units. */
export const MAX_LABEL_UNITS = 100
/** Most texts kept beside a draft. */
export const MAX_TAKEN_BACK = 5

const draftText = z.string().max(MAX_DRAFT_UNITS)

/** Whose draft it is: a conversation's id, or `new` for the text to somebody new. */
export const draftKey = z.union([z.literal('new'), id])

/** What a draft asked the host to send: kept until the host has answered, so that asking again never sends twice. */
export const askedSend = z.object({
  requestId: z.uuid(),
  accountId: id,
  to: z.array(e164).max(MAX_RECIPIENTS),
  text: draftText,
  /** What goes out to each of `to` once merge fields are filled in; null where that is `text` as it is. */
  texts: z.array(messageText).max(MAX_RECIPIENTS).nullable(),
  /** Templates it was made from. */
  templateIds: z.array(id).max(20),
  /** When it goes out; null for at once. */
  schedule: wallTime.nullable(),
  /** Not sent any more after this instant. */
  validUntil: instant.nullable(),
  /** The provider keeps it until its time. */
  keptByProvider: z.boolean(),
  /** Sent although the same text went to the same number a short while ago. */
  again: z.boolean(),
})

/** Somebody a text goes to. */
export const draftRecipient = z.object({
  e164,
  /** Name, or the number as people write it. */
  label: z.string().max(MAX_LABEL_UNITS),
  /** Their conversation, if there is one already. */
  conversationId: id.nullable(),
})

/** A text half written. */
export const draft = z.object({
  text: draftText,
  /** The account chosen for this text; null while the usual one applies. */
  accountId: id.nullable(),
  asked: askedSend.nullable(),
  /** Texts kept beside it, latest last: taken back, say, while this one was being written. */
  takenBack: z.array(draftText).max(MAX_TAKEN_BACK),
  /** Who a new text goes to; empty for one in a conversation. */
  recipients: z.array(draftRecipient).max(MAX_RECIPIENTS),
})
export type StoredDraft = z.infer<typeof draft>

export const draftsContract = {
  /** The draft kept under a key; null where there is none. */
  get: operation.input(z.object({ key: draftKey })).output(draft.nullable()),
  /** Keeps a draft in place of the one before; one with nothing in it goes. The last writer wins. */
  save: operation.input(z.object({ key: draftKey, draft })).output(z.object({ kept: z.boolean() })),
}
