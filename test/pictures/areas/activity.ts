import { expect, type Locator } from '@playwright/test'
import { NOBODY } from '../../screens/support/journey.ts'
import type { Area } from '../state.ts'
import type { Stage } from '../support/stage.ts'

function screenOf({ page }: Stage): Locator {
  return page.getByRole('region', { name: 'Activity' })
}

async function post(url: string, body: unknown): Promise<void> {
  const content = typeof body === 'string' ? body : JSON.stringify(body)
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: content })
}

/** A day of reports and replies, and some that are neither. */
async function fill(stage: Stage): Promise<void> {
  const hooks = stage.ids.get('hooks') ?? ''
  await post(hooks, { action: 'dlr', requestid: 'R1', statusInt: 1, recipient: '46701740606' })
  await post(`${hooks}x`, { token: 'guess' })
  await post(hooks, '<html>Gateway timeout</html>')
  await post(hooks, { action: 'dlr', requestid: 'R2', statusInt: 1, recipient: '46701740622' })
  await post(hooks, { action: 'mo', from: '46701740622', to: 'Garage', message: 'How late are you open?', requestid: 'M1' })
  await post(hooks, { action: 'mo', from: '46701740605', to: 'Garage', message: 'On my way', requestid: 'M2' })
}

async function open(stage: Stage, words: RegExp): Promise<void> {
  await stage.go('activity')
  await screenOf(stage).getByRole('link', { name: words }).first().click()
  await expect(stage.page.getByRole('region', { name: 'Request' })).toBeVisible()
}

export const ACTIVITY: Area = {
  name: 'activity',
  title: 'Activity',
  walks: [
    {
      async begin(stage) {
        const desk = await stage.start()
        const { hookPath } = await stage.givenAccount(NOBODY, { name: 'Garage' })
        stage.ids.set('hooks', `${desk.listener ?? ''}${hookPath}`)
        await stage.askDesk(async (client) => {
          await client.contacts.create({ name: 'Maja Öberg', company: '', notes: '', numbers: [{ number: '+46701740605', label: '' }] })
        })
      },
      states: [
        {
          name: 'empty',
          title: 'Before anything came in',
          bring: async (stage) => {
            await stage.go('activity')
            await expect(screenOf(stage)).toContainText('Nothing has come in yet')
          },
        },
        {
          name: 'list',
          title: 'What came in',
          bring: async (stage) => {
            await fill(stage)
            await stage.go('activity')
            await expect(screenOf(stage).getByRole('link', { name: /^Reply from/ })).toHaveCount(2)
          },
        },
        { name: 'reply', title: 'A reply, in words and as it came', bring: (stage) => open(stage, /^Reply from/) },
        { name: 'unreadable', title: 'A request that could not be read', bring: (stage) => open(stage, /Could not be read/) },
        { name: 'waiting', title: 'A report of a text that is not known yet', bring: (stage) => open(stage, /Delivery report/) },
        {
          name: 'nothing',
          title: 'Nothing like it',
          bring: async (stage) => {
            await stage.go('activity')
            await screenOf(stage)
              .getByRole('textbox', { name: /^Search activity/ })
              .fill('nothing like it')
            await expect(screenOf(stage)).toContainText('Nothing like this came in')
          },
        },
      ],
    },
  ],
}
