import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { LOOKED_AT, pageSql } from '../../src/main/listener/journal-operations.ts'
import { lookOf, type HookQuestion } from '../../src/main/listener/journal-query.ts'
import { HOOK_KINDS, HOOK_VERDICTS, type HookKind } from '../../src/shared/contract/hooks.ts'
import { postJson, postText } from '../support/listener-desk.ts'
import { startJournalDesk, type GivenHook } from './journal-desk.ts'

const MAJA = '+46701740605'
const ANNA = '31612345678'

/** What the clerk of a small desk may find after a morning. */
async function morning() {
  const desk = await startJournalDesk()
  const messageId = desk.putMessage('R1')
  const requests = [
    () => postJson(desk.url, { report: 'R1', status: 'delivered', token: 'sesame-77' }),
    () => postJson(desk.url, { report: 'R1', status: 'delivered' }),
    () => postJson(desk.url, { report: 'R9', status: 'undelivered' }),
    () => postJson(desk.url, { from: ANNA, to: '46701740600', text: 'Kommer 10% senare', id: 'I1' }),
    () => postJson(desk.url, { call: 'C1', from: '46701740607', to: '46701740600' }),
    () => fetch(`${desk.url}?ping=1`),
    () => postText(desk.url, '<b>garbage</b>', 'text/plain'),
    () => postJson(desk.url, { refuse: 1 }),
    () => postJson(`${desk.url}x`, {}),
  ]
  for (const [index, send] of requests.entries()) {
    await send()
    await desk.settled()
    await expect.poll(() => desk.hooks()).toHaveLength(index + 1)
    desk.clock.at += 60_000
  }
  return { ...desk, messageId }
}

describe('the journal', () => {
  test('tells in words what came, whose it was and what became of it, newest first', async () => {
    const desk = await morning()
    const { hooks, next, counts } = await desk.journal.list({ limit: 100 })
    expect(hooks.map(({ words, verdict, kinds, accountName }) => [words, verdict, kinds.join(), accountName])).toEqual([
      ['Turned away', 'rejected', 'other', null],
      ['Turned away', 'rejected', 'other', 'Front desk'],
      ['Could not be read', 'unreadable', 'other', 'Front desk'],
      ['Neither a report nor a text', 'applied', 'other', 'Front desk'],
      ['Missed call from +46 70 174 06 07', 'applied', 'missed_call', 'Front desk'],
      ['Reply from +31 6 12345678', 'applied', 'reply', 'Front desk'],
      ['Delivery report: could not be delivered', 'unknown_message', 'report', 'Front desk'],
      ['Delivery report: delivered', 'duplicate', 'report', 'Front desk'],
      ['Delivery report: delivered', 'applied', 'report', 'Front desk'],
    ])
    expect(hooks[0]?.detail).toBe('The address of the request belongs to no account, or its key is wrong.')
    expect(hooks.at(-1)?.message).toMatchObject({ id: desk.messageId, name: null })
    expect(hooks.map(({ about }) => about).filter((about) => about !== null)).toEqual(['reference R9', 'reference R1', 'reference R1'])
    expect(next).toBeNull()
    expect(counts).toEqual({ pending: 0, applied: 4, duplicate: 1, unknown_message: 1, rejected: 2, unreadable: 1 })
  })

  test('is searched by number in any notation, by reference, by words, and by whose conversation it led to', async () => {
    const desk = await morning()
    const found = async (search: string) => (await desk.journal.list({ search, limit: 100 })).hooks.map(({ words }) => words)
    expect(await found('R9')).toEqual(['Delivery report: could not be delivered'])
    expect(await found('+31 6 1234 5678')).toEqual(['Reply from +31 6 12345678'])
    expect(await found('070-174 06 07')).toEqual(['Missed call from +46 70 174 06 07'])
    expect(await found('10% sen')).toEqual(['Reply from +31 6 12345678'])
    expect(await found('_% sen')).toEqual([])
    expect(await found('GARBAGE')).toEqual(['Could not be read'])
    desk.db
      .prepare('UPDATE conversations SET peer = ? WHERE id = (SELECT conversation_id FROM messages WHERE id = ?)')
      .run('+12025550143', desk.messageId)
    expect(await found('202-555-0143')).toEqual(['Delivery report: delivered', 'Delivery report: delivered'])
    expect(await found('sesame-77')).toEqual([])
  })

  test('shows one whole, as it came and in words, without its secrets', async () => {
    const desk = await morning()
    const { hooks } = await desk.journal.list({ limit: 100 })
    const whole = await Promise.all(hooks.map(({ id }) => desk.journal.get({ id })))
    expect(whole.at(-1)).toMatchObject({
      method: 'POST',
      contentType: 'application/json',
      body: '{"report":"R1","status":"delivered","token":"[secret]"}',
      statements: [
        {
          kind: 'report',
          words: 'Delivery report: delivered.',
          text: null,
          facts: [
            { label: 'Reference', value: 'R1' },
            { label: 'Provider’s own word', value: 'delivered' },
          ],
        },
      ],
      canReplay: true,
    })
    expect(whole[5]?.statements).toEqual([
      {
        kind: 'reply',
        words: 'A text from +31 6 12345678.',
        text: 'Kommer 10% senare',
        facts: [
          { label: 'Came in on', value: '+46 70 174 06 00' },
          { label: 'Provider’s own number', value: 'I1' },
        ],
      },
    ])
    expect(whole.map(({ canReplay }) => canReplay)).toEqual([false, false, true, false, true, true, true, true, true])
    await expect(desk.journal.get({ id: uuidv7() })).rejects.toMatchObject({ code: 'hook_not_found' })
  })

  test('has the hooks of a time', async () => {
    const desk = await morning()
    const start = Date.UTC(2026, 2, 2, 9)
    const { hooks, counts } = await desk.journal.list({ from: start + 60_000, until: start + 240_000, limit: 100 })
    expect(hooks.map(({ verdict }) => verdict)).toEqual(['applied', 'unknown_message', 'duplicate'])
    expect(counts).toEqual({ pending: 0, applied: 1, duplicate: 1, unknown_message: 1, rejected: 0, unreadable: 0 })
  })
})

const READINGS: Record<HookKind, GivenHook['reading']> = {
  report: { receipts: [{ ref: 'R', status: 'delivered', rawStatus: '', detail: null }], inbound: [] },
  reply: { receipts: [], inbound: [{ key: null, from: MAJA, to: '', text: 'Hej' }] },
  missed_call: { receipts: [], inbound: [], missedCalls: [{ key: 'C', from: MAJA, to: '', at: null }] },
  other: null,
}

/** A look at everything. */
const QUESTION: HookQuestion = {
  accountId: null,
  verdict: null,
  kind: null,
  search: '',
  from: 0,
  until: 100,
  before: null,
  limit: 50,
  defaultCountry: 'SE',
}

describe('pages', () => {
  test('have every hook of a filter once, in order, and the counts are right, whatever the filter and the size', async () => {
    const desk = await startJournalDesk()
    const otherAccount = uuidv7()
    await desk.store.accounts.insert({ id: otherAccount, name: 'Other', provider: 'test', config: {}, hookKey: 'x', at: 1 })
    const accounts = [desk.accountId, otherAccount, null]
    const hookOf = fc.record({
      verdict: fc.constantFrom(...HOOK_VERDICTS),
      kind: fc.constantFrom(...HOOK_KINDS),
      account: fc.nat(2),
      receivedAt: fc.integer({ min: 0, max: 12 }),
    })
    const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, values)
    const filterOf = fc.record({
      verdict: maybe(fc.constantFrom(...HOOK_VERDICTS)),
      kind: maybe(fc.constantFrom(...HOOK_KINDS)),
      account: maybe(fc.nat(1)),
      from: maybe(fc.integer({ min: 0, max: 12 })),
      until: maybe(fc.integer({ min: 0, max: 13 })),
      limit: fc.integer({ min: 1, max: 9 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(hookOf, { minLength: 10, maxLength: 40, size: 'max' }),
        fc.array(filterOf, { minLength: 1, maxLength: 4 }),
        async (given, filters) => {
          desk.db.exec('DELETE FROM hooks')
          const ids = desk.putHooks(
            given.map(({ verdict, kind, account, receivedAt }) => ({
              verdict,
              receivedAt,
              accountId: accounts[account] ?? null,
              reading: READINGS[kind] ?? null,
            })),
          )
          const all = given
            .map((hook, index) => ({ ...hook, id: ids[index] ?? '' }))
            .toSorted((one, other) => other.receivedAt - one.receivedAt || (one.id < other.id ? 1 : -1))
          for (const { verdict, kind, account, from, until, limit } of filters) {
            const inScope = all.filter(
              (hook) =>
                (account === undefined || hook.account === account) &&
                (from === undefined || hook.receivedAt >= from) &&
                (until === undefined || hook.receivedAt < until),
            )
            const fits = inScope.filter(
              (hook) => (verdict === undefined || hook.verdict === verdict) && (kind === undefined || hook.kind === kind),
            )
            const accountId = account === undefined ? undefined : (accounts[account] ?? undefined)
            const { pages, ids: found } = await desk.walk({ verdict, kind, accountId, from, until }, limit)
            expect(found).toEqual(fits.map(({ id }) => id))
            const counts = Object.fromEntries(HOOK_VERDICTS.map((each) => [each, inScope.filter((hook) => hook.verdict === each).length]))
            expect(pages[0]?.counts).toEqual(kind === undefined ? counts : null)
            expect(pages.slice(1).every((page) => page.counts === null)).toBe(true)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('that seek the one among many look at a part of them at a time, and find it', async () => {
    const desk = await startJournalDesk()
    const [wanted] = desk.putHooks([{ verdict: 'applied', receivedAt: 1, body: 'the needle' }])
    desk.putHooks(Array.from({ length: LOOKED_AT * 2 }, (_, index) => ({ verdict: 'applied' as const, receivedAt: 10 + index })))
    const { pages, ids } = await desk.walk({ search: 'needle' })
    expect(ids).toEqual([wanted])
    expect(pages.map(({ hooks }) => hooks.length)).toEqual([0, 0, 1])
  })

  test('are read through an index in its order, whatever the filter', async () => {
    const desk = await startJournalDesk()
    const looks: [Partial<HookQuestion>, string][] = [
      [{}, 'hooks_by_time'],
      [{ verdict: 'applied', kind: 'report', search: '070' }, 'hooks_by_time'],
      [{ verdict: 'pending' }, 'hooks_pending'],
      [{ accountId: 'a' }, 'hooks_by_account'],
      [{ accountId: 'a', verdict: 'applied' }, 'hooks_by_account'],
      [{ verdict: 'unreadable' }, 'hooks_by_verdict'],
      [{ verdict: 'rejected', accountId: 'a', search: 'x' }, 'hooks_by_verdict'],
    ]
    for (const [change, index] of looks) {
      const look = lookOf({ ...QUESTION, ...change })
      for (const after of [false, true]) {
        const { end, page } = pageSql(look, { after, upTo: true })
        const values = { ...look.values, at: 1, id: 'x', endAt: 1, endId: 'x', skip: 1, limit: 1 }
        for (const sql of [end, page]) {
          const plan = desk.db.prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values)
          const details = plan.map(({ detail }) => detail)
          expect(details[0]).toMatch(new RegExp(`^SEARCH h USING (COVERING )?INDEX ${index} `))
          // From where the page before ended, and no further than it may look.
          const bounds = `${sql === page ? '(received_at,id)>(?,?)' : 'received_at>?'} AND ${after ? '(received_at,id)<(?,?)' : 'received_at<?'}`
          expect(details[0]).toContain(bounds)
          expect(details.filter((detail) => /SCAN|TEMP B-TREE/.test(detail))).toEqual([])
        }
      }
    }
  })
})
