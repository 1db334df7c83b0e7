import { answers } from '../support/scripted-provider.ts'
import { runCommand } from './support/desk-process.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

const MAJA = '+46701740605'
const LONDON = '+442079460018'
const ACCOUNT = 'Front desk'
const DAY_MS = 86_400_000

/** What the outbox says of the same texts in each language. */
const SAYS = {
  sv: {
    unconfirmed: /^obekräftat sedan \d\d:\d\d$/,
    strip: 'Ingen vet om det här sms:et gick ut.',
    failed: /^inte skickat, \d\d:\d\d$/,
    waiting: 'väntar på sitt konto',
    detail: `${ACCOUNT} är pausat`,
    counts: '1 väntar · 1 schemalagt',
    dialog: 'När ska det här sms:et gå ut?',
    print: 'Konversation med ',
    file: 'Spara alla sms som en fil',
  },
  nl: {
    unconfirmed: /^onbevestigd sinds \d\d:\d\d$/,
    strip: 'Niemand weet of deze sms is uitgegaan.',
    failed: /^niet verzonden, \d\d:\d\d$/,
    waiting: 'wacht op het account',
    detail: `${ACCOUNT} is gepauzeerd`,
    counts: '1 wacht · 1 gepland',
    dialog: 'Wanneer moet deze sms uitgaan?',
    print: 'Gesprek met ',
    file: 'Alle sms’en opslaan als bestand',
  },
} as const

for (const language of ['sv', 'nl'] as const) {
  const says = SAYS[language]

  test(`the outbox, a print and a file speak ${language}, and fit`, async ({
    page,
    provider,
    dataFolder,
    givenOpenDesk,
    askDesk,
    look,
  }) => {
    const send = (to: string, text: string, ...more: string[]) =>
      runCommand(dataFolder, ['send', '--account', ACCOUNT, '--to', to, '--text', text, ...more])
    const goTo = (hash: string) => page.goto(`${page.url().split('#')[0]}${hash}`)
    const state = page.locator('.outbox-state')
    const { account } = await givenOpenDesk({ provider, settings: { language } })
    const lookBoth = async (name: string): Promise<void> => {
      await look(`${name}-${language}`)
      await page.setViewportSize({ width: 700, height: 800 })
      await expectFitsWindow(page)
      await look(`${name}-${language}-700`)
      await page.setViewportSize({ width: 1280, height: 800 })
    }
    await expect(page.locator('html')).toHaveAttribute('lang', language)

    await test.step('what may have gone out, and what did not', async () => {
      provider.answer = answers.hangUp
      await send(MAJA, 'May have gone')
      await goTo('#/outbox/unconfirmed')
      await expect(state).toHaveText(says.unconfirmed)
      await expect(page.locator('.outbox-strip')).toContainText(says.strip)
      await page.locator('.outbox-strip button').click()
      await lookBoth('outbox-unconfirmed')
      provider.answer = answers.refuse
      await send(LONDON, 'Refused')
      await goTo('#/outbox/failed')
      await expect(state).toHaveText(says.failed)
      await lookBoth('outbox-failed')
    })

    await test.step('what waits, and its account', async () => {
      await askDesk((client) => client.accounts.pause({ id: account.id }))
      await send(LONDON, 'Waits')
      await send(LONDON, 'For tomorrow', '--at', new Date(Date.now() + DAY_MS).toISOString())
      await goTo('#/outbox/waiting')
      await expect(state).toHaveText(says.waiting)
      await expect(page.locator('.outbox-detail')).toHaveText(says.detail)
      await expect(page.locator('.lane-counts')).toHaveText(says.counts)
      await lookBoth('outbox-waiting')
      await goTo('#/outbox/scheduled')
      await page.locator('.outbox-steps button').last().click()
      await page.getByRole('menuitem').nth(1).click()
      await expect(page.getByRole('dialog', { name: says.dialog })).toBeVisible()
      await lookBoth('outbox-time')
      await page.keyboard.press('Escape')
      await goTo('#/outbox/held')
      await lookBoth('outbox-nothing')
    })

    await test.step('a conversation on paper, and the texts as a file', async () => {
      const [conversation] = (await askDesk((client) => client.conversations.list({ filter: 'all', limit: 10 }))).conversations
      await goTo(`#/print/${conversation?.id ?? ''}`)
      await expect(page.locator('.print-head h1')).toContainText(says.print)
      await lookBoth('print')
      await goTo('#/settings/keys')
      await page.getByRole('button', { name: 'CSV' }).click()
      await expect(page.getByRole('dialog', { name: says.file })).toBeVisible()
      await lookBoth('export')
    })
  })
}
