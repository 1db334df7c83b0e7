import { expect, test } from 'vitest'
import { instantOfDay } from '../../src/renderer/inbox/thread/menu/instant-of-day.ts'
import { copiedWords } from '../../src/renderer/inbox/thread/selection.ts'
import { aMessage } from './a-message.ts'
import { speechIn } from './speech.ts'

const { words } = await speechIn('en', 'en-GB')

const AT = new Date(2026, 10, 21, 9, 5).getTime()

test('one text is copied as it is, several with time and name, oldest first', () => {
  const question = aMessage(1, { direction: 'inbound', text: 'Is it ready?', createdAt: AT })
  const answer = aMessage(2, { text: 'Yes.\nCome by.', createdAt: AT + 60_000 })
  const away = aMessage(3, { text: 'We are closed.', automatic: 'away', createdAt: AT + 120_000 })
  expect(copiedWords(words, 'en-GB', [question], 'Maja')).toBe('Is it ready?')
  expect(copiedWords(words, 'en-GB', [away, answer, question], 'Maja')).toBe(
    '21 Nov 2026, 09:05 Maja: Is it ready?\n21 Nov 2026, 09:06 Garage: Yes.\nCome by.\n21 Nov 2026, 09:07 Garage (automatic): We are closed.',
  )
  expect(copiedWords(words, 'en-GB', [aMessage(4, { kind: 'missed_call', direction: 'inbound', text: '' })], 'Maja')).toBe('Missed call')
})

test('a day begins at its midnight here', () => {
  expect(instantOfDay('2026-11-21')).toBe(new Date(2026, 10, 21).getTime())
  for (const wrong of ['', '2026-02-30', '2026-13-01', '21.11.2026', '1950-01-01']) expect(instantOfDay(wrong)).toBeNull()
})
