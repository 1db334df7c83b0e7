import { expect, test, vi } from 'vitest'
import type { Notifier } from '../../src/main/app/ports.ts'
import type { DeskEvent } from '../../src/shared/contract/desk.ts'
import { startTestDesk } from '../support/test-desk.ts'

const CONVERSATION = '0190a000-0000-7000-8000-000000000001'

function givenNotifier() {
  const presses = new Map<string, () => void>()
  const shown = new Map<string, string>()
  const badges: number[] = []
  const notifier: Notifier = {
    show({ subject, title, body }, onPress) {
      shown.set(subject, `${title}: ${body}`)
      presses.set(subject, onPress)
    },
    hide: (subject) => void shown.delete(subject),
    setBadge: (count) => void badges.push(count),
  }
  return { notifier, shown, presses, badges }
}

test('a shell of its own shows what it is told, and a press comes back as an event', async () => {
  const { notifier, shown, presses, badges } = givenNotifier()
  const { desk, app, log } = await startTestDesk({ notifier })
  const events: DeskEvent[] = []
  app.events.subscribe((event) => events.push(event))
  await desk.notifications.show({ subject: CONVERSATION, title: 'Maja', body: 'A secret of Maja’s' })
  await desk.notifications.show({ subject: 'many', title: '7 new texts', body: '' })
  await desk.notifications.setBadge({ count: 4 })
  expect([...shown]).toEqual([
    [CONVERSATION, 'Maja: A secret of Maja’s'],
    ['many', '7 new texts: '],
  ])
  expect(badges).toEqual([4])
  presses.get(CONVERSATION)?.()
  await vi.waitFor(() => expect(events).toContainEqual({ kind: 'notificationPressed', subject: CONVERSATION }))
  await desk.notifications.hide({ subjects: [CONVERSATION] })
  expect([...shown.keys()]).toEqual(['many'])
  expect(JSON.stringify(log.lines)).not.toContain('secret')
})

test('a shell without notifications says so, and the settings are kept with the computer', async () => {
  const test = await startTestDesk()
  await expect(test.desk.notifications.show({ subject: 'sample', title: 'Maja', body: '' })).rejects.toMatchObject({
    data: { code: 'no_notifications' },
  })
  const notifications = { when: 'away', shows: 'who', quietUntil: 1, quietHours: { from: '18:00', until: '08:00' } } as const
  await test.desk.settings.set({ notifications, recentCommands: ['theme.dark'] })
  const again = await test.restart()
  expect(await again.desk.settings.get()).toMatchObject({ notifications, recentCommands: ['theme.dark'] })
})
