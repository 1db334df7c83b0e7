import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OVERLAY_SIZE, overlayPixels } from '../../src/main/electron/badge.ts'
import { pdfFileName } from '../../src/main/electron/rules.ts'

test('the dot on the icon is round, opaque in the middle and clear in the corners, with colours multiplied in', () => {
  const pixels = overlayPixels()
  expect(pixels).toHaveLength(OVERLAY_SIZE * OVERLAY_SIZE * 4)
  const alphaAt = (x: number, y: number): number => pixels[(y * OVERLAY_SIZE + x) * 4 + 3] ?? Number.NaN
  expect([alphaAt(0, 0), alphaAt(31, 31), alphaAt(16, 16), alphaAt(4, 16)]).toEqual([0, 0, 255, 255])
  for (let at = 0; at < pixels.length; at += 4) expect(Math.max(...pixels.subarray(at, at + 3))).toBeLessThanOrEqual(pixels[at + 3] ?? 0)
})

test('a PDF is named after the conversation, as far as every system takes the name', () => {
  expect(pdfFileName('Conversation with Maja Öberg')).toBe('Conversation with Maja Öberg.pdf')
  expect(pdfFileName('..\\../a:b*c?"<x>|\u202egnp')).toBe('a b c x gnp.pdf')
  expect([pdfFileName(' . '), pdfFileName('...')]).toEqual(['conversation.pdf', 'conversation.pdf'])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const file = pdfFileName(name)
      expect(file).toMatch(/^[^\p{Cc}\\/:*?"<>|]+\.pdf$/u)
      expect(file).not.toMatch(/^[. ]/)
      expect(file.isWellFormed()).toBe(true)
    }),
  )
})
