import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replyRules, type ReplyRules } from '../../src/shared/contract/replies.ts'
import { DEFAULT_REPLY_RULES } from '../../src/shared/replies/defaults.ts'
import { foldKeyword } from '../../src/shared/replies/fold-keyword.ts'
import { LANGUAGES, type KeywordKind } from '../../src/shared/replies/keyword-lists.ts'
import { keywordIn, keywordsOf, wordsOf } from '../../src/shared/replies/keywords.ts'

const KINDS = ['opt_out', 'opt_in', 'help'] as const
const ALL = keywordsOf(DEFAULT_REPLY_RULES)

const asks = (text: string, rules: ReplyRules = DEFAULT_REPLY_RULES, sender: string | null = null): KeywordKind | null =>
  keywordIn(text, keywordsOf(rules), sender)

/** The usual rules with something changed. */
function rulesWith(change: Partial<ReplyRules>, words: Partial<ReplyRules['words']> = {}): ReplyRules {
  return { ...DEFAULT_REPLY_RULES, ...change, words: { ...DEFAULT_REPLY_RULES.words, ...words } }
}

describe('a text that is one of the words', () => {
  it.each<[string, KeywordKind]>([
    ['STOP', 'opt_out'],
    ['stop', 'opt_out'],
    ['Stopp!', 'opt_out'],
    ['  Stop.  ', 'opt_out'],
    ['"STOP"', 'opt_out'],
    ['S.T.O.P', 'opt_out'],
    ['ＳＴＯＰ', 'opt_out'],
    ['STOP 🛑🙏🏽', 'opt_out'],
    ['🛑STOP️', 'opt_out'],
    ['\u200BST\u200DOP\uFEFF\u00AD', 'opt_out'],
    ['\u202ESTOP\u202C', 'opt_out'],
    ['𝐒𝐓𝐎𝐏', 'opt_out'],
    ['opt-out', 'opt_out'],
    ['Opt out', 'opt_out'],
    ['stop all', 'opt_out'],
    ['Unsubscribe', 'opt_out'],
    ['AVSLUTA', 'opt_out'],
    ['Meld av', 'opt_out'],
    ['afmeld', 'opt_out'],
    ['lopeta', 'opt_out'],
    ['uit', 'opt_out'],
    ['STOP UIT', 'opt_out'],
    ['abmelden', 'opt_out'],
    ['arret', 'opt_out'],
    ['Arrêt', 'opt_out'],
    ['arre\u0302t', 'opt_out'],
    ['DESABONNER', 'opt_out'],
    ['¡Baja!', 'opt_out'],
    ['cancellami', 'opt_out'],
    ['sair', 'opt_out'],
    ['rezygnuje', 'opt_out'],
    ['ZAKOŃCZ', 'opt_out'],
    ['Стоп', 'opt_out'],
    ['відписатися', 'opt_out'],
    ['बंद करें।', 'opt_out'],
    ['स्टॉप', 'opt_out'],
    ['إيقاف', 'opt_out'],
    ['ايقاف', 'opt_out'],
    ['تَوَقَّف', 'opt_out'],
    ['sitisha', 'opt_out'],
    ['START', 'opt_in'],
    ['unstop', 'opt_in'],
    ['Starta', 'opt_in'],
    ['शुरू', 'opt_in'],
    ['Старт', 'opt_in'],
    ['HELP', 'help'],
    ['info?', 'help'],
    ['hjälp', 'help'],
    ['HJALP', 'help'],
    ['hjælp', 'help'],
    ['Aide', 'help'],
    ['मदद', 'help'],
  ])('%s asks for %s', (text, kind) => {
    expect(asks(text)).toBe(kind)
  })

  it.each(LANGUAGES.map((language) => [language.name, language] as const))(
    'is found in %s alone, in any case',
    (_name, { code, words }) => {
      const rules = rulesWith({ languages: [code] })
      for (const kind of KINDS) {
        for (const word of words[kind]) {
          for (const text of [word, word.toLowerCase(), ` ${word}! `, word.normalize('NFD')])
            expect([text, asks(text, rules)]).toEqual([text, kind])
        }
      }
    },
  )
})

describe('a text that only has such a word in it', () => {
  it.each([
    'stop by at 5',
    'Please stop',
    'Can you stop the car wash?',
    'Stop.\nThanks',
    'stopping',
    'STOP 2',
    'non-stop',
    'bus stop',
    'start the car',
    'help me move it',
    'Yes',
    'YES!',
    'Ja',
    'Nej',
    'no',
    'OK',
    'uit de garage',
    'Jag vill avsluta avtalet',
    'arret de bus',
    'बंद है क्या',
    '1',
    '',
    '   ',
    '!!!',
    '🛑',
    'ST',
    'OP',
  ])('%s asks for nothing', (text) => {
    expect(asks(text)).toBeNull()
  })

  it('is never matched inside a longer text', () => {
    const longer = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => foldKeyword(text) !== '')
    const words = fc.constantFrom(...LANGUAGES.flatMap((language) => language.words.opt_out))
    fc.assert(
      fc.property(words, longer, fc.boolean(), (word, more, before) => {
        const text = before ? `${more} ${word}` : `${word} ${more}`
        const folded = foldKeyword(text)
        // What together is another word (“STOP ALL”) is one; nothing else is.
        expect(asks(text)).toBe(ALL.get(folded) ?? null)
        expect(folded.length).toBeGreaterThan(foldKeyword(word).length)
      }),
    )
  })
})

describe('folding', () => {
  const any = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))

  it('twice changes nothing', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(foldKeyword(foldKeyword(text))).toBe(foldKeyword(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('does not see what stands between and around letters', () => {
    const noise = fc.array(fc.constantFrom(' ', '.', '!', '-', '\u200B', '\u200D', '\uFE0F', '🛑', '\n', '“', '\u00A0'), { maxLength: 4 })
    const words = fc.constantFrom(...LANGUAGES.flatMap((language) => language.words.opt_out))
    fc.assert(
      fc.property(words, noise, noise, (word, before, after) => {
        expect(foldKeyword(`${before.join('')}${word}${after.join('')}`)).toBe(foldKeyword(word))
      }),
    )
  })
})

describe('the words a business chose', () => {
  it('no word of a language is in two kinds, whatever languages count', () => {
    const kinds = new Map<string, KeywordKind>()
    for (const { words } of LANGUAGES) {
      for (const kind of KINDS) {
        for (const word of words[kind])
          expect([word, kinds.set(foldKeyword(word), kinds.get(foldKeyword(word)) ?? kind).get(foldKeyword(word))]).toEqual([word, kind])
      }
    }
  })

  it('languages that are off do not count, and STOP always does', () => {
    const swedish = rulesWith({ languages: ['sv'] })
    expect([asks('arret', swedish), asks('avsluta', swedish), asks('STOP', swedish)]).toEqual([null, 'opt_out', 'opt_out'])
    const none = rulesWith({ languages: [] }, { optOut: { added: [], removed: ['stop', 'STOPP'] } })
    expect([asks('avsluta', none), asks('stop', none), asks('start', none), asks('help', none)]).toEqual([null, 'opt_out', null, null])
  })

  it('a word taken out asks for nothing, in whatever form it was taken out, and one added does', () => {
    const rules = rulesWith(
      {},
      { optOut: { added: ['Inga fler sms'], removed: ['cancel', 'hjälp'] }, help: { added: ['1'], removed: ['Info'] } },
    )
    expect([asks('CANCEL', rules), asks('inga fler SMS!', rules), asks('info', rules), asks('1', rules)]).toEqual([
      null,
      'opt_out',
      null,
      'help',
    ])
    // Taken out of another list: stays in its own.
    expect(asks('hjälp', rules)).toBe('help')
    expect(wordsOf(rules, 'opt_out')).toEqual(expect.arrayContaining(['STOP', 'Inga fler sms']))
    expect(wordsOf(rules, 'opt_out')).not.toContain('CANCEL')
  })

  it('a word on two lists ends texts rather than starting them', () => {
    expect(asks('pause', rulesWith({}, { optOut: { added: ['PAUSE'], removed: [] }, optIn: { added: ['pause'], removed: [] } }))).toBe(
      'opt_out',
    )
  })

  it('each is listed once, and a word without a letter cannot be added', () => {
    const shown = wordsOf(DEFAULT_REPLY_RULES, 'opt_out')
    expect(new Set(shown.map(foldKeyword)).size).toBe(shown.length)
    const blank = rulesWith({}, { optOut: { added: ['!!!'], removed: [] } })
    expect(replyRules.safeParse(blank).success).toBe(false)
    expect(asks('?', blank)).toBeNull()
  })
})

describe('an opt-out word with the name that texts come from', () => {
  it.each<[string, string, KeywordKind | null]>([
    ['STOP Garage', 'Garage', 'opt_out'],
    ['stopp garagé!', 'Garage', 'opt_out'],
    ['START Garage', 'Garage', null],
    ['HELP Garage', 'Garage', null],
    ['STOP the Garage', 'Garage', null],
    ['STOP Garage', 'Clinic', null],
    ['STOP 46701740600', '+46701740600', null],
    ['STOP AB', 'AB', null],
    ['Garage', 'Garage', null],
  ])('%s to %s', (text, sender, kind) => {
    expect(asks(text, DEFAULT_REPLY_RULES, sender)).toBe(kind)
  })
})
