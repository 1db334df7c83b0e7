import { expect } from '@playwright/test'
import { numberedId, putHistory } from '../../screens/support/long-history.ts'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import { idOf, type Stage } from '../support/stage.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const ELSA = '+46701740622'

async function openThread(stage: Stage, name: string, region = name): Promise<void> {
  await stage.go(`inbox/${idOf(stage, name)}`)
  await expect(stage.inbox.thread(region)).toBeVisible()
  await expect(stage.page.getByRole('article').first()).toBeVisible()
}

async function openMenu(stage: Stage, item: string | RegExp | null): Promise<void> {
  await stage.page.getByRole('button', { name: 'More about this conversation' }).click()
  if (item !== null) await stage.page.getByRole('menuitem', { name: item }).click()
}

function send(stage: Stage, to: string, text: string, more: { local?: string } = {}): Promise<unknown> {
  const schedule = more.local === undefined ? {} : { schedule: { local: more.local, zone: 'Europe/Stockholm' } }
  return stage.askDesk((client) =>
    client.messages.send({ requestId: crypto.randomUUID(), accountId: idOf(stage, 'account'), to: [to], text, ...schedule }),
  )
}

export const THREAD: Area = {
  name: 'thread',
  title: 'Conversation',
  walks: [
    {
      begin: (stage) => givenGarage(stage),
      states: [
        {
          name: 'open',
          title: 'A conversation with its states',
          bring: (stage) => openThread(stage, 'Elsa Holm'),
        },
        {
          name: 'unread',
          title: 'Opened at what nobody has read',
          bring: async (stage) => {
            await openThread(stage, 'Maja Öberg')
            await expect(stage.page.getByRole('log', { name: 'Messages' }).getByText('2 new texts')).toBeVisible()
          },
        },
        {
          name: 'failed',
          title: 'Failed, with the reason',
          bring: async (stage) => {
            await openThread(stage, 'Karl Lindgren')
            await expect(stage.inbox.statusOf('spare part')).toContainText('not sent')
          },
        },
        {
          name: 'missing',
          title: 'An address of a conversation that is not there',
          bring: async ({ go, page }) => {
            await go(`inbox/${numberedId(7)}`)
            await expect(page.getByRole('region', { name: 'Conversation', exact: true })).toBeVisible()
          },
        },
        {
          name: 'menu',
          title: 'What else can be done',
          bring: async (stage) => {
            await openThread(stage, 'Elsa Holm')
            await openMenu(stage, null)
            await expect(stage.page.getByRole('menuitem').first()).toBeVisible()
          },
        },
        {
          name: 'note-writing',
          title: 'Writing a private note',
          bring: async (stage) => {
            await openThread(stage, 'Elsa Holm')
            await stage.page.getByRole('log', { name: 'Messages' }).focus()
            await stage.page.keyboard.press('m')
            await stage.page.getByRole('textbox', { name: 'Note' }).fill('Pays by invoice only. Ask for the reference number.')
          },
        },
        {
          name: 'notes',
          title: 'A note and a consent among the texts',
          bring: async (stage) => {
            await stage.askDesk(async (client) => {
              await client.notes.add({
                conversationId: idOf(stage, 'Elsa Holm'),
                text: 'Pays by invoice only. Ask for the reference number.',
              })
              await client.optOuts.recordConsent({ e164: ELSA, reason: 'Signed the form at the desk' })
            })
            await openThread(stage, 'Elsa Holm')
            await expect(stage.page.getByRole('article', { name: /^Note/ })).toBeVisible()
          },
        },
        {
          name: 'link',
          title: 'A look at an address before it is opened',
          bring: async (stage) => {
            await stage.askDesk((client) =>
              client.sandbox.reply({ from: '+46701740625', text: 'Is this yours? https://p\u0430ypal.com/invoice?id=7 I got it by mail.' }),
            )
            await stage.go(`inbox/${idOf(stage, '+46701740625')}`)
            await stage.inbox
              .thread('+46 70 174 06 25')
              .getByRole('link', { name: /ypal\.com/ })
              .click()
            await expect(stage.dialog('Open this address?')).toBeVisible()
          },
        },
        {
          name: 'number-menu',
          title: 'A number in a text',
          bring: async (stage) => {
            await stage.askDesk((client) =>
              client.sandbox.reply({ from: '+46701740626', text: 'Please call my husband on 070-174 06 27 when it is ready.' }),
            )
            await openThread(stage, 'Priya Shah')
            await stage.page.getByRole('button', { name: '070-174 06 27' }).click()
            await expect(stage.page.getByRole('menuitem', { name: 'Copy the number' })).toBeVisible()
          },
        },
        {
          name: 'picked',
          title: 'Several texts picked',
          bring: async (stage) => {
            await openThread(stage, 'Elsa Holm')
            for (const text of ['The key is at the desk', 'How late can I pick it up']) {
              await stage.inbox.message(text).focus()
              await stage.page.keyboard.press('x')
            }
            await expect(stage.page.getByRole('toolbar', { name: 'Picked texts' })).toContainText('2 texts picked')
          },
        },
        {
          name: 'what-happened',
          title: 'What happened to a text',
          bring: async (stage) => {
            await send(stage, ELSA, 'We are open until six today.')
            await openThread(stage, 'Elsa Holm')
            await expect(stage.inbox.statusOf('open until six')).toHaveText(/^delivered/)
            await stage.inbox.message('open until six').getByRole('button', { name: 'what happened' }).click()
            await expect(stage.dialog('What happened').getByRole('listitem').first()).toBeVisible()
          },
        },
        {
          name: 'jump-to-date',
          title: 'Jump to a date',
          bring: async (stage) => {
            await openThread(stage, 'Elsa Holm')
            await stage.page.getByRole('log', { name: 'Messages' }).focus()
            await stage.page.keyboard.press('d')
            await expect(stage.page.getByLabel('Date', { exact: true }).first()).toBeVisible()
          },
        },
        {
          name: 'scheduled',
          title: 'Texts for later and held for quiet hours',
          bring: async (stage) => {
            await send(stage, '+46701740626', 'A reminder: we see you at ten. Please bring the old key.', { local: '2031-11-24T08:30' })
            const restDay = ((new Date().getDay() + 2) % 7) + 1
            const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== restDay)
            await stage.askDesk((client) =>
              client.settings.set({ quietHours: { from: '00:00', until: '00:00', days, exemptReplies: false } }),
            )
            await send(stage, '+46701740626', 'We have found your umbrella, it is at the desk.')
            await openThread(stage, 'Priya Shah')
            await expect(stage.inbox.statusOf('A reminder')).toHaveText(/^goes out/)
            await expect(stage.inbox.statusOf('your umbrella')).toHaveText(/^held until/)
          },
        },
        {
          name: 'unconfirmed',
          title: 'Nobody knows whether it went out: settled in place',
          bring: async (stage) => {
            await stage.askDesk(async (client) => {
              await client.settings.set({ quietHours: null })
              await client.sandbox.setBehaviour({ answer: 'drop_after', receipt: 'none' })
            })
            await send(stage, '+46701740624', 'Tuesday at 7 is fine, we have moved your booking.')
            await openThread(stage, 'Nils Frisk')
            await expect(stage.inbox.statusOf('Tuesday at 7')).toHaveText('unconfirmed ?')
            await stage.askDesk((client) => client.sandbox.setBehaviour({ answer: 'accept', receipt: 'delivered' }))
          },
        },
        {
          name: 'opt-out-question',
          title: 'Opting somebody out',
          bring: async (stage) => {
            await openThread(stage, 'Ödman & Söner')
            await openMenu(stage, 'Opt out of texts…')
            const question = stage.dialog('No more texts to Ödman & Söner?')
            await question.getByRole('textbox', { name: 'How you know' }).fill('Called on Monday: no more texts, please')
          },
        },
        {
          name: 'opted-out',
          title: 'A customer who gets no texts',
          continues: true,
          bring: async (stage) => {
            await stage.dialog('No more texts to Ödman & Söner?').getByRole('button', { name: 'Opt out' }).click()
            await expect(stage.page.getByText(/Asked not to get texts on/)).toBeVisible()
            await expect(stage.page.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 15_000 })
          },
        },
      ],
    },
    {
      async begin(stage) {
        await stage.start({ settings: { welcomed: true } })
        const { accountId } = await stage.askDesk(async (client) => {
          await client.sandbox.setBehaviour({ autoReply: false, answerDelayMs: 0, receiptDelayMs: 0 })
          const started = await client.sandbox.start({ sampleData: true, as: 'konnect' })
          await client.accounts.setCallReply({
            id: started.accountId,
            number: '+46 70 174 06 00',
            text: 'Sorry we missed your call. We ring you back before 17:00.',
          })
          return started
        })
        await stage.stop()
        const said = [
          'Could we move the appointment to the afternoon? I have to fetch the children first.',
          'Of course. Would three o’clock be good?',
          'Yes, thank you!',
          'See you then.',
        ]
        const until = Date.now() - 10 * MINUTE
        const texts = Array.from({ length: 240 }, (_, index) => ({
          id: numberedId(index),
          direction: index % 2 === 0 ? ('inbound' as const) : ('outbound' as const),
          text: said[index % said.length] ?? '',
          at: until - Math.floor((239 - index) / 4) * 3 * DAY - ((239 - index) % 4) * 5 * MINUTE,
        }))
        stage.ids.set('long', putHistory(stage.dataFolder, { accountId, peer: '+46701740644', texts, unread: 6 }))
        stage.ids.set('account', accountId)
        await stage.start()
      },
      states: [
        {
          name: 'first-unread',
          title: 'A long conversation, opened at the first text that nobody has read',
          bring: async (stage) => {
            await stage.go(`inbox/${idOf(stage, 'long')}`)
            await expect(stage.page.getByText('6 new texts')).toBeVisible()
          },
        },
        {
          name: 'earlier',
          title: 'Further up, with the way back to the latest',
          bring: async (stage) => {
            await stage.go(`inbox/${idOf(stage, 'long')}/${numberedId(100)}`)
            await expect(stage.page.locator('[data-pointed-out]')).toBeVisible()
            await expect(stage.page.getByRole('button', { name: 'To the latest' })).toBeVisible()
          },
        },
        {
          name: 'missed-call',
          title: 'A missed call, answered by a text',
          bring: async (stage) => {
            await stage.askDesk((client) => client.sandbox.missedCall({ from: '+46701740607', accountId: idOf(stage, 'account') }))
            await stage.go('inbox')
            await stage.inbox.choose('Björn Åkesson')
            await expect(stage.page.getByRole('article', { name: /^Missed call/ })).toBeVisible()
            await expect(stage.inbox.statusOf('Sorry we missed your call.')).toHaveText(/^sent/)
          },
        },
      ],
    },
  ],
}
