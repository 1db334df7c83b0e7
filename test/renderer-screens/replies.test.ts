import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { automaticWords, consentWords } from '../../src/renderer/inbox/thread/automatic-words.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { hasUsualWords, withLanguage, withoutWord, withUsualWords, withWord } from '../../src/renderer/settings/replies/changes.ts'
import { awayWords, hoursWords, reactionWords } from '../../src/renderer/settings/replies/reply-words.ts'
import { DEFAULT_REPLY_RULES } from '../../src/shared/replies/defaults.ts'
import { keywordIn, keywordsOf, wordsOf } from '../../src/shared/replies/keywords.ts'

const messageWords = createWords(await loadCatalog('en'), 'messages', 'en-GB')
const replyWords = createWords(await loadCatalog('en'), 'replies', 'en-GB')

const counts = (rules: typeof DEFAULT_REPLY_RULES, word: string) => keywordIn(word, keywordsOf(rules), null) === 'opt_out'

describe('changing words', () => {
  it('a word that is added counts, and one taken out does not, in whatever order', () => {
    const word = fc.oneof(fc.constantFrom('STOPP', 'stopp!', 'Avsluta', 'No more', 'CANCEL'), fc.string({ minLength: 1, maxLength: 10 }))
    const steps = fc.array(fc.tuple(fc.boolean(), word), { maxLength: 8 })
    fc.assert(
      fc.property(steps, word, (before, last) => {
        const rules = before.reduce(
          (kept, [adds, each]) => (adds ? withWord(kept, 'opt_out', each) : withoutWord(kept, 'opt_out', each)),
          DEFAULT_REPLY_RULES,
        )
        const hasLetters = wordsOf(withWord(rules, 'opt_out', last), 'opt_out').length > 0 && /[\p{L}\p{N}]/u.test(last)
        if (hasLetters && last.toLowerCase() !== 'stop') expect(counts(withoutWord(rules, 'opt_out', last), last)).toBe(false)
        if (hasLetters) expect(counts(withWord(rules, 'opt_out', last), last)).toBe(true)
        expect(withUsualWords(rules, 'opt_out')).toEqual(DEFAULT_REPLY_RULES)
      }),
    )
  })

  it('a usual word that is taken out and added again leaves nothing behind', () => {
    const without = withoutWord(DEFAULT_REPLY_RULES, 'opt_out', 'CANCEL')
    expect([hasUsualWords(without, 'opt_out'), counts(without, 'cancel')]).toEqual([false, false])
    expect(withWord(without, 'opt_out', 'cancel')).toEqual(DEFAULT_REPLY_RULES)
    expect(withoutWord(withWord(DEFAULT_REPLY_RULES, 'opt_out', 'No more'), 'opt_out', 'no more')).toEqual(DEFAULT_REPLY_RULES)
  })

  it('a language is switched on once', () => {
    const off = withLanguage(DEFAULT_REPLY_RULES, 'sv', false)
    expect(off.languages).not.toContain('sv')
    const on = withLanguage(withLanguage(off, 'sv', true), 'sv', true)
    expect(on.languages.filter((code) => code === 'sv')).toEqual(['sv'])
  })
})

describe('in words', () => {
  it.each([
    [{ keyword: 'opt_out', answer: null }, 'This would opt the customer out: they get no more texts. Nothing is sent back.'],
    [{ keyword: 'opt_in', answer: { kind: 'opt_in', text: 'Hi' } }, 'This would let the customer get texts again. They get: “Hi”'],
    [{ keyword: 'help', answer: null }, 'This asks for help, and no text is set for it: it waits in the inbox.'],
    [
      { keyword: 'help', answer: { kind: 'away', text: 'Closed' } },
      'This asks for help, and no text is set for it. They get the away message: “Closed”',
    ],
    [{ keyword: null, answer: { kind: 'away', text: 'Closed' } }, 'It waits in the inbox, and they get the away message: “Closed”'],
  ] as const)('%o', (reaction, words) => {
    expect(reactionWords(replyWords, reaction)).toBe(words)
  })

  it('opening hours of days in a row are put together', () => {
    const week = [5, 1, 2, 3].map((day) => ({ day, from: '08:00', until: '17:00' }))
    expect(hoursWords(replyWords, 'en-GB', [...week, { day: 6, from: '10:00', until: '10:00' }])).toBe(
      'Mon–Wed 08:00–17:00, Fri 08:00–17:00, Sat all day',
    )
    expect(awayWords(replyWords, 'en-GB', { on: true, hours: week })).toBe('Answers outside Mon–Wed 08:00–17:00, Fri 08:00–17:00')
    expect(awayWords(replyWords, 'en-GB', { on: false, hours: null })).toBe('Off')
  })

  it('a text by a person, and one that says nothing about texts, has no words', () => {
    expect([automaticWords(messageWords, { automatic: null }), consentWords(messageWords, { consent: null })]).toEqual([null, null])
    expect([automaticWords(messageWords, { automatic: 'away' }), consentWords(messageWords, { consent: 'opt_out' })]).toEqual([
      'Automatic: away message',
      'Opted out by this text',
    ])
  })
})
