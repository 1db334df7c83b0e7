import { describe, expect, test } from 'vitest'
import { capabilitiesOf } from '../../../src/main/providers/capabilities.ts'
import type { SendOutcome } from '../../../src/main/providers/types.ts'
import type { Bench } from '../bench.ts'
import { openBench } from '../bench.ts'
import type { ConformanceRow } from '../row.ts'

/** Several numbers in one call: each has an outcome of its own, and none gets the text twice. */
export function describeBatches(row: ConformanceRow): void {
  test(`the account takes at most ${row.listSize} numbers in a call, and says so`, async () => {
    const { adapter, other } = await openBench(row)
    expect(capabilitiesOf(adapter, other.account.config).batchSize).toBe(row.listSize)
  })

  if (row.listSize === 1) return
  describe('a list', () => {
    test('of numbers that are all good is taken, each known by its own references', async () => {
      const bench = await openBench(row)
      const numbers = numbersOf(row, 5)
      const outcomes = await bench.sendBatch(numbers, row.texts.gsmTwo ?? row.texts.gsmOne)
      expectEach(row, bench, numbers, outcomes)
      expect(bench.sends()).toHaveLength(1)
    })

    test('as long as the account allows is taken in one call', async () => {
      const bench = await openBench(row)
      const numbers = numbersOf(row, row.listSize)
      expectEach(row, bench, numbers, await bench.sendBatch(numbers, row.texts.gsmOne))
      expect(bench.sends()).toHaveLength(1)
    })

    test('of one number is like a single text', async () => {
      const bench = await openBench(row)
      const numbers = numbersOf(row, 1)
      expectEach(row, bench, numbers, await bench.sendBatch(numbers, row.texts.ucsOne))
      expect(bench.sends()).toHaveLength(1)
    })

    test('of none is no call', async () => {
      const bench = await openBench(row)
      expect(await bench.sendBatch([], row.texts.gsmOne)).toEqual([])
      expect(bench.sends()).toEqual([])
    })

    test.each([0, 2, 4])('with a bad number at place %i gets the text to exactly the others', async (place) => {
      const bench = await openBench(row)
      const numbers = numbersOf(row, 5).with(place, bench.other.refused(row.number(9)))
      const outcomes = await bench.sendBatch(numbers, row.texts.gsmOne)
      for (const [index, outcome] of outcomes.entries()) {
        if (!isAloneWanted(outcome)) continue
        // As the desk does: what did not go as one of several goes by itself.
        outcomes[index] = await bench.send(numbers[index] ?? '', row.texts.gsmOne)
      }
      const bad = outcomes[place]
      expect(bad).toMatchObject({ class: 'not_accepted_permanent' })
      expectEach(
        row,
        bench,
        numbers.filter((_, index) => index !== place),
        outcomes.filter((_, index) => index !== place),
      )
    })

    test('of bad numbers only is refused, each for itself, and none is taken', async () => {
      const bench = await openBench(row)
      bench.other.behave({ answer: 'refuse_number' })
      const numbers = numbersOf(row, 3)
      for (const [index, outcome] of (await bench.sendBatch(numbers, row.texts.gsmOne)).entries()) {
        const last = isAloneWanted(outcome) ? await bench.send(numbers[index] ?? '', row.texts.gsmOne) : outcome
        expect(last.class).toBe('not_accepted_permanent')
      }
      expect(bench.other.taken()).toEqual([])
    })

    test.each([
      ['drop_before', 0],
      ['drop_after', 3],
      ['silent', 3],
      ['unreadable', 3],
      ['server_error', 0],
    ] as const)('met by “%s” leaves the fate of each open, and is not sent again', async (answer, count) => {
      const bench = await openBench(row, { impatient: answer === 'silent' })
      await bench.send(row.number(9), row.texts.ucsOne)
      const before = bench.sends().length
      bench.other.behave({ answer })
      const outcomes = await bench.sendBatch(numbersOf(row, 3), row.texts.gsmOne)
      expect(outcomes.map((outcome) => outcome.class)).toEqual(['unknown', 'unknown', 'unknown'])
      await expect.poll(() => bench.other.taken().filter(({ text }) => text === row.texts.gsmOne).length).toBe(count)
      expect(bench.sends().length - before).toBe(1)
    })

    test.each([
      ['wrong_token', 'account_problem'],
      ['no_credit', 'account_problem'],
      ['busy', 'not_accepted_transient'],
      ['rate_limited', 'not_accepted_transient'],
    ] as const)('met by “%s” is not taken, and is no reason for single texts', async (answer, kind) => {
      const bench = await openBench(row)
      bench.other.behave({ answer })
      const outcomes = await bench.sendBatch(numbersOf(row, 3), row.texts.gsmOne)
      expect(outcomes.map((outcome) => [outcome.class, isAloneWanted(outcome)])).toEqual([
        [kind, false],
        [kind, false],
        [kind, false],
      ])
      expect(bench.other.taken()).toEqual([])
    })

    test('to a carrier that is not there is no loss: each text may be tried again', async () => {
      const bench = await openBench(row)
      await bench.other.stop()
      for (const outcome of await bench.sendBatch(numbersOf(row, 3), row.texts.gsmOne)) {
        expect(outcome).toMatchObject({ class: 'not_accepted_transient', code: 'refused' })
      }
    })

    test('arrives letter for letter', async () => {
      const bench = await openBench(row)
      const text = 'Åsa & "Bo": 50 % + {x} \\n\n=?# 😀'
      const numbers = numbersOf(row, 3)
      expectEach(row, bench, numbers, await bench.sendBatch(numbers, text))
      expect(bench.other.taken().map((taken) => taken.text)).toEqual([text, text, text])
    })

    test('keeps nobody else’s number with a text', async () => {
      const bench = await openBench(row)
      const numbers = numbersOf(row, 3)
      for (const answer of ['accept', 'refuse_number', 'wrong_token', 'server_error'] as const) {
        bench.other.behave({ answer })
        for (const [index, { exchange }] of (await bench.sendBatch(numbers, row.texts.gsmOne)).entries()) {
          const kept = `${exchange.request}\n${exchange.response ?? ''}`
          const others = numbers.filter((_, other) => other !== index)
          expect(others.filter((number) => isNumberIn(kept, number))).toEqual([])
        }
      }
    })
  })
}

/** In any notation of a country code; the digits of a longer id that happen to be the same are no number. */
function isNumberIn(text: string, number: string): boolean {
  return new RegExp(`(?<!\\d)\\d{0,4}${number.slice(-9)}(?!\\d)`).test(text)
}

function numbersOf(row: ConformanceRow, count: number): string[] {
  return Array.from({ length: count }, (_, index) => row.number(index))
}

function isAloneWanted(outcome: SendOutcome): boolean {
  return outcome.class === 'not_accepted_transient' && outcome.code === 'batch_unsupported'
}

/** Each of these numbers was taken once, and its outcome has the references of that text. */
function expectEach(row: ConformanceRow, bench: Bench, numbers: readonly string[], outcomes: readonly SendOutcome[]): void {
  const taken = bench.other.taken()
  expect(taken.map(({ to }) => to).toSorted()).toEqual(numbers.map((number) => row.wire(number)).toSorted())
  const byNumber = new Map(taken.map((one) => [one.to, one]))
  const expected = numbers.map((number) => byNumber.get(row.wire(number))).map((one) => (one === undefined ? null : row.refs(one)))
  expect(outcomes.map((outcome) => (outcome.class === 'accepted' ? outcome.refs : outcome))).toEqual(expected)
}
