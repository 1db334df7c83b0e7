import type { ConsentEvent, OptOut } from '../../shared/contract/opt-outs.ts'
import { collectTouched, type Touched } from '../outbox/bulk-operations.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { appendConsentEvent, liftOptOut, optOut } from './consent.ts'
import { findOptOuts, optOutsAfter, optOutsOf } from './find.ts'
import { importOptOuts } from './import-file.ts'

/** Things that were said that are shown of some numbers: the latest. */
const MOST_EVENTS = 500

export const optOutOperations = {
  list: findOptOuts,
  importFile: importOptOuts,

  /** Opts out these numbers (E.164), each once, because of what a person here says. One transaction. */
  add(
    db: Db,
    input: { numbers: readonly string[]; reason: string; now: number },
  ): { added: number; already: number; takenBack: number; touched: Touched } {
    return db
      .transaction(() => {
        const touched = collectTouched(db)
        const result = { added: 0, already: 0, takenBack: 0 }
        for (const e164 of input.numbers) {
          const ended = optOut(db, { e164, source: 'clerk', evidence: input.reason, messageId: null, at: input.now }, input.now)
          if (ended === null) {
            result.already += 1
            continue
          }
          result.added += 1
          result.takenBack += ended.length
          for (const id of ended) touched.add(id)
        }
        return { ...result, touched: touched.all() }
      })
      .immediate()
  },

  /** @returns whether the number was opted out */
  lift(db: Db, input: { e164: string; reason: string; now: number }): { lifted: boolean } {
    const said = { e164: input.e164, source: 'clerk', evidence: input.reason, messageId: null, at: input.now } as const
    return { lifted: db.transaction(() => liftOptOut(db, said)).immediate() }
  },

  /** Keeps that somebody agreed to get texts; the same once only. */
  recordConsent(db: Db, input: { e164: string; reason: string; at: number }): { recorded: boolean } {
    const { e164, reason: evidence, at } = input
    return db
      .transaction(() => {
        const known = statement(
          db,
          `SELECT 1 FROM consent_events WHERE e164 = @e164 AND kind = 'consent' AND at = @at AND evidence = @evidence`,
        ).get({ e164, at, evidence })
        if (known !== undefined) return { recorded: false }
        appendConsentEvent(db, 'consent', { e164, source: 'clerk', evidence, messageId: null, at })
        return { recorded: true }
      })
      .immediate()
  },

  /** Which of these numbers (E.164) are opted out, and what was said about them, latest first. */
  ofNumbers(db: Db, input: { numbers: readonly string[] }): { optOuts: OptOut[]; events: ConsentEvent[] } {
    const events = statement<[string], ConsentEvent>(
      db,
      `SELECT e164, at, kind, source, evidence, message_id AS messageId FROM consent_events
       WHERE e164 IN (SELECT value FROM json_each(?)) ORDER BY at DESC, sequence DESC, e164 LIMIT ${MOST_EVENTS}`,
    ).all(JSON.stringify(input.numbers))
    return { optOuts: optOutsOf(db, input.numbers), events }
  },

  /** Opt-outs in the order of their numbers after one (E.164); from the first after an empty text. */
  listAfter(db: Db, input: { after: string; limit: number }): OptOut[] {
    return optOutsAfter(db, input.after, input.limit)
  },
}
