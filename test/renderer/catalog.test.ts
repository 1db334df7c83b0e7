import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { LANGUAGES } from '../../src/shared/language.ts'

/** Every message of a catalog by its place in it. */
function messagesOf(words: object, place = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[`${place}${key}`, value] as const] : [...messagesOf(value as object, `${place}${key}.`)],
    ),
  )
}

/** What a message takes: arguments with their kinds, and elements. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)]
      case TYPE.select:
        return [
          `select ${element.value}: ${Object.keys(element.options).toSorted().join(' ')}`,
          ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value)),
        ]
      case TYPE.plural:
        return [`plural ${element.value}`, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))]
      default:
        return [`${TYPE[element.type]} ${element.value}`]
    }
  })
}

/** The categories of each plural of a message. */
function pluralsOf(elements: readonly MessageFormatElement[]): string[][] {
  return elements.flatMap((element): string[][] => {
    if (element.type === TYPE.tag) return pluralsOf(element.children)
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return []
    const within = Object.values(element.options).flatMap(({ value }) => pluralsOf(value))
    return element.type === TYPE.plural ? [Object.keys(element.options), ...within] : within
  })
}

const english = messagesOf(await loadCatalog('en'))

describe.each(LANGUAGES)('the words in %s', async (language) => {
  const words = messagesOf(await loadCatalog(language))

  it('are as many as in English, each with something in it', () => {
    expect([...words.keys()].toSorted()).toEqual([...english.keys()].toSorted())
    expect([...words].filter(([, message]) => message.trim() === '').map(([key]) => key)).toEqual([])
  })

  it('can be read, and take what English takes', () => {
    for (const [key, message] of words) {
      const wanted = new Set(argumentsOf(parse(english.get(key) ?? '')))
      expect(new Set(argumentsOf(parse(message))), key).toEqual(wanted)
    }
  })

  it('have every plural of the language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [key, message] of words) {
      for (const categories of pluralsOf(parse(message))) {
        expect(
          needed.filter((category) => !categories.includes(category)),
          key,
        ).toEqual([])
      }
    }
  })

  it('begin and end as English does', () => {
    for (const [key, message] of words) {
      const ends = (text: string) => /[.?!…]$/.test(text.trim())
      expect(ends(message), `${key}: ${message}`).toBe(ends(english.get(key) ?? ''))
      expect(message, key).toBe(message.trim())
    }
  })
})
