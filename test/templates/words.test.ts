import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { problemWords } from '../../src/renderer/templates/words.ts'
import { personValues } from '../../src/shared/templates/fields.ts'
import { parseTemplate } from '../../src/shared/templates/parse.ts'
import { renderTemplate } from '../../src/shared/templates/render.ts'
import type { Language } from '../../src/shared/language.ts'

const NOBODY = personValues({ number: '+46701740605', name: '', company: '', fields: {} })

async function problemsIn(language: Language, text: string): Promise<string[]> {
  const words = createWords(await loadCatalog(language), 'templates', language)
  return renderTemplate(parseTemplate(text), NOBODY).fields.map((field) => problemWords(words, field, '+46 70 174 06 05'))
}

describe('what stands in the way of a text with merge fields', () => {
  test('is said with its way out', async () => {
    expect(await problemsIn('en', '{number} {first name} {company} {frist name} {{name}}')).toEqual([
      '',
      'First name is empty for +46 70 174 06 05: write it, or give the field a fallback, such as {first name|there}.',
      'Company is empty for +46 70 174 06 05: write it, or give the field a fallback, such as {company|…}.',
      'There is no field “frist name”. Choose another one, or write {{ where a brace is meant.',
      '{{name}} has one brace too many on each side. Write {name}.',
    ])
  })

  test('in Swedish and Dutch names the fields as they are written in a text', async () => {
    expect(await problemsIn('sv', '{first name} {frist name}')).toEqual([
      'Förnamn saknas för +46 70 174 06 05: skriv det, eller ge fältet en reservtext, till exempel {first name|på dig}.',
      'Det finns inget fält ”frist name”. Välj ett annat, eller skriv {{ om du menar en klammer.',
    ])
    expect(await problemsIn('nl', '{company} {{name}}')).toEqual([
      'Bedrijf is leeg voor +46 70 174 06 05: vul het in, of geef het veld een vervangende tekst, zoals {company|…}.',
      '{{name}} heeft aan beide kanten een accolade te veel. Schrijf {name}.',
    ])
  })
})
