import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillFor, isPlain } from '../../src/renderer/inbox/composer/templates/fill.ts'
import { findSlash } from '../../src/renderer/inbox/composer/templates/slash.ts'
import { sameWish, sendInput } from '../../src/renderer/inbox/composer/useSend.ts'
import type { AskedSend } from '../../src/renderer/app/uiState.tsx'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { insertAt } from '../../src/renderer/templates/insert.ts'
import { longPreview, previewFor, previewProblems } from '../../src/renderer/templates/preview.ts'
import { parseTemplate } from '../../src/shared/templates/parse.ts'

const words = createWords(await loadCatalog('en'), 'templates', 'en-GB')

const person = (number: string, name: string) => ({ number, name, company: '', fields: {} })
const ASTRID = person('+46701740605', 'Astrid Lindqvist')
const OMAR = person('+46701740606', 'Omar Haddad')
const NOBODY = person('+46701740609', '')

describe('a slash', () => {
  test.each([
    ['/', 1, { start: 0, query: '' }],
    ['/rem', 4, { start: 0, query: 'rem' }],
    ['/rem', 2, { start: 0, query: 'r' }],
    ['Hi /car is', 10, { start: 3, query: 'car is' }],
    ['Hi\n/x', 5, { start: 3, query: 'x' }],
    ['/rem', 0, null],
    ['and/or', 6, null],
    ['24 / 7', 6, null],
    ['/a\nb', 4, null],
    ['http://x', 8, null],
    ['/a /b', 5, { start: 3, query: 'b' }],
    [`/${'x'.repeat(41)}`, 42, null],
  ])('%j with the caret at %i', (text, caret, slash) => {
    expect(findSlash(text, caret)).toEqual(slash)
  })
})

describe('a text filled in for everybody it goes to', () => {
  test('has each their own, and knows the longest', () => {
    expect(fillFor(words, parseTemplate('Hi {first name|there}'), [OMAR, ASTRID, NOBODY], [])).toEqual({
      texts: ['Hi Omar', 'Hi Astrid', 'Hi there'],
      longest: 'Hi Astrid',
      problems: [],
    })
    const costly = person('+46701740607', 'Zoë…')
    expect(fillFor(words, parseTemplate(`${'x'.repeat(80)}{name}`), [ASTRID, costly], []).longest).toContain('Zoë…')
  })

  test('says for whom a value is missing, once for each field, where it stands', () => {
    const parsed = parseTemplate('{first name} {company} {nick}')
    const { problems } = fillFor(words, parsed, [ASTRID, NOBODY, OMAR], ['Nick'])
    expect(problems.map(({ words, start, end }) => [words.split(':')[0], start, end])).toEqual([
      ['First name is empty for +46 70 174 06 09', 0, 12],
      ['Company is empty for 3 of 3 people', 13, 22],
      ['nick is empty for 3 of 3 people', 23, 29],
    ])
  })

  test('is not looked at where it goes out as it is', () => {
    for (const text of ['', 'Hi', 'a } b', ':-{', '{}']) expect(isPlain(parseTemplate(text), text)).toBe(true)
    for (const text of ['{name}', 'a {{ b', '{{name}}', '{x}']) expect(isPlain(parseTemplate(text), text)).toBe(false)
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (isPlain(parseTemplate(text), text)) expect(fillFor(words, parseTemplate(text), [ASTRID], []).texts).toEqual([text])
      }),
    )
  })
})

describe('what is sent', () => {
  const asked: AskedSend = {
    requestId: 'r',
    accountId: 'a',
    to: ['+46701740605'],
    text: 'Hi {name}',
    texts: ['Hi Astrid'],
    templateIds: ['t'],
    schedule: null,
    validUntil: null,
    keptByProvider: false,
    again: false,
  }

  test('has the texts and the templates, where there are any', () => {
    expect(sendInput(asked)).toMatchObject({ text: 'Hi {name}', texts: ['Hi Astrid'], templateIds: ['t'] })
    const plain = sendInput({ ...asked, texts: null, templateIds: [] })
    expect([Object.hasOwn(plain, 'texts'), Object.hasOwn(plain, 'templateIds')]).toEqual([false, false])
  })

  test('is another wish once a value has changed: it gets an id of its own', () => {
    expect(sameWish(asked, { ...asked })).toBe(true)
    expect(sameWish(asked, { ...asked, texts: ['Hi Asta'] })).toBe(false)
    expect(sameWish(asked, { ...asked, texts: null })).toBe(false)
  })
})

test('words are put in at the caret, or instead of what is selected', () => {
  expect(insertAt('Hi !', 3, 3, 'Bo')).toEqual({ text: 'Hi Bo!', caret: 5 })
  expect(insertAt('Hi {x}!', 3, 6, 'Bo')).toEqual({ text: 'Hi Bo!', caret: 5 })
})

describe('the preview', () => {
  test('counts the parts of what goes out', () => {
    const parsed = parseTemplate(`${'x'.repeat(150)} {name} {car reg}`)
    expect(previewFor(parsed, { ...OMAR, fields: { 'Car reg': '1' } }, [])).toMatchObject({ parts: 2, complete: true })
    expect(previewFor(parseTemplate('{name}'), OMAR, [])).toMatchObject({ text: 'Omar Haddad', parts: 1 })
    expect(longPreview(parsed, ['Car reg'])).toMatchObject({ parts: 2, complete: true })
  })

  test('says each thing that is wrong once', () => {
    expect(previewProblems(words, previewFor(parseTemplate('{nick} {nick} {company}'), OMAR, []), 'Omar')).toEqual([
      'There is no field “nick”. Choose another one, or write {{ where a brace is meant.',
      'Company is empty for Omar: write it, or give the field a fallback, such as {company|…}.',
    ])
  })
})
