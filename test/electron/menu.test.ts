import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { menuTemplate } from '../../src/main/electron/menu.ts'
import { shellWords } from '../../src/main/electron/words.ts'
import { LANGUAGES } from '../../src/shared/language.ts'

/** Every item of the menus that is not a line, with its role. */
function itemsOf(menus: readonly MenuItemConstructorOptions[]): { role: string; label: string }[] {
  return menus.flatMap(({ type, role = '', label = '', submenu = [] }) => [
    ...(type === 'separator' ? [] : [{ role, label }]),
    ...itemsOf(Array.isArray(submenu) ? submenu : []),
  ])
}

describe.each(['darwin', 'win32', 'linux'] as const)('the menus on %s', (platform) => {
  const itemsIn = (language: (typeof LANGUAGES)[number]) => itemsOf(menuTemplate(platform, false, shellWords(language).menu))

  test.each(LANGUAGES)('say every item in %s, where Electron would say it in English', (language) => {
    const items = itemsIn(language)
    expect(items.filter(({ label }) => label.trim() === '')).toEqual([])
    expect(items.map(({ role }) => role)).toEqual(itemsIn('en').map(({ role }) => role))
  })

  test.each(['sv', 'nl'] as const)('are translated into %s', (language) => {
    const english = new Set(itemsIn('en').map(({ label }) => label))
    expect(itemsIn(language).filter(({ label }) => english.has(label) && label !== 'SMS Desk')).toEqual([])
  })

  test('have no developer’s tools for the people at the desk', () => {
    const roles = itemsIn('en').map(({ role }) => role)
    expect(roles).toEqual(expect.arrayContaining(['quit', 'copy', 'paste', 'zoomIn', 'minimize']))
    expect(roles).not.toContain('toggleDevTools')
  })
})

test('what is unread is said in the language of the window', () => {
  expect(LANGUAGES.map((language) => [1, 12].map((count) => shellWords(language).unread(count)))).toEqual([
    ['1 unread conversation', '12 unread conversations'],
    ['1 oläst konversation', '12 olästa konversationer'],
    ['1 ongelezen gesprek', '12 ongelezen gesprekken'],
  ])
})
