import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitName } from '../../src/shared/templates/first-name.ts'

test.each([
  ['Astrid', 'Astrid', ''],
  ['Astrid Lindqvist', 'Astrid', 'Lindqvist'],
  ['  Astrid   Lindqvist ', 'Astrid', 'Lindqvist'],
  ['Anna Maria Svensson', 'Anna', 'Svensson'],
  ['Anna-Karin Berg', 'Anna-Karin', 'Berg'],
  ['Joost van Dijk', 'Joost', 'van Dijk'],
  ['Jan Willem van der Berg', 'Jan', 'van der Berg'],
  ['Sanne de Vries', 'Sanne', 'de Vries'],
  ['Liam O’Connor', 'Liam', 'O’Connor'],
  ['Van Morrison', 'Van', 'Morrison'],
  ['van Dijk', '', 'van Dijk'],
  ['Lindqvist, Astrid', 'Astrid', 'Lindqvist'],
  ['Lindqvist, Astrid Maria', 'Astrid', 'Lindqvist'],
  ['van Dijk, Joost', 'Joost', 'van Dijk'],
  ['Lindqvist, Dr. Astrid', 'Astrid', 'Lindqvist'],
  ['Lindqvist,', '', 'Lindqvist'],
  ['Yo-Yo Ma', 'Yo-Yo', 'Ma'],
  [', Astrid', 'Astrid', ''],
  ['Astrid Lindqvist, PhD', 'Astrid', 'Lindqvist'],
  ['Martin King Jr.', 'Martin', 'King'],
  ['Dr. Astrid Lindqvist', 'Astrid', 'Lindqvist'],
  ['Herr Prof. Jürgen Weiß', 'Jürgen', 'Weiß'],
  ['Mr Smith', '', 'Smith'],
  ['Mevr. de Vries', '', 'de Vries'],
  ['Fru Åkesson', '', 'Åkesson'],
  ['M. Dupont', '', 'Dupont'],
  ['Don Smith', 'Don', 'Smith'],
  ['J. Smith', '', 'Smith'],
  ['J Smith', '', 'Smith'],
  ['J.R. Tolkien', '', 'Tolkien'],
  ['Bo Ek', 'Bo', 'Ek'],
  ['Anna & Erik Berg', '', ''],
  ['Anna + Erik', '', ''],
  ['Haddad Taxi AB', '', ''],
  ['Weiß Elektro GmbH', '', ''],
  ['Garage 24', '', ''],
  ['anna@example.com', '', ''],
  ['+46 70 174 06 05', '', ''],
  ['Anna (work)', 'Anna', ''],
  ['Anna 🌸 Berg', 'Anna', 'Berg'],
  ['🌸', '', ''],
  ['王小明', '王小明', ''],
  ['山田 太郎', '山田 太郎', ''],
  ['김민준', '김민준', ''],
  ['Омар Хаддад', 'Омар', 'Хаддад'],
  ['محمد علي', 'محمد', 'علي'],
  ['a, b, c', '', ''],
  ['', '', ''],
])('%j is %j and %j', (name, first, last) => {
  expect(splitName(name)).toEqual({ first, last })
})

test('whatever stands there, the parts are words of it, without blanks around', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const { first, last } = splitName(name)
      const tidy = name.replaceAll(/\([^()]*\)|\[[^[\]]*\]/g, ' ').replaceAll(/\s+/g, ' ')
      for (const word of [...first.split(' '), ...last.split(' ')]) expect(tidy).toContain(word)
      expect([first.trim(), last.trim()]).toEqual([first, last])
    }),
  )
})
