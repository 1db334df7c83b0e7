import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadHostSentences } from '../../src/renderer/language/host-sentences/index.ts'
import { parseTemplate, valuesIn, type Template } from '../../src/renderer/language/host-sentences/template.ts'
import { LANGUAGES } from '../../src/shared/language.ts'
import { createCoverage, nameless } from './covered-sentences.ts'
import { textsIn } from './sentences-in-source.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Files and folders whose sentences no window shows, with the reason. */
const NOT_FOR_THE_WINDOW: readonly (readonly [path: string, reason: string])[] = [
  ['src/main/browser', 'said where SMS Desk is started, before there is a window'],
  ['src/main/cli', 'the command line speaks English'],
  ['src/main/electron', 'said by the computer, before there is a window'],
  ['src/main/providers/generic/samples.ts', 'values with which templates are tried'],
  ['src/main/sandbox/carrier', 'the carrier answers as the providers do, in English, and made-up people reply'],
  ['src/main/sandbox/samples.ts', 'texts of made-up people'],
  ['src/main/sandbox/sample-templates.ts', 'texts to made-up people'],
  ['src/shared/notifications', 'the window makes its own words of these'],
  ['src/shared/replies/defaults.ts', 'texts to customers, which a person writes in their language'],
]

interface Found {
  file: string
  line: number
  text: string
  isSentence: boolean
}

/** A piece of a template without the signs and blanks around its words. */
function wordsOf(piece: string): string {
  return piece.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '').toLowerCase()
}

const found: Found[] = ['src/main', 'src/shared'].flatMap((root) =>
  readdirSync(join(ROOT, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = join(root, name)
      return textsIn(file, readFileSync(join(ROOT, file), 'utf8')).map((text) => ({ file, ...text }))
    }),
)
const wanted = found.filter(
  ({ file, isSentence }) => isSentence && !NOT_FOR_THE_WINDOW.some(([path]) => file === path || file.startsWith(`${path}/`)),
)
const everyText = new Set(found.flatMap(({ text }) => [nameless(text), nameless(text).trim(), '']))
/** Texts of the source with places, to be found in what code puts together from them. */
const madeFrom = [...everyText].flatMap((text) => {
  let count = 0
  const template = parseTemplate(text.replaceAll('{}', () => `{p${String((count += 1))}}`))
  return count > 0 && /\p{L}/u.test(text) ? [template] : []
})
const allWords = found
  .map(({ text }) => text)
  .join('\n')
  .toLowerCase()

/** Whether the source says it: as it is, or one text of it within another. */
function isSaid(text: string): boolean {
  const isMadeFrom = (template: Template): boolean => {
    const values = valuesIn(template, text)
    return values !== null && [...values.values()].every((value) => everyText.has(value))
  }
  return everyText.has(text) || madeFrom.some(isMadeFrom)
}

const languages = LANGUAGES.filter((language) => language !== 'en')

describe.each(languages)('what the host says, in %s', async (language) => {
  const areas = await loadHostSentences(language)
  const entries = areas.flatMap((area) => Object.entries(area))
  const known = new Set(entries.map(([english]) => nameless(english)))

  it('is all translated', () => {
    const isKnown = createCoverage(entries.map(([english]) => english))
    const missing = wanted.filter(({ text }) => !isKnown(text))
    expect(missing.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([])
  })

  it('is still said: no translation is of what is gone', () => {
    // What code puts together, or says with more behind it, has no template there; one text of it stands within another, or each
    // piece of its words is there.
    const isThere = (english: string): boolean =>
      isSaid(nameless(english)) || parseTemplate(english).pieces.every((piece) => allWords.includes(wordsOf(piece)))
    expect(entries.map(([english]) => english).filter((english) => !isThere(english))).toEqual([])
  })

  it('is translated once, from the same English as in other languages', async () => {
    expect(known.size).toBe(entries.length)
    const [first] = languages
    if (first === undefined) return
    const others = (await loadHostSentences(first)).flatMap((area) => Object.keys(area))
    expect(entries.map(([english]) => english).toSorted()).toEqual(others.toSorted())
  })

  it('has the places that the English has, and something fixed to know it by', () => {
    for (const [english, translation] of entries) {
      const { pieces, places } = parseTemplate(english)
      const names = (template: string) => new Set(parseTemplate(template).places.map(({ name }) => name))
      expect(names(translation), english).toEqual(names(english))
      expect(
        parseTemplate(translation).places.every(({ kind }) => kind === 'value'),
        translation,
      ).toBe(true)
      if (places.length > 0) expect(/\p{L}{2}/u.test(pieces.join(' ')), english).toBe(true)
      expect(pieces.slice(1, -1).includes(''), `${english} has two places beside each other`).toBe(false)
    }
  })

  it('begins and ends as the English does', () => {
    const end = (text: string) => /[.!?…]?”?$/.exec(text.replace('’', '”'))?.[0].replace('”', '')
    for (const [english, translation] of entries) {
      expect(end(translation), `${english} → ${translation}`).toBe(end(english))
      const blanks = (text: string) => [/^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]]
      expect(blanks(translation), english).toEqual(blanks(english))
    }
  })
})

describe('sentences in the source', () => {
  const source = `
    const NO_KEYCHAIN = there ? 'The keychain is shut' : 'There is no keychain'
    if (x) throw new Refused('gone', \`“\${name}” is gone.\`)
    throw new Refused('short', 'gone already')
    throw new TypeError('This is a bug.')
    say(\`\${NO_KEYCHAIN}, so \${count} \${count === 1 ? 'key is' : 'keys are'} lost.\`)
    const select = 'DELETE FROM accounts WHERE id = ?'
    say('It was long, ' + 'and in two lines.')`

  it('are found in every form that they have', () => {
    const sentences = textsIn('example.ts', source).filter(({ isSentence }) => isSentence)
    expect(sentences.map(({ text }) => text)).toEqual([
      '“{}” is gone.',
      'gone already',
      'The keychain is shut, so {} key is lost.',
      'The keychain is shut, so {} keys are lost.',
      'There is no keychain, so {} key is lost.',
      'There is no keychain, so {} keys are lost.',
      'It was long, and in two lines.',
    ])
  })
})
