import { expect } from '@playwright/test'
import type { Area, State } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import { idOf, type Stage } from '../support/stage.ts'

async function show({ go, page }: Stage, section: string, title: string): Promise<void> {
  await go(`settings/${section}`)
  await expect(page.getByRole('heading', { name: title, level: 2, exact: true })).toBeVisible()
}

/** A section as it opens. */
function section(name: string, heading: string, title = heading): State {
  return { name, title, bring: (stage) => show(stage, name, heading) }
}

export const SETTINGS: Area = {
  name: 'settings',
  title: 'Settings',
  walks: [
    {
      async begin(stage) {
        await givenGarage(stage)
        const front = await stage.givenAccount(stage.carrier.baseUrl, { name: 'Front desk' })
        await stage.askDesk(async (client) => {
          await client.settings.set({ failoverOrder: [front.id, idOf(stage, 'account')], undoSeconds: 10, duplicateMinutes: 60 })
          for (const [name, colour] of [
            ['Call back', 'red'],
            ['Winter tyres', 'blue'],
            ['Waiting for parts', 'green'],
          ] as const) {
            const label = await client.labels.create({ name, colour })
            await client.labels.set({ labelId: label.id, conversationId: idOf(stage, 'Elsa Holm'), on: true })
          }
        })
      },
      states: [
        section('sending', 'Sending', 'Rules by which texts go out'),
        {
          name: 'quiet-hours',
          title: 'Quiet hours',
          bring: async (stage) => {
            await stage.askDesk((client) =>
              client.settings.set({ quietHours: { from: '19:30', until: '08:00', days: [7], exemptReplies: true } }),
            )
            await show(stage, 'sending', 'Sending')
            await expect(stage.page.getByText('From 19:30 to 08:00')).toBeVisible()
            await stage.page
              .getByRole('heading', { name: 'Stand-in accounts' })
              .evaluate((heading) => heading.scrollIntoView({ block: 'center' }))
          },
        },
        section('replies', 'Replies', 'Words of customers that are acted on'),
        {
          name: 'replies-tried',
          title: 'What a word would do',
          continues: true,
          bring: async ({ page }) => {
            const field = page.getByRole('textbox', { name: 'A customer writes' })
            await field.fill('Stopp!')
            await expect(page.getByLabel('What would happen')).toContainText('This would opt the customer out')
            await field.evaluate((element) => element.scrollIntoView({ block: 'center' }))
          },
        },
        section('labels', 'Labels'),
        {
          name: 'label',
          title: 'A label is changed',
          continues: true,
          bring: async ({ page }) => {
            await page.getByRole('button', { name: 'Change Winter tyres' }).click()
            await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeVisible()
          },
        },
        section('notifications', 'Notifications'),
        {
          name: 'notifications-quiet',
          title: 'Quiet every day',
          continues: true,
          bring: async ({ page }) => {
            await page.getByRole('switch', { name: 'Quiet every day' }).click({ force: true })
            await expect(page.getByLabel('Quiet from')).toBeVisible()
          },
        },
        section('appearance', 'Appearance', 'Appearance and language'),
        section('keys', 'Storage and keys'),
        section('about', 'About'),
        section('sandbox', 'Sandbox', 'Practising with the sandbox'),
        {
          name: 'sandbox-practice',
          title: 'Practising as several providers',
          bring: async (stage) => {
            await stage.askDesk(async (client) => {
              for (const as of ['kpn', 'okroute']) await client.sandbox.start({ sampleData: false, as })
            })
            await show(stage, 'sandbox', 'Sandbox')
            await expect(stage.page.getByRole('link', { name: 'Sandbox (KPN)' })).toBeVisible()
          },
        },
        {
          name: 'sandbox-customer',
          title: 'Being a customer',
          bring: async (stage) => {
            await show(stage, 'sandbox', 'Sandbox')
            await stage.page.getByRole('textbox', { name: 'From the number' }).fill('+46 70 174 06 06')
            await stage.page.getByRole('textbox', { name: 'What they write' }).fill('Do you have winter tyres for a V70?')
            await stage.page.getByRole('region', { name: 'Be a customer' }).evaluate((card) => card.scrollIntoView({ block: 'start' }))
          },
        },
        {
          name: 'sandbox-behaviour',
          title: 'A carrier on a bad day',
          bring: async (stage) => {
            await stage.askDesk((client) => client.sandbox.setBehaviour({ answer: 'drop_after', receiptOrder: 'swapped' }))
            await show(stage, 'sandbox', 'Sandbox')
            const reset = stage.page.getByRole('button', { name: 'Back to a good day' })
            await expect(reset).toBeEnabled()
            await reset.evaluate((button) => button.scrollIntoView({ block: 'start' }))
          },
        },
      ],
    },
  ],
}
