import { expect } from '@playwright/test'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import { idOf, type Stage } from '../support/stage.ts'

/** 2 parts for the sake of the quotes. */
const QUOTED = 'Hi Elsa, your “winter tyres” are on. It’s 4 x 1,2 mm to the wear limit now.'

/** Opens her conversation with nothing written in it. */
async function openElsa(stage: Stage): Promise<void> {
  const key = idOf(stage, 'Elsa Holm')
  const nothing = { text: '', accountId: null, asked: null, takenBack: [], recipients: [] }
  await stage.askDesk((client) => client.drafts.save({ key, draft: nothing }))
  await stage.go(`inbox/${idOf(stage, 'Elsa Holm')}`)
  await expect(stage.inbox.thread('Elsa Holm')).toBeVisible()
  await expect(stage.inbox.composer).toBeEnabled()
}

async function write(stage: Stage, text: string): Promise<void> {
  await openElsa(stage)
  await stage.inbox.composer.fill(text)
}

async function writeTo(stage: Stage, text: string, ...people: string[]): Promise<void> {
  await stage.go('inbox')
  const [first = '', ...others] = people
  await stage.inbox.writeTo(first, text)
  for (const one of others) await stage.inbox.addRecipient(one)
}

export const COMPOSER: Area = {
  name: 'composer',
  title: 'Writing a text',
  walks: [
    {
      async begin(stage) {
        await givenGarage(stage)
        await stage.givenAccount(stage.carrier.baseUrl, { name: 'Shop' })
        await stage.askDesk((client) =>
          client.prices.set({ accountId: idOf(stage, 'account'), country: 'SE', micros: 350_000, currency: 'SEK' }),
        )
      },
      states: [
        {
          name: 'price',
          title: 'What a text costs',
          bring: async (stage) => {
            await write(stage, 'Hi Elsa, the car is ready. We are open until six.')
            await expect(stage.page.locator('.composer-count')).toContainText('about')
          },
        },
        {
          name: 'dearer',
          title: 'Characters that make a text dearer, and how to mend it',
          bring: async (stage) => {
            await write(stage, QUOTED)
            await expect(stage.page.getByText('3 curly quotes make this')).toBeVisible()
          },
        },
        {
          name: 'too-long',
          title: 'A text that is longer than can be sent',
          bring: async (stage) => {
            await write(stage, 'Ж text '.repeat(400))
            await expect(stage.page.getByText('takes at most')).toBeVisible()
          },
        },
        {
          name: 'template-picker',
          title: 'Templates by a slash',
          bring: async (stage) => {
            await write(stage, '')
            await stage.inbox.composer.pressSequentially('/')
            await expect(stage.page.getByRole('listbox', { name: 'Templates' }).getByRole('option').first()).toBeVisible()
          },
        },
        {
          name: 'template-menu',
          title: 'Templates and fields',
          bring: async (stage) => {
            await write(stage, 'See you soon, {first name}.')
            await stage.page.getByRole('button', { name: 'Templates and fields' }).click()
            await expect(stage.page.getByRole('menuitem', { name: 'Keep this text as a template' })).toBeVisible()
          },
        },
        {
          name: 'gap',
          title: 'A field that is empty for this customer',
          bring: async (stage) => {
            await stage.go(`inbox/${idOf(stage, '+46701740625')}`)
            await stage.inbox.composer.fill('Hello {first name}, your order is ready to collect.')
            await expect(stage.page.getByText(/First name is empty for/)).toBeVisible()
          },
        },
        {
          name: 'emoji',
          title: 'Emoji',
          bring: async (stage) => {
            await write(stage, 'Done ')
            await stage.page.getByRole('button', { name: 'Emoji', exact: true }).click()
            await stage.page.getByRole('textbox', { name: 'Find an emoji' }).fill('thumb')
            await expect(stage.page.getByRole('button', { name: 'thumbs up', exact: true })).toBeVisible()
          },
        },
        {
          name: 'send-later',
          title: 'Usual times for later',
          bring: async (stage) => {
            await write(stage, 'A reminder: we see you at ten.')
            await stage.inbox.sendLater.click()
            await expect(stage.page.getByRole('menuitem', { name: 'Another time…' })).toBeVisible()
          },
        },
        {
          name: 'another-time',
          title: 'Any other time, with an end',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('menuitem', { name: 'Another time…' }).click()
            await stage.dialog('Send later').getByLabel('Date', { exact: true }).fill('2031-11-24')
            await stage.dialog('Send later').getByLabel('Time', { exact: true }).fill('09:00')
          },
        },
        {
          name: 'account-menu',
          title: 'Through which account',
          bring: async (stage) => {
            await write(stage, 'From the shop this time.')
            await stage.page.getByRole('button', { name: /^Send through/ }).click()
            await expect(stage.page.getByRole('menuitem', { name: /Shop/ })).toBeVisible()
          },
        },
        {
          name: 'account-changed',
          title: 'Another account than the customer has seen',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('menuitem', { name: /Shop/ }).click()
            await expect(stage.page.getByRole('alert').filter({ hasText: 'has had texts from' })).toBeVisible()
          },
        },
        {
          name: 'duplicate',
          title: 'The same text once more',
          bring: async (stage) => {
            await stage.askDesk((client) => client.settings.set({ duplicateMinutes: 60 }))
            const text = 'Hi Elsa, do not forget your scarf.'
            await stage.askDesk((client) =>
              client.messages.send({ requestId: crypto.randomUUID(), accountId: idOf(stage, 'account'), to: ['+46701740622'], text }),
            )
            await write(stage, text)
            await expect(stage.inbox.statusOf(text)).toHaveText(/^(sent|delivered)/)
            await stage.inbox.send.click()
            await expect(stage.page.getByRole('dialog').or(stage.page.getByRole('alert')).first()).toBeVisible()
          },
        },
        {
          name: 'undo',
          title: 'Seconds in which a text can be taken back',
          bring: async (stage) => {
            await stage.askDesk((client) => client.settings.set({ undoSeconds: 60 }))
            await write(stage, 'Your table is free at seven.')
            await stage.inbox.send.click()
            await expect(stage.inbox.undoLine).toBeVisible()
          },
        },
        {
          name: 'taken-back',
          title: 'Taken back beside what was written since',
          continues: true,
          bring: async (stage) => {
            await stage.inbox.composer.fill('Or would eight be better?')
            await stage.inbox.message('Your table is free').last().getByRole('button', { name: 'Undo' }).click()
            await expect(stage.page.getByText('Another text is kept')).toBeVisible()
          },
        },
        {
          name: 'new',
          title: 'A new conversation, found as one types',
          bring: async (stage) => {
            await stage.go('inbox/new')
            await stage.dialog('New conversation').getByRole('textbox', { name: 'Name or number' }).fill('ma')
            await expect(stage.dialog('New conversation').getByRole('option')).toContainText(['Maja Öberg'])
          },
        },
        {
          name: 'quiet-hours',
          title: 'Quiet hours are suggested, once',
          bring: async (stage) => {
            await stage.askDesk((client) => client.settings.set({ quietHours: null }))
            await writeTo(stage, 'We are closed on Friday.', 'Maja Öberg', 'Priya Shah')
            await expect(stage.page.getByText('Do you want to keep texts back at night')).toBeVisible()
          },
        },
        {
          name: 'several',
          title: 'Several people, each with a text of their own',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('button', { name: 'Not now' }).click()
            await stage.inbox.addRecipient('Karl Lindgren')
            await stage
              .dialog('New conversation')
              .getByRole('textbox', { name: /^Text to/ })
              .fill('Hi {first name}, we are closed on Friday.')
            await expect(stage.page.getByRole('button', { name: 'Next person' })).toBeVisible()
          },
        },
      ],
    },
  ],
}
