import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldKey } from '../../src/shared/templates/field-key.ts'
import { isStandardField, personValues } from '../../src/shared/templates/fields.ts'
import { escapeBraces, fieldsOf, parseTemplate } from '../../src/shared/templates/parse.ts'
import { fillTemplate, isProblem, renderTemplate, type FieldValues } from '../../src/shared/templates/render.ts'

const ASTRID = {
  number: '+46701740605',
  name: 'Astrid Lindqvist',
  company: '',
  fields: { 'Car reg': 'ABC 123', Doctor: ' ' },
}
const values = personValues(ASTRID, ['Car reg', 'Doctor', 'Pet'])
const render = (text: string, of: FieldValues = values) => renderTemplate(parseTemplate(text), of)
const outcomes = (text: string, of: FieldValues = values) => render(text, of).fields.map(({ outcome }) => outcome)

describe('fields', () => {
  test.each([
    ['Hi {first name}!', 'Hi Astrid!'],
    ['Hi {First Name}!', 'Hi Astrid!'],
    ['Hi {first_name} {LAST-NAME}.', 'Hi Astrid Lindqvist.'],
    ['Hi {  firstname  }!', 'Hi Astrid!'],
    ['{name}, {number}', 'Astrid Lindqvist, +46 70 174 06 05'],
    ['Car {car reg} is ready', 'Car ABC 123 is ready'],
    ['{first name|there}', 'Astrid'],
    ['See Dr {doctor|your doctor}.', 'See Dr your doctor.'],
    ['{pet| your pet }', 'your pet'],
    ['{pet|a|b}', 'a|b'],
  ])('%j becomes %j', (text, expected) => {
    expect(render(text)).toMatchObject({ text: expected, complete: true })
  })

  test.each([
    ['Hi {company},', 'empty'],
    ['Hi {pet},', 'empty'],
    ['Hi {doctor},', 'empty'],
    ['Hi {frist name},', 'unknown'],
    ['Hi {frist name|there},', 'unknown'],
  ])('%j stays as it is and is reported as %s', (text, outcome) => {
    expect(render(text)).toMatchObject({ text, complete: false, fields: [{ outcome, start: 3, end: text.length - 1 }] })
  })

  test('braces doubled on both sides, as elsewhere, are reported where the name is one of a field', () => {
    expect(render('Hi {{first name}}!')).toMatchObject({ complete: false, fields: [{ outcome: 'doubled' }] })
    expect(render('Hi {{first name}!')).toEqual({ text: 'Hi {first name}!', fields: [], complete: true })
    expect(render('{{x}}')).toEqual({ text: '{x}}', fields: [], complete: true })
  })

  test.each(['{', '}', '{}', '{ }', '{-}', 'a { b', '{|there}', '{"a": 1}', '{first\nname}', `{${'n'.repeat(61)}}`, ':-} {'])(
    '%j is text',
    (text) => {
      expect(render(text)).toEqual({ text, fields: [], complete: true })
    },
  )

  test('say where they came to stand', () => {
    const { text, fields } = render('{first name} and {pet|Rex}{company|}')
    expect(fields.map(({ start, end, outcome }) => [text.slice(start, end), outcome])).toEqual([
      ['Astrid', 'filled'],
      ['Rex', 'fallback'],
      ['', 'left_out'],
    ])
    expect(fields.map(({ field }) => field.source)).toEqual(['{first name}', '{pet|Rex}', '{company|}'])
  })
})

describe('an empty fallback', () => {
  test.each([
    ['Hi {company|}, welcome', 'Hi, welcome'],
    ['Hi {company|} and welcome', 'Hi and welcome'],
    ['Hi {company|}', 'Hi'],
    ['{company|} welcome', 'welcome'],
    ['Hi\n{company|} welcome', 'Hi\nwelcome'],
    ['Hi {company|}\nwelcome', 'Hi\nwelcome'],
    ['Hi {company|} {pet|}!', 'Hi!'],
    // Nothing but blanks is touched, so these stay as odd as they were written.
    ['Hi ({company|}) you', 'Hi () you'],
    ['Hi {company|}you', 'Hi you'],
    ['Hi, {company|}, you', 'Hi,, you'],
  ])('makes of %j %j', (text, expected) => {
    expect(render(text)).toMatchObject({ text: expected, complete: true })
  })
})

describe('values of a person', () => {
  test('come from columns of an import before they are read from the name', () => {
    const of = personValues({ ...ASTRID, fields: { 'First-name': 'Asta', lastname: '  ', Name: 'nobody' } })
    expect([of('firstname'), of('lastname'), of('name')]).toEqual(['Asta', 'Lindqvist', 'Astrid Lindqvist'])
    expect(of('pet')).toBeUndefined()
  })

  test('are empty for a number nobody is known by, but for the number', () => {
    const nobody = personValues({ number: '+46701740609', name: '', company: '', fields: {} })
    expect(outcomes('{first name} {last name} {name} {company} {number}', nobody)).toEqual(['empty', 'empty', 'empty', 'empty', 'filled'])
  })

  test('a column of a name that objects have anyway is one like any other', () => {
    expect(outcomes('{constructor} {__proto__}')).toEqual(['unknown', 'unknown'])
    expect(render('{constructor}', personValues({ ...ASTRID, fields: { constructor: 'Bo' } })).text).toBe('Bo')
  })

  test('which fields everybody has', () => {
    expect(['First name', 'number', 'Car reg'].map((name) => isStandardField(fieldKey(name)))).toEqual([true, true, false])
  })
})

/** Texts dense with what matters here. */
const texts = fc
  .array(
    fc.oneof(fc.constantFrom('{', '}', '{{', '}}', '|', ' ', '\n', ',', '{first name}', '{pet|}', '{pet|Rex}', '{no}', 'Hi'), fc.string()),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''))
const anyValues = fc.record({ firstname: texts, pet: texts }, { requiredKeys: ['pet'] }).map(
  (given): FieldValues =>
    (key) =>
      Object.hasOwn(given, key) ? given[key as 'pet'] : undefined,
)

describe('for any text', () => {
  test('without an opening brace it stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), anyValues, (raw, of) => {
        const text = raw.replaceAll('{', '')
        expect(render(text, of)).toEqual({ text, fields: [], complete: true })
      }),
    )
  })

  test('with its braces doubled it says what it said', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseTemplate(escapeBraces(text))
        expect(fieldsOf(parsed)).toEqual([])
        expect(renderTemplate(parsed, () => undefined).text).toBe(text)
      }),
    )
  })

  test('values are never read as fields, and nothing is lost but what was filled in', () => {
    fc.assert(
      fc.property(texts, texts, (text, value) => {
        const once = render(`a{first name}b`, (key) => (key === 'firstname' ? value : undefined))
        expect(once.text).toBe(value.trim() === '' ? 'a{first name}b' : `a${value.trim()}b`)
        expect(() => render(text, () => value)).not.toThrow()
      }),
    )
  })

  test('fields are where they say they are, in what was written and in what was made', () => {
    fc.assert(
      fc.property(texts, anyValues, (text, of) => {
        const made = render(text, of)
        for (const { field, outcome, start, end } of made.fields) {
          expect(text.slice(field.start, field.end)).toBe(field.source)
          const words = made.text.slice(start, end)
          if (outcome === 'filled') expect(words).toBe(of(field.key)?.trim())
          else if (outcome === 'fallback' || outcome === 'left_out') expect(words).toBe(field.fallback)
          else if (outcome !== 'doubled') expect(words).toBe(field.source)
        }
        expect(made.complete).toBe(!made.fields.some(isProblem))
      }),
    )
  })

  test('a field with a blank value either says its fallback or is reported', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('', ' ', '\n\t'), (text, blank) => {
        for (const { field, outcome } of render(text, () => blank).fields) {
          if (outcome === 'doubled') continue
          expect(outcome).toBe(field.fallback === null ? 'empty' : field.fallback === '' ? 'left_out' : 'fallback')
        }
      }),
    )
  })

  test('filling it in first and rendering it then comes to the same', () => {
    fc.assert(
      fc.property(texts, anyValues, (text, of) => {
        const filled = fillTemplate(parseTemplate(text), of)
        const direct = render(text, of)
        expect(filled.complete).toBe(direct.complete)
        expect(render(filled.text, of).text).toBe(direct.text)
      }),
      { numRuns: 500 },
    )
  })
})
