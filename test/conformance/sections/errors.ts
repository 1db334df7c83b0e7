import { describe, expect, test } from 'vitest'
import type { SendOutcome } from '../../../src/main/providers/types.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { Bench } from '../bench.ts'
import { openBench } from '../bench.ts'
import type { ConformanceRow, Expected, Fault } from '../row.ts'

/** What each fault means, whoever the provider is (docs/sending.md). */
const HOUSE_RULES: Readonly<Record<Fault, Expected>> = {
  refuse_number: { class: 'not_accepted_permanent', code: 'recipient_invalid' },
  wrong_token: { class: 'account_problem', code: 'account_credentials' },
  no_credit: { class: 'account_problem', code: 'account_balance' },
  busy: { class: 'not_accepted_transient', code: 'provider_busy', retryAfterMs: 1_000 },
  rate_limited: { class: 'not_accepted_transient', code: 'rate_limited', retryAfterMs: 1_000 },
  server_error: { class: 'unknown', code: 'provider_error' },
  // The request was written, so nobody knows.
  drop_before: { class: 'unknown', code: 'reset' },
  drop_after: { class: 'unknown', code: 'reset' },
  silent: { class: 'unknown', code: 'timeout' },
  unreadable: { class: 'unknown', code: 'answer_unreadable' },
  muddled: { class: 'unknown', code: 'answer_unreadable' },
}

/** Faults after which the text is with the provider all the same. */
const TAKEN_ALL_THE_SAME: ReadonlySet<Fault> = new Set<Fault>(['drop_after', 'silent', 'unreadable', 'muddled'])

const FAULTS = Object.keys(HOUSE_RULES) as Fault[]

/** Numbers of the lists that meet an error. */
const LIST_LENGTH = 3

/** Every documented error becomes what it means, and nothing goes out by it. */
export function describeErrors(row: ConformanceRow): void {
  const keys = Object.keys(row.errors)
  const refusals = Object.entries(row.errors).flatMap(([key, expected]) => ('report' in expected ? [] : [[key, expected] as const]))
  const reports = Object.entries(row.errors).flatMap(([key, expected]) => ('report' in expected ? [[key, expected] as const] : []))

  describe('errors', () => {
    test('are all in the row, and no others', async () => {
      const { errorKeys } = await row.open(row.adapter(), createFakeClock())
      expect(keys.toSorted()).toEqual([...errorKeys].toSorted())
    })

    test.each(refusals)('%s has its class and code, and nothing is taken', async (key, expected) => {
      const bench = await openBench(row)
      bench.other.behave({ error: key })
      expectOutcome(await bench.send(row.number(0), row.texts.gsmOne), expected)
      if (row.voiceCode !== null) expectOutcome(await bench.call(row.number(0), row.voiceCode), expected)
      await expectForList(row, bench, expected)
      expect([bench.other.taken(), bench.other.spoken()]).toEqual([[], []])
    })

    test.each(reports)('%s comes with the report, as a sentence', async (key, { report, says }) => {
      const bench = await openBench(row)
      bench.other.behave({ error: key, receipt: 'undelivered', receiptBeforeAnswer: true })
      const outcome = await bench.send(row.number(0), row.texts.gsmOne)
      expect(outcome.class).toBe('accepted')
      expect(bench.readings()).toMatchObject([
        { kind: 'read', receipts: [{ ref: refsOf(outcome)[0], status: report, detail: expect.stringMatching(says) }] },
      ])
    })
  })

  describe('a fault', () => {
    test.each(FAULTS)('“%s” leads to what the house rules say', async (fault) => {
      const bench = await openBench(row, { impatient: fault === 'silent' })
      // A first text, so that what a connection and a token take is done.
      await bench.send(row.number(1), row.texts.gsmOne)
      const before = bench.sends().length
      bench.other.behave({ answer: fault })
      const outcome = await bench.send(row.number(0), row.texts.ucsOne)
      expectOutcome(outcome, row.faults[fault] ?? HOUSE_RULES[fault])
      const count = TAKEN_ALL_THE_SAME.has(fault) ? 1 : 0
      await expect.poll(() => bench.other.taken().filter(({ text }) => text === row.texts.ucsOne).length).toBe(count)
      expect(bench.sends().length - before).toBe(row.calls?.[fault] ?? 1)
    })

    test('of a carrier that is not there is no loss: the text may be tried again', async () => {
      const bench = await openBench(row)
      await bench.other.stop()
      expect(await bench.send(row.number(0), row.texts.gsmOne)).toMatchObject({ class: 'not_accepted_transient', code: 'refused' })
    })
  })

  describeFaultsOfCalls(row)
}

/** The same faults, where a code is to be spoken. */
function describeFaultsOfCalls(row: ConformanceRow): void {
  const { voiceCode } = row
  if (voiceCode === null) return
  describe('a fault, while a code is to be spoken,', () => {
    test.each(FAULTS)('“%s” means the same as for a text', async (fault) => {
      const bench = await openBench(row, { impatient: fault === 'silent' })
      bench.other.behave({ answer: fault })
      expectOutcome(await bench.call(row.number(0), voiceCode), row.faults[fault] ?? HOUSE_RULES[fault])
      await expect.poll(() => bench.other.spoken().length).toBe(TAKEN_ALL_THE_SAME.has(fault) ? 1 : 0)
      expect(bench.sends()).toHaveLength(1)
    })
  })
}

/** What an error of a single text means for a list: a refusal may be about one number only, all else is about the whole. */
async function expectForList(row: ConformanceRow, bench: Bench, expected: Expected): Promise<void> {
  if (row.listSize === 1) return
  const numbers = Array.from({ length: LIST_LENGTH }, (_, index) => row.number(index))
  const outcomes = await bench.sendBatch(numbers, row.texts.gsmOne)
  const mayBeOneNumber = expected.class === 'not_accepted_permanent'
  for (const outcome of outcomes) {
    expectOutcome(outcome, mayBeOneNumber ? { class: 'not_accepted_transient', code: 'batch_unsupported' } : expected)
  }
}

function expectOutcome(outcome: SendOutcome, { class: kind, code, retryAfterMs, keptBack = false }: Expected): void {
  expect(outcome).toMatchObject({ class: kind, code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })
  // What asks for nothing is not made to ask.
  if (retryAfterMs === undefined && outcome.class === 'not_accepted_transient') expect(outcome.retryAfterMs).toBeNull()
  expect('blockedUntil' in outcome && outcome.blockedUntil !== undefined).toBe(keptBack)
}

function refsOf(outcome: SendOutcome): readonly string[] {
  return outcome.class === 'accepted' ? outcome.refs : []
}
