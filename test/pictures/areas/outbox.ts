import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { outboxOf } from '../../screens/support/outbox-page.ts'
import { answers } from '../../support/scripted-provider.ts'
import type { Area } from '../state.ts'
import { idOf, type Stage } from '../support/stage.ts'

const TO = ['+46701740621', '+46701740622', '+46701740624', '+46701740626', '+46701740628']
const TYRES = 'Your car is due for its winter tyres. Answer with a day that suits you and we book it. /The garage'

interface Sending {
  account?: string
  to?: readonly string[]
  local?: string
  at?: number
}

async function send(stage: Stage, text: string, { account = 'Garage', to = TO, local, at }: Sending = {}): Promise<void> {
  await stage.askDesk((client) =>
    client.messages.send({
      requestId: crypto.randomUUID(),
      accountId: idOf(stage, account),
      to: [...to],
      text,
      ...(local === undefined ? {} : { schedule: { local, zone: 'Europe/Stockholm' } }),
      ...(at === undefined ? {} : { at }),
    }),
  )
}

/** A desk with two accounts and people to text; `Garage` is paused. */
async function givenAccounts(stage: Stage): Promise<void> {
  await stage.start()
  for (const name of ['Garage', 'Front desk']) stage.ids.set(name, (await stage.givenAccount(stage.provider.baseUrl, { name })).id)
  const names = ['Maja Öberg', 'Elsa Holm', 'Nils Frisk', 'Priya Shah', 'Ödman & Söner']
  await stage.askDesk(async (client) => {
    for (const [index, name] of names.entries()) {
      await client.contacts.create({ name, company: '', notes: '', numbers: [{ number: TO[index] ?? '', label: 'mobile' }] })
    }
  })
}

async function showList(stage: Stage, view: string, words: string): Promise<void> {
  await stage.go(`outbox/${view}`)
  await expect(outboxOf(stage.page).row(words).first()).toBeVisible()
}

export const OUTBOX: Area = {
  name: 'outbox',
  title: 'Outbox',
  walks: [
    {
      begin: givenAccounts,
      states: [
        {
          name: 'empty',
          title: 'Nothing waits',
          bring: async ({ go, page }) => {
            await go('outbox/waiting')
            await expect(page.getByText('Nothing waits', { exact: true }).first()).toBeVisible()
          },
        },
        {
          name: 'waiting',
          title: 'What waits, with an account that is paused',
          bring: async (stage) => {
            await stage.askDesk(async (client) => {
              await client.accounts.pause({ id: idOf(stage, 'Garage') })
              await client.accounts.setRate({ id: idOf(stage, 'Garage'), rate: { count: 20, per: 'minute' } })
            })
            await send(stage, TYRES)
            await showList(stage, 'waiting', 'winter tyres')
          },
        },
        {
          name: 'selected',
          title: 'Some of them selected',
          continues: true,
          bring: async ({ page }) => {
            for (const row of [0, 2]) await outboxOf(page).rows.nth(row).getByRole('checkbox').check()
            await expect(outboxOf(page).bar).toContainText('2 selected')
          },
        },
        {
          name: 'rate',
          title: 'How fast an account sends',
          bring: async (stage) => {
            await showList(stage, 'waiting', 'winter tyres')
            await outboxOf(stage.page).lane('Garage').getByRole('button', { name: 'Rate of Garage' }).click()
            await expect(stage.dialog('Rate of Garage')).toBeVisible()
          },
        },
        {
          name: 'many',
          title: 'Many at once are asked about first',
          bring: async (stage) => {
            const to = Array.from({ length: 230 }, (_, index) => `+4670174${String(1000 + index)}`)
            await send(stage, 'Saturday offer: winter tyres at half the price of the wheels.', { to })
            await showList(stage, 'waiting', 'Saturday offer')
            const { bar } = outboxOf(stage.page)
            await bar.getByRole('checkbox', { name: 'Select the first 100 texts' }).check()
            await bar.getByRole('button', { name: 'Select all 235' }).click()
            await expect(bar).toContainText('235 selected')
          },
        },
        {
          name: 'cancel-many',
          title: 'The question',
          continues: true,
          bring: async (stage) => {
            await outboxOf(stage.page).bar.getByRole('button', { name: 'Cancel' }).click()
            await expect(stage.dialog('Cancel these 235 texts?')).toBeVisible()
          },
        },
        {
          name: 'scheduled',
          title: 'What goes out later',
          bring: async (stage) => {
            await send(stage, 'A reminder: we see you at ten.', { account: 'Front desk', to: TO.slice(0, 2), local: '2031-11-24T08:00' })
            await send(stage, 'Your service is due this week.', { account: 'Front desk', to: TO.slice(2), local: '2031-12-01T09:30' })
            await showList(stage, 'scheduled', 'A reminder')
          },
        },
        {
          name: 'row-menu',
          title: 'What can be done to one',
          continues: true,
          bring: async ({ page }) => {
            await page
              .getByRole('button', { name: /^More for / })
              .first()
              .click()
            await expect(page.getByRole('menuitem', { name: 'Choose another time' })).toBeVisible()
          },
        },
        {
          name: 'another-time',
          title: 'Another time, by any clock',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('menuitem', { name: 'Choose another time' }).click()
            await expect(stage.dialog('When should this text go out?')).toBeVisible()
          },
        },
        {
          name: 'held',
          title: 'Held for quiet hours',
          bring: async (stage) => {
            const restDay = ((new Date().getDay() + 2) % 7) + 1
            const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== restDay)
            await stage.askDesk((client) =>
              client.settings.set({ quietHours: { from: '00:00', until: '00:00', days, exemptReplies: false } }),
            )
            await send(stage, 'We have found your umbrella, it is at the desk.', { account: 'Front desk', to: TO.slice(1, 4) })
            await showList(stage, 'held', 'umbrella')
          },
        },
        {
          name: 'reason',
          title: 'Sent all the same, with a reason',
          continues: true,
          bring: async (stage) => {
            await outboxOf(stage.page).rows.first().getByRole('button', { name: 'Send now' }).click()
            await stage.dialog('Send this text now?').getByRole('textbox').fill('She waits outside')
          },
        },
        {
          name: 'unconfirmed',
          title: 'Nobody knows whether they went out',
          bring: async (stage) => {
            // What was held goes out first, and is taken.
            await stage.askDesk((client) => client.settings.set({ quietHours: null }))
            await expect.poll(() => stage.provider.received.length).toBe(3)
            stage.provider.answer = answers.hangUp
            for (const to of TO.slice(2)) await send(stage, 'Your car is ready.', { account: 'Front desk', to: [to] })
            await showList(stage, 'unconfirmed', 'Your car is ready.')
            await expect(outboxOf(stage.page).rows).toHaveCount(3)
          },
        },
        {
          name: 'settle',
          title: 'Settling one',
          continues: true,
          bring: ({ page }) => openSettling(page),
        },
        {
          name: 'send-again',
          title: 'Sending again warns first',
          continues: true,
          bring: async (stage) => {
            // Another size of the window closes menus.
            await openSettling(stage.page)
            await stage.page.getByRole('menuitem', { name: /^Send again/ }).click()
            await expect(stage.dialog('Send this text again?')).toBeVisible()
          },
        },
        {
          name: 'failed',
          title: 'What failed, by kind',
          bring: async (stage) => {
            stage.provider.answer = answers.refuse
            for (const to of TO.slice(0, 2)) await send(stage, 'The spare part has arrived.', { account: 'Front desk', to: [to] })
            await showList(stage, 'failed', 'spare part')
            await expect(outboxOf(stage.page).kinds.getByRole('listitem')).toHaveCount(1)
          },
        },
        {
          name: 'story',
          title: 'What happened to one',
          continues: true,
          bring: async (stage) => {
            await outboxOf(stage.page)
              .row('spare part')
              .first()
              .getByRole('button', { name: /spare part/ })
              .click()
            await expect(stage.dialog('What happened')).toContainText('Handed to the provider.')
          },
        },
      ],
    },
    {
      async begin(stage) {
        await givenAccounts(stage)
        const at = Date.now() + 3_000
        await send(stage, 'A reminder: we see you at ten.', { to: TO.slice(0, 3), at })
        await stage.stop()
        await expect.poll(() => Date.now()).toBeGreaterThan(at)
        await stage.start()
      },
      states: [{ name: 'missed', title: 'What missed its time', bring: (stage) => showList(stage, 'missed', 'A reminder') }],
    },
  ],
}

/** Opens what can be done about the first text whose fate is not known, unless it is open. */
async function openSettling(page: Page): Promise<void> {
  const sent = page.getByRole('menuitem', { name: /^It was sent/ })
  if (await sent.isVisible()) return
  await page
    .getByRole('button', { name: /^Settle / })
    .first()
    .click()
  await expect(sent).toBeVisible()
}
