import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { addToIndex } from '../../src/main/contacts/people-index.ts'
import { foldForSearch } from '../../src/shared/search/fold.ts'
import { isFound } from '../../src/shared/search/match.ts'
import { readSearch } from '../../src/shared/search/query.ts'
import { CALLING_CODES, conversationWith, DAY, givenTexts, indexAll, KARL, MAJA, NOW } from './desk.ts'

const NAUGHTY = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'), 'utf8'),
) as string[]

const WORDS = [
  'car',
  'care',
  'carpet',
  'påminnelse',
  'Straße',
  '预约',
  '您的预约',
  'よやく',
  'นัดหมาย',
  'समय',
  'سلام',
  '070-174 06 05',
  '+46701740605',
  '605',
  '12.50',
  '2026-118',
  '🎉',
  'a',
  'e-mail',
  '0605',
  '000',
]
const texts = fc
  .array(fc.constantFrom(...WORDS, ...WORDS.map((word) => word.toUpperCase())), { maxLength: 6 })
  .map((words) => words.join(' '))
const queries = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '', '-', '"', '-"'),
      fc.constantFrom(...WORDS, 'ca', 'p', 'の', 'ज', '07', '174'),
      fc.constantFrom(' ', '" ', ''),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.map((part) => part.join('')).join(''))

test('through the index exactly those texts are found that have what was asked for, the latest first', async () => {
  const desk = await givenTexts()
  fc.assert(
    fc.property(
      fc.array(texts, { maxLength: 12 }),
      fc.array(texts, { maxLength: 3 }),
      fc.array(queries, { minLength: 1, maxLength: 6 }),
      (indexed, arrived, typed) => {
        desk.db.exec('DELETE FROM messages')
        desk.put(...indexed)
        desk.indexAll()
        desk.put(...arrived)
        for (const each of typed) {
          const query = readSearch(each, CALLING_CODES)
          const expected = query === null ? [] : [...indexed, ...arrived].filter((text) => isFound(query, foldForSearch(text))).toReversed()
          // The conversation's own number finds all its texts.
          const numbered = desk.ask(each).conversations.length > 0
          expect(desk.texts(each), each).toEqual(numbered ? [...indexed, ...arrived].toReversed() : expected)
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('no query is an error, and whatever was written is found by itself', async () => {
  const desk = await givenTexts()
  const naughty = NAUGHTY.filter((text) => text !== '').map((text) => text.slice(0, 200))
  desk.put(...naughty)
  desk.indexAll()
  for (const typed of naughty) {
    const found = desk.texts(typed)
    const query = readSearch(typed, CALLING_CODES)
    if (query !== null && isFound(query, foldForSearch(typed))) expect(found, typed).toContain(typed)
  }
  for (const typed of [
    '" OR 1',
    'text:car',
    'car*',
    'NEAR(car ready, 2)',
    '^car',
    'car AND ready',
    '{a b}',
    '\0',
    "'; DROP TABLE messages; --",
    'x'.repeat(200),
  ]) {
    expect(() => desk.ask(typed)).not.toThrow()
  }
})

describe('a search', () => {
  test('finds a text at once, and as it is after it was changed or removed', async () => {
    const desk = await givenTexts()
    const [id = ''] = desk.put('the first text')
    expect(desk.texts('first')).toEqual(['the first text'])
    desk.indexAll()
    expect(desk.texts('first')).toEqual(['the first text'])
    desk.db.prepare('UPDATE messages SET text = ? WHERE id = ?').run('another one', id)
    expect([desk.texts('first'), desk.texts('another')]).toEqual([[], ['another one']])
    desk.db.prepare('DELETE FROM messages WHERE id = ?').run(id)
    expect(desk.texts('another')).toEqual([])
    // Its place in the order of arrival is given to the next one.
    desk.put('the next text')
    expect(desk.texts('next')).toEqual(['the next text'])
    desk.indexAll()
    expect([desk.texts('next'), desk.texts('another')]).toEqual([['the next text'], []])
  })

  test('gives all there is, page by page, each once, and counts up to a bound', async () => {
    const desk = await givenTexts()
    desk.db.transaction(() => {
      for (let index = 0; index < 1_300; index += 1) desk.put(`reminder ${index} of many`)
    })()
    desk.indexAll()
    expect(desk.ask('many', { messageLimit: 20 })).toMatchObject({ total: { count: 1_000, atLeast: true } })
    expect(desk.ask('reminder 12 many')).toMatchObject({ total: { count: 1, atLeast: false }, nextMessage: null })
    const found = desk.texts('many', { messageLimit: 37 })
    expect(found).toHaveLength(1_300)
    expect(new Set(found).size).toBe(1_300)
    expect([found[0], found.at(-1)]).toEqual(['reminder 1299 of many', 'reminder 0 of many'])
    // A phrase has to be read for: a call reads so many texts at most and says where to go on.
    const inVain = desk.ask('"many of"')
    expect(inVain).toMatchObject({ messages: [], total: { count: 0, atLeast: false }, nextMessage: null })
  })

  test('stops after so many texts read in vain, and says where to go on', async () => {
    const desk = await givenTexts()
    desk.db.transaction(() => {
      desk.put('many of them')
      for (let index = 0; index < 2_500; index += 1) desk.put({ text: 'of many', at: NOW + index })
    })()
    desk.indexAll()
    const page = desk.ask('"many of"')
    expect(page).toMatchObject({ messages: [], total: { count: 0, atLeast: true }, nextMessage: expect.any(Number), searchedTo: NOW + 500 })
    expect(desk.texts('"many of"')).toEqual(['many of them'])
  })

  test('keeps to its filters, all of them together', async () => {
    const desk = await givenTexts()
    desk.put(
      { text: 'hello one', peer: MAJA, at: NOW - 3 * DAY },
      { text: 'hello two', peer: MAJA, direction: 'inbound', at: NOW - 2 * DAY },
      { text: 'hello three', peer: KARL, status: 'failed', at: NOW - DAY },
      { text: 'hello four', peer: KARL, accountId: 'b', at: NOW },
    )
    const check = () => {
      const maja = conversationWith(desk.db, MAJA)
      expect(desk.texts('hello', { conversationId: maja })).toEqual(['hello two', 'hello one'])
      expect(desk.texts('hello', { direction: 'inbound' })).toEqual(['hello two'])
      expect(desk.texts('hello', { direction: 'outbound' })).toEqual(['hello four', 'hello three', 'hello one'])
      expect(desk.texts('hello', { statuses: ['failed', 'expired'] })).toEqual(['hello three'])
      expect(desk.texts('hello', { accountId: 'b' })).toEqual(['hello four'])
      expect(desk.texts('hello', { from: NOW - 2 * DAY, until: NOW })).toEqual(['hello three', 'hello two'])
      expect(desk.texts('hello', { from: NOW + DAY })).toEqual([])
      expect(desk.texts('hello', { conversationId: maja, direction: 'outbound', accountId: 'a', until: NOW - 2 * DAY })).toEqual([
        'hello one',
      ])
      expect(desk.texts('hello', { conversationId: maja, accountId: 'b' })).toEqual([])
      expect(desk.texts('-one', { direction: 'outbound', accountId: 'a' })).toEqual(['hello three'])
    }
    check()
    desk.indexAll()
    check()
    desk.db.exec(`UPDATE messages SET status = 'failed', account_id = 'b' WHERE text = 'hello one'`)
    expect(desk.texts('hello', { statuses: ['failed'] })).toEqual(['hello three', 'hello one'])
    expect(desk.texts('hello', { accountId: 'b' })).toEqual(['hello four', 'hello one'])
  })

  test('by a person is one of all their numbers, and of nobody else', async () => {
    const desk = await givenTexts()
    const id = uuidv7()
    const ordinal = Number(
      desk.db.prepare(`INSERT INTO contacts (id, name, sort_key, created_at, updated_at) VALUES (?, 'Maja', 'maja', 1, 1)`).run(id)
        .lastInsertRowid,
    )
    const numbers = [MAJA, '+46701740607'].map((e164) => ({ e164, label: '', extension: '' }))
    numbers.forEach(({ e164 }, position) =>
      desk.db.prepare('INSERT INTO contact_numbers (contact, position, e164) VALUES (?, ?, ?)').run(ordinal, position, e164),
    )
    addToIndex(desk.db, ordinal, { name: 'Maja', company: '', numbers })
    desk.put({ text: 'hello a', peer: MAJA }, { text: 'hello b', peer: KARL }, { text: 'hello c', peer: '+46701740607' })
    desk.indexAll()
    expect(desk.texts('hello', { contactId: id })).toEqual(['hello c', 'hello a'])
    expect(desk.texts('hello', { contactId: uuidv7() })).toEqual([])
    expect(desk.ask('hello').messages.map(({ name }) => name)).toEqual(['Maja', null, 'Maja'])
  })

  test('for a number finds the conversation, its texts, and texts that have it', async () => {
    const desk = await givenTexts()
    desk.put({ text: 'from Maja', peer: MAJA }, { text: 'ring 070-174 06 05', peer: KARL }, { text: 'something else', peer: KARL })
    desk.put({ text: 'Your parcel', peer: 'PostNord', direction: 'inbound' })
    for (const indexed of [false, true]) {
      if (indexed) desk.indexAll()
      for (const typed of ['070-174 06 05', MAJA, '0046 70 174 06 05', '701740605', '0605']) {
        const { conversations, messages } = desk.ask(typed)
        expect(
          conversations.map(({ peer }) => peer),
          typed,
        ).toEqual([MAJA])
        expect(
          messages.map(({ message }) => message.text),
          typed,
        ).toEqual(['ring 070-174 06 05', 'from Maja'])
      }
    }
    expect(
      desk
        .ask('070-174')
        .conversations.map(({ peer }) => peer)
        .toSorted(),
    ).toEqual([MAJA, KARL])
    expect(desk.ask('postn').conversations.map(({ peer }) => peer)).toEqual(['PostNord'])
    expect(desk.ask('060').conversations).toEqual([])
  })

  test('takes digits for a word or for a number, as they were asked for', async () => {
    const desk = await givenTexts()
    desk.put('ring 0605', 'ring 070-174 06 05', 'room 605')
    desk.indexAll()
    expect(desk.texts('+46 70 17', { kinds: { messages: true, notes: false, conversations: false } })).toEqual(['ring 070-174 06 05'])
    expect(desk.texts('ring -605')).toEqual(['ring 070-174 06 05', 'ring 0605'])
    expect(desk.texts('"605"')).toEqual(['room 605'])
    // The index cannot tell 605 from the end of 0605: the total is not given as exact.
    expect(desk.ask('"605"', { messageLimit: 1 }).total).toEqual({ count: 1, atLeast: true })
  })

  test('finds notes as they are written, changed and removed', async () => {
    const desk = await givenTexts()
    const conversation = conversationWith(desk.db, MAJA)
    const add = desk.db.prepare('INSERT INTO conversation_notes (id, conversation_id, text, created_at, updated_at) VALUES (?, ?, ?, ?, ?)')
    const ids = ['Allergic to nuts', 'Pays in cash, never nuts', '预约 by phone'].map((text, index) => {
      const id = uuidv7()
      add.run(id, conversation, text, NOW + index, NOW + index)
      return id
    })
    const notes = (typed: string, about = {}) => desk.ask(typed, about).notes.map(({ excerpt }) => excerpt.text)
    expect(notes('nuts')).toEqual(['Pays in cash, never nuts', 'Allergic to nuts'])
    expect(notes('预约')).toEqual(['预约 by phone'])
    expect(notes('nuts', { conversationId: uuidv7() })).toEqual([])
    expect(notes('nuts', { until: NOW + 1 })).toEqual(['Allergic to nuts'])
    const first = desk.ask('nuts', { noteLimit: 1 })
    expect(notes('nuts', { noteLimit: 1, beforeNote: first.nextNote })).toEqual(['Allergic to nuts'])
    desk.db.prepare('UPDATE conversation_notes SET text = ? WHERE id = ?').run('Likes nuts', ids[0])
    expect(notes('nuts')).toEqual(['Pays in cash, never nuts', 'Likes nuts'])
    desk.db.prepare('DELETE FROM conversation_notes WHERE id = ?').run(ids[1])
    expect([notes('nuts'), notes('cash')]).toEqual([['Likes nuts'], []])
  })
})

test('texts of before there was an index go in latest first, and what is left is said', async () => {
  const desk = await givenTexts()
  desk.put(...Array.from({ length: 900 }, (_, index) => `old text ${index}`))
  desk.db.exec('UPDATE search_progress SET below = 900, through = 900')
  desk.put('a new text')
  expect(desk.ask('text')).toMatchObject({ preparing: 900, messages: [{ message: { text: 'a new text' } }] })
  const { store } = desk
  await store.search.index()
  await store.search.index()
  expect(desk.ask('text', { messageLimit: 2 })).toMatchObject({ preparing: 500, messages: [{}, { message: { text: 'old text 899' } }] })
  expect(desk.texts('text')).toHaveLength(401)
  indexAll(desk.db)
  expect(desk.ask('text')).toMatchObject({ preparing: 0 })
  expect(desk.texts('text')).toHaveLength(901)
})

test('a receipt writes nothing to the index', async () => {
  const desk = await givenTexts()
  desk.put({ text: 'hello', status: 'sent' })
  desk.indexAll()
  const state = () => [
    desk.db.prepare('SELECT total_changes() AS changes').get(),
    desk.db.prepare('SELECT count(*) AS edited FROM search_edited').get(),
    desk.db.prepare('SELECT id, length(block) AS bytes FROM messages_fts_data').all(),
  ]
  const [before, ...index] = state()
  desk.db.exec(`UPDATE messages SET status = 'delivered', status_at = 5`)
  const [after, ...left] = state()
  expect(left).toEqual(index)
  expect((after as { changes: number }).changes).toBe((before as { changes: number }).changes + 1)
})
