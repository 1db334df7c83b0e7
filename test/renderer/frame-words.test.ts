import { describe, expect, test } from 'vitest'
import { shortcutGroups } from '../../src/renderer/app/shortcut-list.ts'
import { dayFarBack, foundWords } from '../../src/renderer/inbox/search/words.ts'
import { loadCatalog } from '../../src/renderer/language/catalog/index.ts'
import { createWords } from '../../src/renderer/language/words.ts'
import { commandsOf } from '../../src/renderer/palette/commands.ts'
import { rankCommands } from '../../src/renderer/palette/rank.ts'
import { LANGUAGES, type Language } from '../../src/shared/language.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import { speechIn } from './speech.ts'

const NOTHING = { contacts: [], conversations: [], notes: [], total: { count: 0, atLeast: false } }

describe('how much a search found', () => {
  async function said(language: Language, tag: string, found: Partial<Parameters<typeof foundWords>[2]>, hasMore = false): Promise<string> {
    const words = createWords(await loadCatalog(language), 'inboxSearch', tag)
    return foundWords(words, tag, { ...NOTHING, ...found }, { hasMore })
  }
  /** As many as that of anything. */
  const many = (count: number) => Array.from({ length: count }) as never[]

  test.each([
    ['en', 'en-GB', '1 person, 2 conversations, 1 note, 1,848 texts'],
    ['sv', 'sv-SE', '1 person, 2 konversationer, 1 anteckning, 1 848 sms'],
    ['nl', 'nl-NL', '1 persoon, 2 gesprekken, 1 notitie en 1.848 sms’en'],
  ] as const)('is one line, in %s', async (language, tag, line) => {
    const found = { contacts: many(1), conversations: many(2), notes: many(1), total: { count: 1848, atLeast: false } }
    expect((await said(language, tag, found)).replaceAll(/\s/g, ' ')).toBe(line)
  })

  test('says so where there may be more, or nothing', async () => {
    expect(await said('en', 'en-GB', { total: { count: 1000, atLeast: true } })).toBe('1,000+ texts')
    expect(await said('en', 'en-GB', {}, true)).toBe('Searching further back…')
    expect(await said('en', 'en-GB', {})).toBe('Nothing found')
    expect(await said('nl', 'nl-NL', {})).toBe('Niets gevonden')
  })

  test('and how far back: the year is said when it is another', () => {
    const now = new Date(2026, 10, 22, 12).getTime()
    expect(dayFarBack('en-GB', new Date(2026, 10, 19, 12).getTime(), now)).toBe('Thursday 19 November')
    expect(dayFarBack('sv-SE', new Date(2025, 10, 19, 12).getTime(), now)).toBe('onsdag 19 november 2025')
  })
})

describe('the sheet of shortcuts', () => {
  test.each(LANGUAGES)('has no key twice on one screen, in %s', async (language) => {
    const groups = shortcutGroups(createWords(await loadCatalog(language), 'shortcuts', language))
    for (const { title, keys } of groups) {
      expect(new Set(keys.map(([does]) => does)).size, title).toBe(keys.length)
      expect(new Set(keys.map(([, caps]) => caps.join('+'))).size, title).toBe(keys.length)
    }
    expect(new Set(groups.map(({ title }) => title)).size).toBe(groups.length)
  })
})

describe('commands of the palette', () => {
  async function commandsIn(language: Language, tag: string) {
    const catalog = await loadCatalog(language)
    const words = {
      commands: createWords(catalog, 'commands', tag),
      frame: createWords(catalog, 'frame', tag),
      settings: createWords(catalog, 'settings', tag),
      times: (await speechIn(language, tag)).times,
    }
    const accounts = [{ id: 'a', name: 'Reception', status: 'active', provider: 'sandbox' }] as never
    return commandsOf(words, {
      settings: TEST_SETTINGS,
      accounts,
      conversation: { id: 'c', who: 'Astrid' },
      client: {} as never,
      ui: {} as never,
      now: new Date(2026, 10, 22, 12).getTime(),
    })
  }

  test.each([
    ['en', 'en-GB', 'dark', 'Dark colours'],
    ['en', 'en-GB', 'do not disturb', 'No notifications for an hour'],
    ['sv', 'sv-SE', 'morkt', 'Inställningar: Utseende'],
    ['sv', 'sv-SE', 'pausa', 'Pausa alla utskick'],
    ['sv', 'sv-SE', '08', 'Inga aviseringar till kl. 08:00'],
    ['nl', 'nl-NL', 'donker', 'Donkere kleuren'],
    ['nl', 'nl-NL', 'afdrukken', 'Dit gesprek afdrukken of als pdf opslaan'],
    ['nl', 'nl-NL', 'afmeld', 'Afmeldingen'],
  ] as const)('are found by words of the language, in %s (%s): %s', async (language, tag, typed, title) => {
    expect(rankCommands(await commandsIn(language, tag), typed, [])[0]?.command.title).toBe(title)
  })

  test('are the same in every language', async () => {
    const english = (await commandsIn('en', 'en-GB')).map(({ id }) => id)
    expect(new Set(english).size).toBe(english.length)
    for (const language of LANGUAGES) expect((await commandsIn(language, language)).map(({ id }) => id)).toEqual(english)
  })
})
