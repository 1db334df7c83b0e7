import { describe, expect, test } from 'vitest'
import { capabilitiesOf } from '../../../src/main/providers/capabilities.ts'
import { openBench } from '../bench.ts'
import type { ConformanceRow } from '../row.ts'

/** Texts that break what is put together by hand. Each fits into one part of 70. */
const AWKWARD: ReadonlyArray<readonly [what: string, text: string]> = [
  ['quotes, backslashes and braces', `He said "no" \\ {a} [b] 'c' ~^|`],
  ['signs that mean something in an address', 'A&B=C+D 100% ?x#1; %41 %zz %2B'],
  ['line breaks', 'First line\nsecond line\n\nfourth line'],
  ['emoji', 'Tack så mycket 😀 👩‍👩‍👧 ❤️ 🇸🇪'],
  ['signs of markup', '<b>Hello</b> &amp; <script> ]]>'],
  ['marks of templates', '{{to}} {{text}} $message$ ${x} %s $& $1'],
  ['blanks around it', '  two blanks  around it  '],
  ['digits only', '0042007'],
  ['letters of several scripts', 'שלום عربي 中文 Ελλάδα é'],
  ['blanks nobody sees', 'a\u2028b\u00A0c\u200Bd\uFEFFe'],
  ['the look of JSON', '{"to":"x","text":null,"a":[1]}'],
  ['the look of an answer', '{"status":"error","message_id":"x"}'],
]

/** A text arrives as it was written, once, and is known by its references. */
export function describeSending(row: ConformanceRow): void {
  const { texts } = row
  const kinds: ReadonlyArray<readonly [string, string | null]> = [
    ['of one part', texts.gsmOne],
    ['of two parts', texts.gsmTwo],
    ['of one part with other letters', texts.ucsOne],
    ['of two parts with other letters', texts.ucsTwo],
    ['as long as can be', texts.longest],
  ]
  const all = [
    ...kinds.flatMap(([what, text]) => (text === null ? [] : [[what, text] as const])),
    ...AWKWARD.map(([what, text]) => [`with ${what}`, text] as const),
  ]

  describe('a text', () => {
    test.each(all)('%s is taken once, letter for letter', async (_what, text) => {
      const bench = await openBench(row)
      const to = row.number(0)
      expect(bench.adapter.checkMessage({ to, text }, bench.other.account.config)).toBeNull()
      const outcome = await bench.send(to, text)
      const [taken, ...others] = bench.other.taken()
      expect(others).toEqual([])
      expect(taken).toMatchObject({ to: row.wire(to), text })
      expect(outcome).toMatchObject({ class: 'accepted', refs: taken === undefined ? null : row.refs(taken) })
      expect(bench.sends()).toHaveLength(1)
    })

    test('sent twice is two texts with references of their own', async () => {
      const bench = await openBench(row)
      const outcomes = [await bench.send(row.number(0), texts.gsmOne), await bench.send(row.number(0), texts.gsmOne)]
      expect(bench.other.taken()).toHaveLength(2)
      expect(outcomes).toMatchObject(bench.other.taken().map((taken) => ({ class: 'accepted', refs: row.refs(taken) })))
    })

    test('goes to each number in the form the provider wants', async () => {
      const bench = await openBench(row)
      const numbers = [0, 1, 2, 3].map((index) => row.number(index))
      await Promise.all(numbers.map((to) => bench.send(to, texts.gsmOne)))
      expect(
        bench.other
          .taken()
          .map(({ to }) => to)
          .toSorted(),
      ).toEqual(numbers.map((to) => row.wire(to)).toSorted())
    })

    test.each(texts.tooLong.map((text) => [text.length, text] as const))(
      'of %i characters is refused before it is sent',
      async (_length, text) => {
        const { adapter, other } = await openBench(row)
        expect(adapter.checkMessage({ to: row.number(0), text }, other.account.config)).toMatchObject({
          code: 'text_too_long',
          message: expect.stringMatching(/\.$/),
        })
      },
    )

    test.each([
      ['empty', ''],
      ['blank', ' \n '],
    ])('that is %s is refused before it is sent', async (_what, text) => {
      const { adapter, other } = await openBench(row)
      expect(adapter.checkMessage({ to: row.number(0), text }, other.account.config)).toMatchObject({ code: 'text_empty' })
    })
  })

  if (row.keepsFor === null) return
  const ahead = row.keepsFor
  describe('a text for later', () => {
    test('is handed over at once with its time', async () => {
      const bench = await openBench(row)
      const sendAt = bench.clock.now() + ahead
      const outcome = await bench.send(row.number(0), texts.gsmOne, sendAt)
      expect(bench.other.taken()).toMatchObject([{ to: row.wire(row.number(0)), text: texts.gsmOne, startsAt: sendAt }])
      expect(outcome).toMatchObject({ class: 'accepted', receipt: { status: 'queued' } })
    })

    test('goes within all of the time that the account offers', async () => {
      const bench = await openBench(row)
      const schedule = capabilitiesOf(bench.adapter, bench.other.account.config).providerSchedule
      if (schedule === null) throw new Error('no schedule')
      const bounds = [schedule.minAheadMinutes * 60_000, schedule.maxAheadDays * 86_400_000]
      for (const bound of bounds)
        expect(await bench.send(row.number(0), texts.gsmOne, bench.clock.now() + bound)).toMatchObject({ class: 'accepted' })
      expect(bench.other.taken().map(({ startsAt }) => startsAt)).toEqual(bounds.map((bound) => bench.clock.now() + bound))
    })

    test('whose time has passed is refused and not taken', async () => {
      const bench = await openBench(row)
      expect(await bench.send(row.number(0), texts.gsmOne, bench.clock.now() - 60_000)).toMatchObject({ class: 'not_accepted_permanent' })
      expect(bench.other.taken()).toEqual([])
    })
  })
}

/** A code is spoken once, and never an empty one. */
export function describeVoiceCodes(row: ConformanceRow): void {
  const { voiceCode } = row
  if (voiceCode === null) return
  describe('a spoken code', () => {
    test('is spoken once, with all its digits', async () => {
      const bench = await openBench(row)
      const to = row.number(0)
      expect(bench.adapter.checkVoiceCode?.({ to, digits: voiceCode }, bench.other.account.config)).toBeNull()
      const outcome = await bench.call(to, voiceCode)
      expect(bench.other.spoken()).toMatchObject([{ to: row.wire(to), text: voiceCode }])
      expect(bench.other.taken()).toEqual([])
      expect(outcome.class).toBe('accepted')
    })

    test.each(['', '1', '12 34', 'abcd', '١٢٣٤', '12345678901234567890'])('“%s” is none: nobody is called', async (digits) => {
      const bench = await openBench(row)
      expect(bench.adapter.checkVoiceCode?.({ to: row.number(0), digits }, bench.other.account.config)).toMatchObject({
        message: expect.stringMatching(/\.$/),
      })
      expect((await bench.call(row.number(0), digits)).class).toBe('not_accepted_permanent')
      expect([bench.sends(), bench.other.spoken()]).toEqual([[], []])
    })
  })
}
