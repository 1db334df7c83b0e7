import * as z from 'zod'
import { operation } from './base.ts'
import { count, countryCode, cursor, e164, id, instant, pageSize, rawNumber, searchText } from './primitives.ts'

/** Who or what said it. */
export const consentSource = z.enum(['reply', 'clerk', 'import', 'provider'])
export type ConsentSource = z.infer<typeof consentSource>

/** A number that gets no texts. */
export const optOut = z.object({
  e164,
  /** Whose number it is; null where it is nobody's. */
  name: z.string().nullable(),
  contactId: id.nullable(),
  source: consentSource,
  /** Why, in a person's words, or the words of the customer. */
  evidence: z.string(),
  at: instant,
})
export type OptOut = z.infer<typeof optOut>

/** What was said for or against texts to a number. Never changed afterwards. */
export const consentEvent = z.object({
  e164,
  at: instant,
  kind: z.enum(['consent', 'opt_out', 'opt_in']),
  source: consentSource,
  evidence: z.string(),
  /** The text it was said in. */
  messageId: id.nullable(),
})
export type ConsentEvent = z.infer<typeof consentEvent>

/** Why, or how one knows: kept as evidence. */
const reason = z.string().trim().min(1).max(1_000)

/** Texts that waited to go to these numbers and were cancelled. */
const takenBack = count

export const optOutsContract = {
  /** A page of numbers that get no texts, latest first, or of those that match: any part of the number, the name or the evidence. */
  list: operation
    .input(z.object({ search: searchText.optional(), after: cursor.optional(), limit: pageSize }))
    .output(z.object({ optOuts: z.array(optOut), next: cursor.nullable(), total: count })),
  /** Opts numbers out. One that is opted out already stays as it was. Texts that wait to go there are cancelled. */
  add: operation
    .input(z.object({ numbers: z.array(rawNumber).min(1).max(1_000), reason, country: countryCode.optional() }))
    .output(z.object({ added: count, already: count, takenBack, invalid: z.array(z.object({ number: z.string(), reason: z.string() })) })),
  /** Lets a number get texts again. */
  lift: operation.input(z.object({ e164, reason })).output(z.object({ lifted: z.boolean() })),
  /** Keeps that, when and how somebody agreed to get texts. Does not lift an opt-out. */
  recordConsent: operation.input(z.object({ e164, reason, at: instant.optional() })).output(z.object({ recorded: z.boolean() })),
  /** What is known about these numbers: which are opted out, and everything that was said, latest first. */
  ofNumbers: operation
    .input(z.object({ numbers: z.array(e164).min(1).max(20) }))
    .output(z.object({ optOuts: z.array(optOut), events: z.array(consentEvent) })),
  /**
   * Opts out every number of a staged file (see `imports.beginFile`), a CSV or plain list. Always: rows = added + already +
   * rejected. A row with a number that cannot be read is rejected, and its other numbers are opted out all the same. Stopped by
   * `imports.cancel`: what was opted out by then stays so.
   */
  importFile: operation.input(z.object({ fileId: z.uuid(), country: countryCode.optional(), dryRun: z.boolean() })).output(
    z.object({
      rows: count,
      added: count,
      already: count,
      rejected: count,
      takenBack,
      /** The first refused rows. */
      rejects: z.array(z.object({ row: z.int(), reason: z.string(), value: z.string() })),
    }),
  ),
  /** A chunk of all opt-outs as CSV; ask again with `next` until it is null. */
  exportCsv: operation.input(z.object({ after: cursor.optional() })).output(z.object({ csv: z.string(), count, next: cursor.nullable() })),
}
