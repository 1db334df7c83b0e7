import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHostSentences } from '../../src/renderer/language/host-sentences/createHostSentences.ts'
import { loadHostSentences } from '../../src/renderer/language/host-sentences/index.ts'
import { fill, parseTemplate, valuesIn } from '../../src/renderer/language/host-sentences/template.ts'
import { LANGUAGES } from '../../src/shared/language.ts'

const say = createHostSentences(
  [
    {
      'This is gone.': 'Det är borta.',
      'Try again.': 'Försök igen.',
      'Port {port} is used by another program. Choose another one.': 'Port {port} används av ett annat program. Välj en annan.',
      '{name} did not take it: {reason:sentence}': '{name} tog inte emot det: {reason}',
      '{name} cannot be asked.': '{name} kan inte tillfrågas.',
      'It was left out on {day:day}.': 'Det uteslöts {day}.',
      'The groups {names:list} have {count:count} people.': 'Grupperna {names} har {count} personer.',
      '{count} more': '{count} till',
      'From {from} to {to}.': 'Till {to} från {from}.',
    },
  ],
  'sv',
)

describe('a sentence of the host', () => {
  it.each([
    ['This is gone.', 'Det är borta.'],
    ['Port 80 is used by another program. Choose another one.', 'Port 80 används av ett annat program. Välj en annan.'],
    // Sentence by sentence.
    ['This is gone. Try again.', 'Det är borta. Försök igen.'],
    ['Nobody knows this. Try again.', 'Nobody knows this. Försök igen.'],
    [
      'This is gone.\nPort 1 is used by another program. Choose another one. Try again.',
      'Det är borta.\nPort 1 används av ett annat program. Välj en annan. Försök igen.',
    ],
    // What begins with a name does not take the sentence before for one.
    ['This is gone. KPN cannot be asked.', 'Det är borta. KPN kan inte tillfrågas.'],
    ['Dr. Berg cannot be asked.', 'Dr. Berg kan inte tillfrågas.'],
    // Within another.
    ['KPN did not take it: This is gone. Try again.', 'KPN tog inte emot det: Det är borta. Försök igen.'],
    ['KPN did not take it: “Try again.”', 'KPN tog inte emot det: “Try again.”'],
    // Values are never translated.
    ['This is gone. did not take it: no', 'This is gone. tog inte emot det: no'],
    ['From This is gone. to Try again..', 'Till Try again. från This is gone..'],
    // Dates, lists and counts.
    ['It was left out on 3 March.', 'Det uteslöts 3 mars.'],
    ['It was left out on 30 December 2024.', 'Det uteslöts 30 december 2024.'],
    ['It was left out on some day.', 'Det uteslöts some day.'],
    ['The groups “A and B”, “C” and “D” have 1,250 people.', 'Grupperna “A and B”, “C” och “D” har 1\u{a0}250 personer.'],
    ['The groups Anna and Bob have 7 people.', 'Grupperna Anna and Bob har 7 personer.'],
    ['The groups “A”, “B” and 3 more have 12 people.', 'Grupperna “A”, “B” och 3 till har 12 personer.'],
    // What is not known stays.
    ['', ''],
    ['this is gone.', 'this is gone.'],
    ['Port {port} is used.', 'Port {port} is used.'],
  ])('%s', (english, swedish) => {
    expect(say(english)).toBe(swedish)
    // From what is kept.
    expect(say(english)).toBe(swedish)
  })

  it('is as it came in English', async () => {
    expect(createHostSentences(await loadHostSentences('en'), 'en-GB')('This is gone.')).toBe('This is gone.')
  })
})

/** Values of any kind, with those that look like templates, patterns and sentences. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('{name}', '{reason:sentence}', '$&', '$1', '.*', '(a+)+$', '\\', '\n', '”. Try again.', 'This is gone.', ' ', '😀'),
  fc.constantFrom('a ', '. A', '“', '{').map((part) => part.repeat(2_000 / part.length)),
)

describe.each(LANGUAGES.filter((language) => language !== 'en'))('every sentence in %s', async (language) => {
  const areas = await loadHostSentences(language)
  const sayIt = createHostSentences(areas, language)
  const entries = areas.flatMap((area) => Object.entries(area))

  it('is said with any values as the translation has them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.infiniteStream(value), ([key, translation], values) => {
        const english = parseTemplate(key)
        const given = new Map(english.places.map(({ name, kind }) => [name, kind === 'value' ? (values.next().value ?? '') : 'zzz']))
        // A value in which the text that follows its place stands too can be read in more than one way.
        fc.pre([...given.values()].every((text) => english.pieces.every((piece) => piece === '' || !text.includes(piece))))
        const filled = fill(english, given)
        fc.pre(filled.length <= 4_000)
        expect(sayIt(filled)).toBe(fill(parseTemplate(translation), given))
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads what stands in itself many times over no more than once', () => {
    for (const name of 'abcde') expect(sayIt(`Delivery report: ${name}. `.repeat(10))).not.toBe('')
    const long = 'Delivery report: a. '.repeat(2_000)
    expect(sayIt(long)).toBe(long)
  })

  it('leaves what nobody knows as it came, whatever is around it', () => {
    const part = fc.oneof(value, fc.constantFrom(...entries.map(([english]) => english)))
    fc.assert(
      fc.property(part, part, (before, after) => {
        expect(sayIt(`${before} Qwerty asdfgh 17. ${after}`)).toContain('Qwerty asdfgh 17.')
      }),
    )
  })
})

it('a template is found in what is made from it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 5 }), fc.infiniteStream(fc.string()), (fixed, values) => {
      const pieces = fixed.map((piece) => `${piece}|`)
      const places = pieces.slice(1).map((_, index) => ({ name: `p${index}`, kind: 'value' as const }))
      const template = { pieces, places }
      const given = new Map(places.map(({ name }) => [name, (values.next().value ?? '').replaceAll('|', '')]))
      const text = fill(template, given)
      const found = valuesIn(template, text)
      expect(found === null ? null : fill(template, found)).toBe(text)
    }),
  )
})
