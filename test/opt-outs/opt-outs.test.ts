import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OptOut } from '../../src/shared/contract/opt-outs.ts'
import { optOutByReply } from '../../src/main/opt-outs/consent.ts'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'
import { startTestDesk, type TestDesk } from '../support/test-desk.ts'

const MAJA = '+46701740605'
const KARL = '+46701740606'
const ANNA = '+46701740607'

const startDesk = () => startTestDesk({ dispatch: false })

const optOut = ({ desk }: TestDesk, numbers: string[], reason = 'Asked by phone') => desk.optOuts.add({ numbers, reason })

async function listed({ desk }: TestDesk, search?: string): Promise<string[]> {
  const { optOuts, total } = await desk.optOuts.list({ limit: 100, ...(search === undefined ? {} : { search }) })
  expect(total).toBe(optOuts.length)
  return optOuts.map(({ e164 }) => e164)
}

const person = (name: string, ...numbers: string[]) => ({
  name,
  company: '',
  notes: '',
  numbers: numbers.map((number) => ({ number, label: '' })),
})

describe('opting numbers out', () => {
  it('takes them in any notation, each once, says which cannot be read, and keeps who said it, why and when', async () => {
    const test = await startDesk()
    const added = await optOut(test, ['070-174 06 05', '+46 70 174 06 05', '0046701740606', '12'], 'Asked by phone')
    expect(added).toEqual({ added: 2, already: 1, takenBack: 0, invalid: [{ number: '12', reason: expect.stringMatching(/^[A-Z].*\.$/) }] })
    const at = test.clock.now()
    expect(await test.desk.optOuts.list({ limit: 10 })).toEqual({
      optOuts: [MAJA, KARL].map((e164) => ({ e164, name: null, contactId: null, source: 'clerk', evidence: 'Asked by phone', at })),
      next: null,
      total: 2,
    })
  })

  it('again changes nothing: what was known first stays', async () => {
    const test = await startDesk()
    await optOut(test, [MAJA], 'First')
    await test.clock.advance(1_000)
    expect(await optOut(test, [MAJA], 'Second')).toMatchObject({ added: 0, already: 1 })
    const { optOuts, events } = await test.desk.optOuts.ofNumbers({ numbers: [MAJA] })
    expect(optOuts.map(({ evidence }) => evidence)).toEqual(['First'])
    expect(events.map(({ evidence }) => evidence)).toEqual(['First'])
  })

  it('needs a reason that can be read', async () => {
    const test = await startDesk()
    await expect(optOut(test, [MAJA], '\u0000\u0007')).rejects.toMatchObject({ data: { code: 'reason_needed' } })
    await expect(optOut(test, [MAJA], '  ')).rejects.toMatchObject({ code: 'BAD_INPUT' })
    expect(await listed(test)).toEqual([])
  })

  it('belongs to the number: a person who gets it, loses it or goes changes nothing', async () => {
    const test = await startDesk()
    await optOut(test, [MAJA])
    const { id } = await test.desk.contacts.create(person('Maja', MAJA))
    expect((await test.desk.optOuts.list({ limit: 10 })).optOuts).toMatchObject([{ e164: MAJA, name: 'Maja', contactId: id }])
    await test.desk.contacts.update({ id, ...person('Maja', ANNA) })
    expect((await test.desk.optOuts.list({ limit: 10 })).optOuts).toMatchObject([{ e164: MAJA, name: null, contactId: null }])
    await test.desk.contacts.remove({ selection: { kind: 'some', ids: [id] } })
    expect(await listed(test)).toEqual([MAJA])
  })

  it('tells the screens', async () => {
    const test = await startDesk()
    const topics: string[] = []
    const stop = new AbortController()
    const events = await test.desk.desk.events(undefined, { signal: stop.signal })
    const heard = (async () => {
      for await (const event of events) {
        if (event.kind === 'changed') topics.push(...event.changes.map(({ topic }) => topic))
        if (topics.includes('optOuts')) return
      }
    })()
    await optOut(test, [MAJA])
    await test.clock.advance(1_000)
    await heard
    stop.abort()
    expect(topics).toContain('optOuts')
  })
})

describe('a number that is opted out by a text', () => {
  it('keeps the text as evidence, once, within the transaction of whoever received it', async () => {
    const desk = await startListenerDesk()
    await postJson(desk.url, { from: MAJA, to: '+46701740600', text: 'Please stop these texts.', id: '1' })
    await desk.settled()
    const [received] = (await desk.store.messages.list({ conversationId: null, to: null, status: null, before: null, limit: 1 })).messages
    const reply = { e164: MAJA, messageId: received?.id ?? '', words: 'STOP', at: 5 }
    expect(desk.db.transaction(() => [optOutByReply(desk.db, reply), optOutByReply(desk.db, reply)])()).toEqual([[], null])
    expect(await desk.store.optOuts.ofNumbers({ numbers: [MAJA] })).toEqual({
      optOuts: [{ e164: MAJA, name: null, contactId: null, source: 'reply', evidence: 'STOP', at: 5 }],
      events: [{ e164: MAJA, at: 5, kind: 'opt_out', source: 'reply', evidence: 'STOP', messageId: received?.id }],
    })
  })
})

describe('lifting an opt-out', () => {
  it('keeps the whole story, latest first', async () => {
    const test = await startDesk()
    await optOut(test, [MAJA], 'Asked by phone')
    await test.clock.advance(1_000)
    expect(await test.desk.optOuts.lift({ e164: MAJA, reason: 'Wants reminders again' })).toEqual({ lifted: true })
    await test.clock.advance(1_000)
    await optOut(test, [MAJA], 'Changed her mind')
    const { optOuts, events } = await test.desk.optOuts.ofNumbers({ numbers: [MAJA, KARL] })
    expect(optOuts.map(({ evidence }) => evidence)).toEqual(['Changed her mind'])
    expect(events.map(({ kind, evidence }) => [kind, evidence])).toEqual([
      ['opt_out', 'Changed her mind'],
      ['opt_in', 'Wants reminders again'],
      ['opt_out', 'Asked by phone'],
    ])
  })

  it('of a number that is not opted out says so and keeps nothing', async () => {
    const test = await startDesk()
    expect(await test.desk.optOuts.lift({ e164: MAJA, reason: 'By mistake' })).toEqual({ lifted: false })
    expect((await test.desk.optOuts.ofNumbers({ numbers: [MAJA] })).events).toEqual([])
  })
})

describe('consent', () => {
  it('is kept with when and how, once, and does not lift an opt-out', async () => {
    const test = await startDesk()
    await optOut(test, [MAJA])
    const consent = { e164: MAJA, reason: 'Signed form', at: Date.UTC(2024, 4, 1) }
    expect(await test.desk.optOuts.recordConsent(consent)).toEqual({ recorded: true })
    expect(await test.desk.optOuts.recordConsent(consent)).toEqual({ recorded: false })
    const { optOuts, events } = await test.desk.optOuts.ofNumbers({ numbers: [MAJA] })
    expect(optOuts).toHaveLength(1)
    expect(events.map(({ kind, at }) => [kind, at])).toEqual([
      ['opt_out', test.clock.now()],
      ['consent', consent.at],
    ])
  })

  it('of a day that has not come is refused', async () => {
    const test = await startDesk()
    const at = test.clock.now() + 3 * 86_400_000
    await expect(test.desk.optOuts.recordConsent({ e164: MAJA, reason: 'Form', at })).rejects.toMatchObject({
      data: { code: 'consent_in_future' },
    })
  })
})

describe('the list of opt-outs', () => {
  async function startFilled() {
    const test = await startDesk()
    await test.desk.contacts.create(person('Åsa Öberg', MAJA))
    await test.desk.contacts.create(person('Karl 100% Bil', KARL))
    await optOut(test, [MAJA], 'Ångrade sig, ringde')
    await optOut(test, [KARL], 'STOP')
    await optOut(test, [ANNA], '<b>"100_%"</b>')
    return test
  }

  it.each([
    ['no words', undefined, [MAJA, KARL, ANNA]],
    ['blanks', '   ', [MAJA, KARL, ANNA]],
    ['part of a number', '174 06 0', [MAJA, KARL, ANNA]],
    ['the end of a number', '0605', [MAJA]],
    ['a number in the notation of its country', '070-174 06 05', [MAJA]],
    ['a number that is being typed', '070-1740', [MAJA, KARL, ANNA]],
    ['a number with a zero in brackets', '+46 (0)70 174 06 06', [KARL]],
    ['00 before the country', '0046701740607', [ANNA]],
    ['a name without its accents', 'asa ob', [MAJA]],
    ['a name in capitals', 'ÖBERG', [MAJA]],
    ['words of the evidence in small letters', 'ångrade', [MAJA]],
    ['words of the evidence in other letters', 'stop', [KARL]],
    ['signs that mean something to SQL', '100_%', [ANNA]],
    ['a sign alone', '%"', [ANNA]],
    ['what is nowhere', 'zzz', []],
    ['a number of nobody', '999', []],
  ])('is found by %s', async (_what, search, expected) => {
    const test = await startFilled()
    expect((await listed(test, search)).sort()).toEqual(expected)
  })

  it('comes latest first, page by page, each number once, whatever the times and the size of pages', async () => {
    const test = await startDesk()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ tail: fc.integer({ min: 0, max: 99 }), later: fc.integer({ min: 0, max: 2 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.integer({ min: 1, max: 7 }),
        async (more, limit) => {
          for (const { tail, later } of more) {
            await test.clock.advance(later)
            await optOut(test, [`+467017406${String(tail).padStart(2, '0')}`])
          }
          const all: OptOut[] = []
          let after: string | undefined
          for (;;) {
            const page = await test.desk.optOuts.list({ limit, ...(after === undefined ? {} : { after }) })
            all.push(...page.optOuts)
            if (page.next === null) {
              expect(all).toHaveLength(page.total)
              break
            }
            after = page.next
          }
          expect(new Set(all.map(({ e164 }) => e164)).size).toBe(all.length)
          const inOrder = all.toSorted((one, other) => other.at - one.at || (one.e164 < other.e164 ? -1 : 1))
          expect(all).toEqual(inOrder)
        },
      ),
      { numRuns: 30 },
    )
  })
})
