import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeWarning, chooseAccount, senderWords, type ChoosableAccount } from '../../src/renderer/inbox/composer/account-choice.ts'
import { emojiWordBefore } from '../../src/renderer/inbox/composer/emoji/useEmojiWord.tsx'
import { findEmoji, loadEmoji } from '../../src/renderer/inbox/composer/emoji/emoji.ts'
import { editBetween } from '../../src/renderer/inbox/composer/field-edit.ts'
import { countOffenders, offenderWords, replaceable, replaceChar, roomHint } from '../../src/renderer/inbox/composer/offenders.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { countSegments, replaceOffenders } from '../../src/shared/segments/index.ts'

const char = fc.oneof(
  fc.constantFrom(...'“”’–…\u00a0\u200bê🎉👍🏽жЖ€\r\na'.split(/(?:)/u)),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const text = fc.array(char, { maxLength: 60 }).map((chars) => chars.join(''))

const [english, swedish, dutch] = [await loadCatalog('en'), await loadCatalog('sv'), await loadCatalog('nl')]
const characters = createWords(english, 'characters', 'en-GB')
const composer = createWords(english, 'composer', 'en-GB')
const words = (of: string) => offenderWords(characters, 'en-GB', countSegments(of).offenders)

describe('what makes a text dearer, in words', () => {
  test.for([
    ['“Hi” and ’', '3 curly quotes'],
    ['“Hi” – no…', '2 curly quotes, 1 long dash and 1 ellipsis'],
    ['🎉', '1 emoji'],
    ['👍🏽', '1 emoji'],
    ['👨‍👩‍👧 and 🇸🇪', '2 emoji'],
    ['❤️', '1 emoji'],
    ['привет', '6 Cyrillic letters'],
    ['ж', '1 Cyrillic letter'],
    ['ê', '1 letter with an accent'],
    ['a\u00a0b\u202fc', '2 special spaces'],
    ['a\u200bb', '1 invisible character'],
    ['“–…ê🎉', '1 curly quote, 1 long dash, 1 ellipsis and 2 others'],
    ['™', '1 emoji'],
    ['½', '1 special character'],
  ])('%s: %s', ([of = '', said]) => {
    expect(words(of)).toBe(said)
  })

  test('are counted as people see them', () => {
    expect(countOffenders(countSegments('👨‍👩‍👧').offenders)).toBe(1)
    expect(countOffenders(countSegments('“”').offenders)).toBe(2)
  })

  test('in Swedish and Dutch', () => {
    const { offenders } = countSegments('“Hi” – ж 👨‍👩‍👧🎉')
    expect(offenderWords(createWords(swedish, 'characters', 'sv-SE'), 'sv-SE', offenders)).toBe(
      '2 typografiska citattecken, 2 emojier, 1 långt streck och 1 annat tecken',
    )
    expect(offenderWords(createWords(dutch, 'characters', 'nl-NL'), 'nl-NL', offenders)).toBe(
      '2 gekrulde aanhalingstekens, 2 emoji’s, 1 lang streepje en 1 ander teken',
    )
  })

  const room = (of: string) => roomHint(characters, 'en-GB', of, countSegments(of))

  test('less room is said of what was put in, not of texts in another script', () => {
    expect(room('Hi 🎉')).toBe('1 emoji leaves room for 70 characters a part instead of 160, so longer texts get dearer sooner.')
    expect(room('“Hi”')).toBe('2 curly quotes leave room for 70 characters a part instead of 160.')
    expect(room('привет')).toBeNull()
    expect(room('Hi')).toBeNull()
    expect(room(`🎉${'a'.repeat(80)}`)).toContain('room for 67 characters a part instead of 153')
    expect(roomHint(createWords(dutch, 'characters', 'nl-NL'), 'nl-NL', '“Hi”', countSegments('“Hi”'))).toBe(
      '2 gekrulde aanhalingstekens laten ruimte voor 70 tekens per deel in plaats van 160.',
    )
  })
})

describe('replacing', () => {
  test('one character changes nothing else, and leaves none of it', () => {
    fc.assert(
      fc.property(text, (before) => {
        for (const { char: each, count } of replaceable(countSegments(before))) {
          const after = replaceChar(before, each)
          const left = countSegments(after).offenders.filter((offender) => offender.char === each)
          expect(left.length).toBeLessThan(count)
          const offenders = countSegments(before).offenders.filter((offender) => offender.char === each)
          const grown = offenders.reduce((sum, offender) => sum + (offender.suggestion ?? '').length - offender.char.length, 0)
          expect(after.length).toBe(before.length + grown)
        }
      }),
    )
  })

  test('one by one comes to the same as all at once, where nothing composes anew', () => {
    const before = '“Hi” – it’s…\u00a0free ê🎉'
    let after = before
    for (const { char: each } of replaceable(countSegments(before))) after = replaceChar(after, each)
    expect(after).toBe(replaceOffenders(before))
  })
})

describe('an edit between two texts', () => {
  test('turns the one into the other and cuts no character in two', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom('🎉', '🏽', '🐱', 'a', ''),
        fc.constantFrom('🎉', '🏽', '👍', 'b', ''),
        (head, tail, one, other) => {
          const [before, after] = [head + one + tail, head + other + tail]
          const edit = editBetween(before.toWellFormed(), after.toWellFormed())
          if (edit === null) {
            expect(before.toWellFormed()).toBe(after.toWellFormed())
            return
          }
          const { start, end, insert } = edit
          const source = before.toWellFormed()
          expect(source.slice(0, start) + insert + source.slice(end)).toBe(after.toWellFormed())
          for (const piece of [source.slice(0, start), source.slice(start, end), source.slice(end), insert])
            expect(piece.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

const CAPABILITIES = { inbound: true } as ChoosableAccount['capabilities']
const account = (id: string, sender: string, inbound = true): ChoosableAccount => ({
  id,
  name: id.toUpperCase(),
  sender,
  capabilities: CAPABILITIES === null ? null : { ...CAPABILITIES, inbound },
})
const KPN = account('kpn', '+31612345678')
const ACME = account('acme', 'ACME')
const usual = { id: 'kpn', name: 'KPN', sender: '+31612345678' }
const none = new Map<string, string>()

describe('the account of a text', () => {
  const base = { accounts: [ACME, KPN], chosenId: null, usual: null, defaultId: null, unreachable: none }

  test('is the chosen one, else that of the conversation, else the standard one, else the first', () => {
    expect(chooseAccount(composer, { ...base, usual, defaultId: 'acme' })).toEqual({ account: KPN, note: null })
    expect(chooseAccount(composer, { ...base, usual, chosenId: 'acme' })).toEqual({ account: ACME, note: null })
    expect(chooseAccount(composer, { ...base, defaultId: 'kpn' })).toEqual({ account: KPN, note: null })
    expect(chooseAccount(composer, base)).toEqual({ account: ACME, note: null })
    expect(chooseAccount(composer, { ...base, accounts: [] })).toEqual({ account: undefined, note: null })
  })

  test('falls back from a removed one, and says so', () => {
    expect(chooseAccount(composer, { ...base, accounts: [ACME], usual })).toEqual({
      account: ACME,
      note: 'KPN, which this conversation went through, was removed. This text goes through ACME.',
    })
  })

  test('falls back from one that cannot text the number, and says so; a choice of the person stays', () => {
    const unreachable = new Map([['kpn', 'KPN texts Dutch numbers only.']])
    expect(chooseAccount(composer, { ...base, usual, unreachable })).toEqual({
      account: ACME,
      note: 'KPN texts Dutch numbers only. This text goes through ACME.',
    })
    expect(chooseAccount(composer, { ...base, defaultId: 'kpn', unreachable })).toEqual({
      account: ACME,
      note: 'KPN texts Dutch numbers only. This text goes through ACME.',
    })
    expect(chooseAccount(composer, { ...base, chosenId: 'kpn', unreachable })).toEqual({
      account: KPN,
      note: 'KPN texts Dutch numbers only.',
    })
    expect(chooseAccount(composer, { ...base, accounts: [KPN], usual, unreachable })).toEqual({
      account: KPN,
      note: 'KPN texts Dutch numbers only.',
    })
  })

  test('changed mid-thread, says who the customer has seen and whether answers arrive', () => {
    expect(changeWarning(composer, { name: 'Anna', usual, account: ACME })).toBe(
      'Anna has had texts from +31 6 12345678 so far. This one would come from ACME, and answers to it may not reach you.',
    )
    expect(changeWarning(composer, { name: 'Anna', usual, account: account('other', '+46701740600') })).toBe(
      'Anna has had texts from +31 6 12345678 so far. This one would come from +46 70 174 06 00.',
    )
    expect(changeWarning(composer, { name: 'Anna', usual, account: account('other', '+46701740600', false) })).toContain(
      'answers to it may not reach you',
    )
    expect(changeWarning(composer, { name: 'Anna', usual: { ...usual, sender: null }, account: ACME })).toMatch(
      /^Anna wrote to KPN\. .*ACME/,
    )
    expect(changeWarning(composer, { name: 'Anna', usual, account: KPN })).toBeNull()
    expect(changeWarning(composer, { name: 'Anna', usual, account: account('other', usual.sender) })).toBeNull()
    expect(changeWarning(composer, { name: 'Anna', usual: null, account: ACME })).toBeNull()
  })

  test('has a sender as people write it', () => {
    expect([senderWords('31612345678'), senderWords('ACME'), senderWords('71010')]).toEqual(['+31 6 12345678', 'ACME', '71010'])
  })
})

describe('an emoji by its word', () => {
  test.for([
    ['Hi :smi', { start: 3, word: 'smi' }],
    [':ok', { start: 0, word: 'ok' }],
    ['at 17:30', null],
    ['see:this', null],
    ['Hej :hjärta', { start: 4, word: 'hjärta' }],
    [':)', null],
    [':D', null],
    ['Hi :smi ', null],
  ] as const)('%s', ([typed, found]) => {
    expect(emojiWordBefore(typed, typed.length)).toEqual(found)
  })

  test('is the likeliest first', () => {
    const all = [
      { char: '🐱', label: 'cat face', tags: ['pet'], group: 3 },
      { char: '😸', label: 'grinning cat', tags: ['smile'], group: 0 },
      { char: '🎉', label: 'party popper', tags: ['celebration', 'tada'], group: 6 },
    ]
    expect(findEmoji(all, 'cat').map((one) => one.char)).toEqual(['🐱', '😸'])
    expect(findEmoji(all, 'tada').map((one) => one.char)).toEqual(['🎉'])
    expect(findEmoji(all, 'grinning cat').map((one) => one.char)).toEqual(['😸'])
    expect(findEmoji(all, 'nothing')).toEqual([])
  })

  test.for([
    ['en', 'tada', 'party popper'],
    ['sv', 'konfettism', 'konfettismällare'],
    ['sv', 'tada', 'konfettismällare'],
    ['nl', 'feestend', 'feestend gezicht'],
  ] as const)('is found in %s by “%s”', async ([language, word, label]) => {
    expect(findEmoji(await loadEmoji(language), word).map((one) => one.label)).toContain(label)
  })
})
