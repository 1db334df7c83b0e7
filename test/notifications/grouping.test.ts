import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { noteWords } from '../../src/renderer/notifications/note-words.ts'
import { MOST_APART, NOTHING_TOLD, tell, TOGETHER_MS, type Arrival, type Note, type Told } from '../../src/shared/notifications/grouping.ts'

const words = createWords(await loadCatalog('en'), 'arrivals', 'en-GB')

let next = 0
function arrival(conversationId: string, what: Arrival['what'] = 'text'): Arrival {
  next += 1
  return { what, conversationId, messageId: `m${next}` }
}

function tellAll(told: Told, conversations: readonly string[], at: number) {
  return tell(
    told,
    conversations.map((one) => arrival(one)),
    at,
  )
}

describe('notifications of what comes in', () => {
  test('each conversation has its own, and a newer text takes its place', () => {
    const first = tellAll(NOTHING_TOLD, ['maja', 'karl'], 1_000)
    expect(first.show).toMatchObject([
      { kind: 'one', conversationId: 'maja', texts: 1 },
      { kind: 'one', conversationId: 'karl', texts: 1 },
    ])
    const newer = arrival('maja')
    expect(tell(first.told, [newer], 2_000)).toMatchObject({ show: [{ conversationId: 'maja', latest: newer, texts: 2 }], hide: [] })
  })

  test('more than three within seconds become one, which takes the place of the others and counts on', () => {
    const three = tellAll(NOTHING_TOLD, ['a', 'b', 'c'], 1_000)
    expect(three.show.map(({ kind }) => kind)).toEqual(['one', 'one', 'one'])
    const fourth = tellAll(three.told, ['d', 'a'], 3_000)
    expect(fourth.show).toEqual([{ kind: 'many', texts: 5, calls: 0, conversations: 4 }])
    expect(fourth.hide.toSorted()).toEqual(['a', 'b', 'c'])
    const later = tell(fourth.told, [arrival('e', 'missed_call')], 3_000 + TOGETHER_MS - 1)
    expect(later).toMatchObject({ show: [{ kind: 'many', texts: 5, calls: 1, conversations: 5 }], hide: [] })
  })

  test('after a pause each has its own again', () => {
    const many = tellAll(NOTHING_TOLD, ['a', 'b', 'c', 'd', 'e'], 1_000)
    expect(tellAll(many.told, ['a'], 1_000 + TOGETHER_MS).show).toMatchObject([{ kind: 'one', conversationId: 'a', texts: 1 }])
  })

  test('people who come in one by one, slowly, are never put together', () => {
    let told = NOTHING_TOLD
    for (let one = 0; one < 20; one += 1) {
      const telling = tellAll(told, [`c${one}`], one * 4_000)
      expect(telling.show).toMatchObject([{ kind: 'one', texts: 1 }])
      told = telling.told
    }
  })

  test('whatever comes in: never more than three at about the same time, and a burst as one counts every text', () => {
    const burst = fc.array(fc.record({ who: fc.nat(12), after: fc.nat(15_000), call: fc.boolean() }), { maxLength: 40 })
    fc.assert(
      fc.property(burst, (arrivals) => {
        let told = NOTHING_TOLD
        let at = 1_000_000
        let sinceOne = 0
        const onScreen = new Map<string, number>()
        for (const { who, after, call } of arrivals) {
          at += after
          const before = told
          const telling = tell(told, [arrival(`c${who}`, call ? 'missed_call' : 'text')], at)
          for (const gone of telling.hide) onScreen.delete(gone)
          expect(telling.show).toHaveLength(1)
          const [note] = telling.show as [Note]
          if (note.kind === 'one') onScreen.set(note.conversationId, at)
          else {
            sinceOne = before.asOne && at - before.lastAt < TOGETHER_MS ? sinceOne + 1 : note.texts + note.calls
            expect(note.texts + note.calls).toBe(sinceOne)
            expect(note.conversations).toBeGreaterThan(MOST_APART)
          }
          expect([...onScreen.values()].filter((shown) => at - shown < TOGETHER_MS).length).toBeLessThanOrEqual(MOST_APART)
          told = telling.told
        }
      }),
    )
  })
})

describe('the words of a notification', () => {
  const one = (texts: number, calls = 0, what: Arrival['what'] = 'text'): Note => ({
    kind: 'one',
    conversationId: 'c',
    latest: arrival('c', what),
    texts,
    calls,
  })
  const maja = { who: 'Maja Öberg', text: 'See you at 9' }

  test.each([
    { note: one(1), shows: 'text', title: 'Maja Öberg', body: 'See you at 9' },
    { note: one(3), shows: 'text', title: 'Maja Öberg (3)', body: 'See you at 9' },
    { note: one(1), shows: 'who', title: 'Maja Öberg', body: 'New text' },
    { note: one(3), shows: 'who', title: 'Maja Öberg', body: '3 new texts' },
    { note: one(0, 1, 'missed_call'), shows: 'who', title: 'Maja Öberg', body: 'Missed call' },
    { note: one(0, 2, 'missed_call'), shows: 'text', title: 'Maja Öberg', body: 'Missed call, 2 times' },
    { note: { kind: 'many', texts: 7, calls: 0, conversations: 5 }, shows: 'text', title: '7 new texts from 5 people' },
    { note: { kind: 'many', texts: 1, calls: 4, conversations: 4 }, shows: 'who', title: '1 new text and 4 missed calls from 4 people' },
    { note: { kind: 'many', texts: 0, calls: 4, conversations: 4 }, shows: 'text', title: '4 missed calls from 4 people' },
  ] as const)('$title: $body', ({ note, shows, title, ...rest }) => {
    expect(noteWords(words, note, shows, maja)).toMatchObject({ title, ...('body' in rest ? { body: rest.body } : {}) })
  })

  test('what is spoken says who, and never the text', () => {
    expect(noteWords(words, one(1), 'text', maja).spoken).toBe('New text from Maja Öberg')
    expect(noteWords(words, one(0, 2, 'missed_call'), 'text', maja).spoken).toBe('Missed call from Maja Öberg')
    expect(noteWords(words, { kind: 'many', texts: 7, calls: 0, conversations: 5 }, 'text', maja).spoken).toBe('7 new texts from 5 people')
  })

  test.each([
    { language: 'sv', many: '1 nytt sms och 4 missade samtal från 4 personer', one: 'Nytt sms från Maja Öberg' },
    { language: 'nl', many: '1 nieuwe sms en 4 gemiste oproepen van 4 personen', one: 'Nieuwe sms van Maja Öberg' },
  ] as const)('in $language: $many', async ({ language, many, one: spoken }) => {
    const translated = createWords(await loadCatalog(language), 'arrivals', language)
    expect(noteWords(translated, { kind: 'many', texts: 1, calls: 4, conversations: 4 }, 'who', maja).title).toBe(many)
    expect(noteWords(translated, one(1), 'who', maja).spoken).toBe(spoken)
  })

  test('where only who is to be shown, nothing of the text is; and whatever the text, both lines are short and plain', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc.constant(`a${'\u0301'.repeat(3_000)}`),
      fc.constant('\u202egnp.exe\n\u0000'),
    )
    fc.assert(
      fc.property(wild, wild, fc.nat(9), (who, text, texts) => {
        expect(noteWords(words, one(texts + 1), 'who', { who, text })).toEqual(
          noteWords(words, one(texts + 1), 'who', { who, text: 'other' }),
        )
        const said = noteWords(words, one(texts + 1), 'text', { who, text })
        // The bounds of the contract.
        expect(said.title.length).toBeLessThanOrEqual(300)
        expect(said.body.length).toBeLessThanOrEqual(600)
        expect(`${said.title}${said.body}`).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect(`${said.title}${said.body}`.isWellFormed()).toBe(true)
      }),
    )
  })
})
