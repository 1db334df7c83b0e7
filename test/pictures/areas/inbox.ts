import { expect } from '@playwright/test'
import { NOBODY } from '../../screens/support/journey.ts'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import { idOf, type Stage } from '../support/stage.ts'

/** Labels, a pin and a draft, as a desk in use has them. */
async function putInOrder(stage: Stage): Promise<void> {
  await stage.askDesk(async (client) => {
    const callBack = await client.labels.create({ name: 'Call back', colour: 'red' })
    const winter = await client.labels.create({ name: 'Winter tyres', colour: 'blue' })
    await client.labels.set({ labelId: callBack.id, conversationId: idOf(stage, 'Nils Frisk'), on: true })
    await client.labels.set({ labelId: winter.id, conversationId: idOf(stage, 'Maja Öberg'), on: true })
    await client.labels.set({ labelId: winter.id, conversationId: idOf(stage, 'Ödman & Söner'), on: true })
    await client.conversations.pin({ id: idOf(stage, 'Elsa Holm') })
    await client.conversations.archive({ id: idOf(stage, 'Kazimierz Wiśniewski') })
  })
}

async function showInbox({ go, inbox }: Stage): Promise<void> {
  await go('inbox')
  await expect(inbox.row(/Elsa Holm/)).toBeVisible()
}

async function filterBy(stage: Stage, item: string | RegExp): Promise<void> {
  await showInbox(stage)
  await stage.page.getByRole('button', { name: 'Filter conversations' }).click()
  await stage.page.getByRole('menuitem', { name: item }).click()
}

async function showTab(stage: Stage, tab: string): Promise<void> {
  await showInbox(stage)
  await stage.inbox.tab(tab).click()
}

export const INBOX: Area = {
  name: 'inbox',
  title: 'Inbox',
  walks: [
    {
      async begin(stage) {
        await givenGarage(stage)
        await putInOrder(stage)
      },
      states: [
        { name: 'full', title: 'Conversations, none chosen', bring: showInbox },
        {
          name: 'unread',
          title: 'What nobody has read',
          bring: async (stage) => {
            await showTab(stage, 'Unread')
            await expect(stage.inbox.row(/Elsa Holm/)).toHaveCount(0)
          },
        },
        {
          name: 'unanswered',
          title: 'What nobody has answered',
          bring: async (stage) => {
            await showTab(stage, 'Unanswered')
            await expect(stage.inbox.row(/Elsa Holm/)).toHaveCount(0)
          },
        },
        {
          name: 'failed',
          title: 'What did not arrive',
          bring: async (stage) => {
            await showTab(stage, 'Failed')
            await expect(stage.inbox.row(/Karl Lindgren/)).toBeVisible()
          },
        },
        {
          name: 'filters',
          title: 'Filters by label, account and what is archived',
          bring: async (stage) => {
            await showInbox(stage)
            await stage.page.getByRole('button', { name: 'Filter conversations' }).click()
            await expect(stage.page.getByRole('menuitem', { name: 'Winter tyres' })).toBeVisible()
          },
        },
        {
          name: 'label',
          title: 'Only those with a label',
          bring: async (stage) => {
            await filterBy(stage, 'Winter tyres')
            await expect(stage.inbox.list.getByRole('link')).toHaveCount(2)
          },
        },
        {
          name: 'archived',
          title: 'What was archived',
          bring: async (stage) => {
            await filterBy(stage, 'Archived')
            await expect(stage.inbox.list.getByRole('link')).toHaveCount(1)
          },
        },
        {
          name: 'nothing-here',
          title: 'A filter that nothing fits',
          bring: async (stage) => {
            await filterBy(stage, 'Winter tyres')
            await stage.inbox.tab('Failed').click()
            await expect(stage.inbox.list.getByRole('link')).toHaveCount(0)
          },
        },
        {
          name: 'row-menu',
          title: 'What can be done to a conversation',
          bring: async (stage) => {
            await showInbox(stage)
            await stage.inbox.row(/Nils Frisk/).click({ button: 'right' })
            await expect(stage.page.getByRole('menuitem', { name: /^Labels/ })).toBeVisible()
          },
        },
        {
          name: 'labels',
          title: 'Labels of a conversation',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('menuitem', { name: /^Labels/ }).click()
            await expect(stage.dialog('Labels of Nils Frisk').getByRole('checkbox', { name: 'Call back' })).toBeChecked()
          },
        },
        {
          name: 'focus',
          title: 'Moving through the list by keyboard',
          bring: async (stage) => {
            await showInbox(stage)
            for (const key of ['j', 'j', 'j']) await stage.page.keyboard.press(key)
            await expect(stage.inbox.list.locator('a:focus')).toBeVisible()
          },
        },
        {
          name: 'new-at-the-top',
          title: 'New texts while somebody reads further down',
          bring: async (stage) => {
            await showInbox(stage)
            const rows = stage.page.locator('.inbox-rows')
            await rows.evaluate((list) => list.scrollTo({ top: 300 }))
            await stage.askDesk((client) => client.sandbox.reply({ from: '+46701740633', text: 'Are you open on Saturday?' }))
            await expect(stage.inbox.list.getByRole('button', { name: /new: show at the top$/ })).toBeVisible()
            await expect(stage.page.locator('.mantine-Notification-root')).toHaveCount(1)
          },
        },
        {
          name: 'loading',
          title: 'While conversations are read',
          bring: async (stage) => {
            await stage.holdBack(/conversations\/list/)
            await stage.go('inbox')
            await expect(stage.inbox.tab('All')).toBeVisible()
          },
        },
        {
          name: 'offline',
          title: 'No connection to the internet',
          bring: async (stage) => {
            await stage.pretend('"network":"online"', '"network":"offline"')
            await showInbox(stage)
            await expect(stage.frame.banner(/internet/)).toBeVisible()
          },
        },
        {
          name: 'reply-arrived',
          title: 'A reply, told in the window',
          bring: async (stage) => {
            await stage.go('contacts')
            await stage.askDesk((client) => client.sandbox.reply({ from: '+46701740622', text: 'I am on my way, see you at five.' }))
            await expect(stage.frame.toast('Elsa Holm')).toBeVisible()
            await stage.frame.toast('Elsa Holm').hover()
          },
        },
        {
          name: 'paused',
          title: 'An account is paused',
          bring: async (stage) => {
            await stage.askDesk((client) => client.accounts.pause({ id: idOf(stage, 'account') }))
            await showInbox(stage)
            await expect(stage.frame.banner(/is paused/)).toBeVisible()
          },
        },
        {
          name: 'banners',
          title: 'Everything that waits for a person’s word',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('button', { name: '1 more' }).click()
            await expect(stage.frame.banner(/We don’t know whether/)).toBeVisible()
          },
        },
        {
          name: 'lost',
          title: 'The desk is not running any more',
          bring: async (stage) => {
            await stage.askDesk((client) => client.accounts.resume({ id: idOf(stage, 'account') }))
            await showInbox(stage)
            await stage.page.evaluate((hash) => location.assign(hash), `#/inbox/${idOf(stage, 'Elsa Holm')}`)
            await expect(stage.inbox.thread('Elsa Holm')).toBeVisible()
            await stage.stop()
            await expect(stage.frame.banner('The desk is not running.')).toBeVisible()
          },
        },
      ],
    },
    {
      async begin(stage) {
        await stage.givenAccount(NOBODY)
        await stage.start()
      },
      states: [
        {
          name: 'empty',
          title: 'Before the first text',
          bring: async ({ go, page }) => {
            await go('inbox')
            await expect(page.getByText('Write your first text')).toBeVisible()
          },
        },
      ],
    },
    {
      async begin(stage) {
        await stage.start()
        const { id: accountId } = await stage.givenAccount(NOBODY)
        const at = Date.now() + 3_000
        await stage.askDesk((client) =>
          client.messages.send({
            requestId: crypto.randomUUID(),
            accountId,
            to: ['+46701740605'],
            text: 'A reminder: we see you at ten.',
            at,
          }),
        )
        await stage.stop()
        await expect.poll(() => Date.now()).toBeGreaterThan(at)
        await stage.start()
      },
      states: [
        {
          name: 'missed',
          title: 'A text missed its time while the desk was closed',
          bring: async ({ go, frame, inbox }) => {
            await go('inbox')
            await expect(frame.banner('missed its time')).toBeVisible()
            await inbox.choose('+46 70 174 06 05')
            await expect(inbox.statusOf('A reminder')).toHaveText('missed its time !')
          },
        },
      ],
    },
  ],
}
