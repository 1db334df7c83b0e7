import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CallStatusAnswer, SendOutcome, StatusAnswer } from '../../../src/main/providers/types.ts'
import { openBench } from '../bench.ts'
import { answerProblems, callAnswerProblems } from '../kept.ts'
import type { ConformanceRow } from '../row.ts'
import { answersOf, configured, contextOf, variantsOf } from './properties.ts'

const STATES = ['delivered', 'undelivered', 'expired', 'rejected', 'unknown'] as const

/** What the provider says when it is asked: about a text, and about the settings. */
export function describeAsking(row: ConformanceRow): void {
  const { capabilities } = row.adapter().descriptor
  if (capabilities.freeConnectionTest) describeTestButton(row)
  if (capabilities.statusQuery) describeQueries(row)
  if (row.adapter().queryCall !== undefined) describeCallQueries(row)
}

function describeCallQueries(row: ConformanceRow): void {
  const numbers = Array.from({ length: 5 }, (_, index) => row.number(index))
  /** The id that all outcomes of a call have. */
  const callRefOf = (outcomes: readonly SendOutcome[]): string => {
    const refs = [...new Set(outcomes.map(({ callRef }) => callRef))]
    expect(refs).toEqual([expect.any(String)])
    return refs[0] ?? ''
  }
  const nothing: CallStatusAnswer = { kind: 'failed', code: '', message: '' }

  describe('asked what became of a whole call, the provider', () => {
    test.each(STATES)('says “%s” for each of its texts, by the ids they have', async (state) => {
      const bench = await openBench(row)
      bench.other.behave({ receipt: state, receiptBeforeAnswer: true })
      const outcomes = await bench.sendBatch(numbers, row.texts.gsmOne)
      const callRef = callRefOf(outcomes)
      expect(bench.other.taken().map(({ callId }) => callId)).toEqual(numbers.map(() => callRef))
      const answer = await bench.askCall(callRef)
      const said = answer.kind === 'texts' ? answer.texts.map(({ to, ref, receipt }) => [to, [ref], receipt?.status]) : []
      expect(said).toEqual(outcomes.map((outcome, index) => [numbers[index], 'refs' in outcome ? outcome.refs : [], state]))
    })

    test('names the texts that its answer to the call left open', async () => {
      const bench = await openBench(row)
      bench.other.behave({ answer: 'muddled' })
      const outcomes = await bench.sendBatch(numbers, row.texts.gsmOne)
      expect(new Set(outcomes.map((outcome) => outcome.class))).toEqual(new Set(['accepted', 'unknown']))
      const answer = await bench.askCall(callRefOf(outcomes))
      const ids = new Map(answer.kind === 'texts' ? answer.texts.map(({ to, ref }) => [to, ref]) : [])
      expect(bench.other.taken().map(({ to, ids: own }) => [to, own])).toEqual(
        numbers.map((number) => [row.wire(number), [ids.get(number)]]),
      )
    })

    test('leaves out a number that it did not take', async () => {
      const bench = await openBench(row)
      const refused = bench.other.refused(row.number(9))
      const answer = await bench.askCall(callRefOf(await bench.sendBatch(numbers.with(2, refused), row.texts.gsmOne)))
      const named = answer.kind === 'texts' ? answer.texts.map(({ to }) => to) : []
      expect(named).toEqual(numbers.toSpliced(2, 1))
    })

    test.each(['nobody-knows-1', 'a+b/c=d&e', '90071992547409931234'])(
      'settles nothing about the id “%s” that it never gave',
      async (ref) => {
        const bench = await openBench(row)
        expect((await bench.askCall(ref)).kind).not.toBe('texts')
      },
    )

    test('does not take the id of a text for that of a call', async () => {
      const bench = await openBench(row)
      const outcome = await bench.send(row.number(0), row.texts.gsmOne)
      const [ref = ''] = outcome.class === 'accepted' ? outcome.refs : []
      expect([outcome.callRef, (await bench.askCall(ref)).kind]).toEqual([undefined, 'failed'])
    })

    test('does not know keys that are wrong, and may not be there', async () => {
      const bench = await openBench(row)
      bench.other.behave({ answer: 'wrong_token' })
      expect(await bench.askCall('B1')).toMatchObject({ kind: 'failed' })
      await bench.other.stop()
      expect(await bench.askCall('B1')).toMatchObject({ kind: 'failed' })
    })

    test('may show a secret in the place of any value: it is not kept', async () => {
      const { adapter, account } = await configured(row)
      const secrets = Object.values(account.secrets)
      const bodies = row.callAnswers ?? []
      expect(bodies.length).toBeGreaterThan(0)
      for (const body of bodies) {
        const good = await adapter.queryCall?.(account, 'B-asked', contextOf(row, { status: 200, headers: {}, body }))
        expect(good).toMatchObject({ kind: 'texts', texts: [{}, {}] })
      }
      for (const shown of bodies.flatMap((body) => secrets.flatMap((secret) => variantsOf(body, { how: 'replace', value: secret })))) {
        const said = (await adapter.queryCall?.(account, 'B-asked', contextOf(row, { status: 200, headers: {}, body: shown }))) ?? nothing
        const problems = callAnswerProblems(said, secrets)
        expect([shown, problems]).toEqual([shown, []])
      }
    })

    test('may answer in any shape: it is survived, and about that call only', async () => {
      const { adapter, account } = await configured(row)
      const secrets = Object.values(account.secrets)
      await fc.assert(
        fc.asyncProperty(answersOf(row, secrets), async (answer) => {
          const said = (await adapter.queryCall?.(account, 'B-asked', contextOf(row, answer))) ?? { ...nothing, message: 'None.' }
          expect(callAnswerProblems(said, secrets)).toEqual([])
          if (said.kind === 'texts') expect([answer.status < 300, answer.body.includes('B-asked')]).toEqual([true, true])
        }),
        { numRuns: 1_000 },
      )
    })
  })
}

function describeTestButton(row: ConformanceRow): void {
  describe('the test button', () => {
    test('is content with settings that are right, and sends nothing', async () => {
      const bench = await openBench(row)
      expect(await bench.testConnection()).toMatchObject({ ok: true, message: expect.stringMatching(/\.$/) })
      expect([bench.other.taken(), bench.sends().filter(({ method }) => method === 'POST')]).toEqual([[], []])
    })

    test('finds keys that are wrong', async () => {
      const bench = await openBench(row)
      bench.other.behave({ answer: 'wrong_token' })
      expect(await bench.testConnection()).toMatchObject({
        ok: false,
        code: 'account_credentials',
        message: expect.stringMatching(/\.$/),
      })
    })

    test('finds a server that is not there', async () => {
      const bench = await openBench(row)
      await bench.other.stop()
      expect(await bench.testConnection()).toMatchObject({ ok: false, message: expect.stringMatching(/\.$/) })
    })
  })
}

function describeQueries(row: ConformanceRow): void {
  describe('asked what became of a text, the provider', () => {
    test.each(STATES)('says “%s” for each of its references', async (state) => {
      const bench = await openBench(row)
      bench.other.behave({ receipt: state, receiptBeforeAnswer: true })
      const outcome = await bench.send(row.number(0), row.texts.gsmTwo ?? row.texts.gsmOne)
      const refs = outcome.class === 'accepted' ? outcome.refs : []
      expect(refs.length).toBeGreaterThan(0)
      for (const ref of refs) expect(await bench.ask(ref)).toMatchObject({ kind: 'receipt', receipt: { ref, status: state } })
    })

    test('says that it is on its way', async () => {
      const bench = await openBench(row)
      const outcome = await bench.send(row.number(0), row.texts.gsmOne)
      const [ref = ''] = outcome.class === 'accepted' ? outcome.refs : []
      expect(await bench.ask(ref)).toMatchObject({ kind: 'receipt', receipt: { ref, status: 'sent' } })
    })

    test.each(['nobody-knows-1', 'a+b/c=d&e', '90071992547409931234'])(
      'settles nothing about the id “%s” that it never gave',
      async (ref) => {
        const bench = await openBench(row)
        const answer = await bench.ask(ref)
        expect(answer.kind === 'receipt' ? answer.receipt.status : answer.kind).toMatch(/^(?:unknown|not_found)$/)
      },
    )

    test('does not know keys that are wrong', async () => {
      const bench = await openBench(row)
      bench.other.behave({ answer: 'wrong_token' })
      expect(await bench.ask('R1')).toMatchObject({ kind: 'failed' })
    })

    test('may not be there', async () => {
      const bench = await openBench(row)
      await bench.other.stop()
      expect(await bench.ask('R1')).toMatchObject({ kind: 'failed' })
    })

    test('may show a secret in the place of any value: it is not kept', async () => {
      const { adapter, account } = await configured(row)
      const secrets = Object.values(account.secrets)
      expect(row.queryAnswers.length).toBeGreaterThan(0)
      for (const shown of row.queryAnswers.flatMap((body) =>
        secrets.flatMap((secret) => variantsOf(body, { how: 'replace', value: secret })),
      )) {
        const said = await adapter.queryStatus?.(account, 'R-asked', contextOf(row, { status: 200, headers: {}, body: shown }))
        expect([shown, said === undefined ? null : answerProblems(said, secrets)]).toEqual([shown, []])
      }
    })

    test('may answer in any shape: it is survived, about that text only, and keeps nothing confidential', async () => {
      const { adapter, account } = await configured(row)
      const secrets = Object.values(account.secrets)
      await fc.assert(
        fc.asyncProperty(answersOf(row, secrets), async (answer) => {
          const said: StatusAnswer = (await adapter.queryStatus?.(account, 'R-asked', contextOf(row, answer))) ?? {
            kind: 'failed',
            code: '',
            message: '',
          }
          expect(answerProblems(said, secrets)).toEqual([])
          if (said.kind === 'receipt') expect([said.receipt.ref, answer.status >= 200 && answer.status < 300]).toEqual(['R-asked', true])
        }),
        { numRuns: 1_000 },
      )
    })
  })
}
