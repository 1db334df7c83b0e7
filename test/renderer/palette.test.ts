import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/renderer/palette/command.ts'
import { rankCommands, remembered, withRecentFirst } from '../../src/renderer/palette/rank.ts'

function command(id: string, title: string, words = '', kind = 'Setting'): Command {
  return { id, title, words, kind, icon: 'settings', run: () => undefined }
}

const COMMANDS = [
  command('go.settings', 'Go to Settings', 'preferences', 'Screen'),
  command('settings.sending', 'Settings: Sending', 'undo quiet hours night'),
  command('pause.all', 'Pause all sending', 'stop hold', 'Sending'),
  command('theme.dark', 'Dark colours', 'theme night', 'Appearance'),
  command('account', 'Account Åkessons bilvård', 'provider'),
]

function found(typed: string, recent: readonly string[] = []): string[] {
  return rankCommands(COMMANDS, typed, recent).map(({ command: { id } }) => id)
}

describe('commands that fit what is typed', () => {
  test.each([
    ['dark', ['theme.dark']],
    ['stop', ['pause.all']],
    ['sending', ['settings.sending', 'pause.all']],
    ['pau send', ['pause.all']],
    ['AKESS', ['account']],
    ['åkessons bil', ['account']],
    ['settings', ['settings.sending', 'go.settings']],
    ['kesson', ['account']],
    ['nothing of the kind', []],
    ['  ', []],
    ['?!', []],
  ])('“%s”: %j', (typed, ids) => {
    expect(found(typed)).toEqual(ids)
  })

  test('of two that fit as well, what was used lately goes first', () => {
    expect(found('night')).toEqual(['settings.sending', 'theme.dark'])
    expect(found('night', ['theme.dark'])).toEqual(['theme.dark', 'settings.sending'])
  })

  test('what is found is part of what there is, once, and one more letter finds no more', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ minLength: 1, maxLength: 1 }), (typed, letter) => {
        const before = found(typed)
        expect(new Set(before).size).toBe(before.length)
        if (typed.trim() !== '' && /\p{L}$/u.test(typed) && /\p{L}/u.test(letter) && before.length > 0)
          for (const id of found(typed + letter)) expect(before).toContain(id)
      }),
    )
  })
})

describe('what was used lately', () => {
  test('stands first, what is gone is left out, and eight are remembered', () => {
    const { recent, others } = withRecentFirst(COMMANDS, ['theme.dark', 'gone', 'account'])
    expect(recent.map(({ id }) => id)).toEqual(['theme.dark', 'account'])
    expect(others).toHaveLength(3)
    const ten = Array.from({ length: 10 }, (_, index) => `c${index}`).reduce(remembered, [] as string[])
    expect(ten).toEqual(['c9', 'c8', 'c7', 'c6', 'c5', 'c4', 'c3', 'c2'])
    expect(remembered(ten, 'c5')).toEqual(['c5', 'c9', 'c8', 'c7', 'c6', 'c4', 'c3', 'c2'])
  })
})
