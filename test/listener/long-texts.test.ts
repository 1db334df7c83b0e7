import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createProviders } from '../../src/main/providers/registry.ts'
import { normaliseText } from '../../src/shared/segments/index.ts'
import { postJson, startListenerDesk } from '../support/listener-desk.ts'

const WHO = '12025550143'
const MINUTE_MS = 60_000

/** A desk with an account of OKRoute, whose hooks bring long texts in parts. */
async function givenDesk() {
  const desk = await startListenerDesk()
  const adapter = createProviders({ sandboxAddress: () => null }).get('okroute')
  const listener = await desk.start({ accounts: { adapter: () => adapter, hookSecrets: () => Promise.resolve({}) } })
  const url = `${listener.address ?? ''}${desk.path}`
  return {
    ...desk,
    /** Brings a part; answers the status. */
    async bring(number: number, of: number, message: string, { ref = '7', from = WHO, id = '' } = {}): Promise<number> {
      const about = { delivery_status: 'MO', ani: from, dnis: '12025550100', message_id: id }
      const { status } = await postJson(url, { ...about, message, sarId: ref, sarPartNumber: number, SarParts: of })
      await desk.settled()
      return status
    },
    texts: () => desk.db.prepare<[], string>(`SELECT text FROM messages WHERE direction = 'inbound' ORDER BY created_at, id`).pluck().all(),
    unread: () => desk.db.prepare<[], number>('SELECT sum(unread) FROM conversations').pluck().get(),
    announced: () => desk.events.filter(({ kind }) => kind === 'inbound').length,
  }
}

describe('a long text that comes in parts', () => {
  test('is one text, counted and told of once, whatever part comes first', async () => {
    const desk = await givenDesk()
    expect(await desk.bring(3, 3, ' at noon.')).toBe(200)
    expect(desk.texts()).toEqual([' […]  at noon.'])
    await desk.bring(1, 3, 'We would like ')
    expect(desk.texts()).toEqual(['We would like  […]  at noon.'])
    await desk.bring(2, 3, 'a table for ten')
    expect(desk.texts()).toEqual(['We would like a table for ten at noon.'])
    expect(desk.unread()).toBe(1)
    expect(desk.announced()).toBe(1)
    expect(desk.db.prepare(`SELECT parts FROM messages WHERE direction = 'inbound'`).pluck().get()).toBe(1)
  })

  test('is not mixed with one of somebody else, of another reference, of another length, or of an hour ago', async () => {
    const desk = await givenDesk()
    await desk.bring(1, 2, 'one ')
    await desk.bring(2, 2, 'two', { from: '12025550144' })
    await desk.bring(2, 2, 'three', { ref: '8' })
    await desk.bring(2, 3, 'four')
    desk.clock.at += 61 * MINUTE_MS
    await desk.bring(2, 2, 'five')
    desk.clock.at -= 60 * MINUTE_MS
    await desk.bring(2, 2, 'two')
    expect(desk.texts().toSorted()).toEqual([' […] five', ' […] four […] ', ' […] three', ' […] two', 'one two'])
  })

  test('opts nobody out by the words of one part', async () => {
    const desk = await givenDesk()
    await desk.bring(1, 2, 'STOP')
    await desk.bring(2, 2, ' by at five, please')
    expect(desk.texts()).toEqual(['STOP by at five, please'])
    expect(desk.db.prepare('SELECT count(*) FROM opt_outs').pluck().get()).toBe(0)
  })

  test('begins anew where a part comes with other words', async () => {
    const desk = await givenDesk()
    for (const part of ['Yes', 'Yes', 'No']) await desk.bring(1, 2, part)
    expect(desk.verdicts()).toEqual(['applied', 'duplicate', 'applied'])
    expect(desk.texts()).toEqual(['Yes […] ', 'No […] '])
  })

  test('is the same text in whatever order and however often its parts come', async () => {
    const desk = await givenDesk()
    let ref = 0
    const pieces = fc.array(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), { minLength: 2, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(pieces, fc.infiniteStream(fc.nat()), fc.boolean(), async (parts, dice, hasId) => {
        ref += 1
        const about = { ref: String(ref), id: hasId ? `m-${ref}` : '' }
        const order = parts
          .flatMap((_part, index) => [index, ...((dice.next().value ?? 0) % 3 === 0 ? [index] : [])])
          .map((index) => ({ index, at: dice.next().value ?? 0 }))
          .toSorted((one, other) => one.at - other.at)
        for (const { index } of order) await desk.bring(index + 1, parts.length, parts[index] ?? '', about)
        const text = parts.map((part) => normaliseText(part)).join('')
        expect(desk.texts().at(-1)).toBe(text)
        expect(desk.texts()).toHaveLength(ref)
        desk.clock.at += 1
      }),
      { numRuns: 15 },
    )
    expect(desk.announced()).toBe(ref)
  })
})
