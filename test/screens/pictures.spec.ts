import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { runCommand, withRunningDesk } from './support/desk-process.ts'
import { csvFile, importScreenOf } from './support/import-screen.ts'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { outboxOf } from './support/outbox-page.ts'
import { settled } from './support/look.ts'

/** Where the documentation has its pictures. */
const PICTURES = join(import.meta.dirname, '..', '..', 'docs', 'pictures')

/** The same screens in a small and a large window, for looking at only. */
const OTHER_SIZES = [
  { width: 1024, height: 640 },
  { width: 2560, height: 1440 },
]

/** As Excel on Windows saves it, with what such files have in them. */
const CUSTOMERS = csvFile(
  'Kunder 2026.csv',
  Buffer.from(
    `Namn;Mobil;Bil;Ort
Maja Öberg;070-174 06 21;Volvo V60;Malmö
Elsa Holm;0046 70 174 06 22;Volvo XC40;Åre
Karl Lindgren;4,67E+10;Saab 9-3;Gävle
Nils Frisk;701740624;;Lund
Elsa Holm;070 1740622;Volvo XC40;Åre
Omar Haddad;+46 70 174 06 06;Volvo V70;Malmö
Priya Shah;(070) 174.06.26;Skoda Octavia;Växjö
Verkstaden;ring kontoret;;
Ödman & Söner;070-174 06 28;Citroën C3;Älmhult
`,
    'latin1',
  ),
)

const DOCUMENTED = { width: 1240, height: 780 }

test.use({ viewport: DOCUMENTED })

test('pictures for the documentation', async ({ page, dataFolder, givenDesk, open }, testInfo) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const importing = importScreenOf(page)

  async function picture(name: string): Promise<void> {
    await expect(page.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 15_000 })
    await page.mouse.move(0, 0)
    await settled(page)
    await page.screenshot({ path: join(PICTURES, `${name}.png`) })
    for (const size of OTHER_SIZES) {
      await page.setViewportSize(size)
      await settled(page)
      await page.screenshot({ path: testInfo.outputPath(`${name}-${size.width}.png`) })
    }
    await page.setViewportSize(DOCUMENTED)
    await settled(page)
  }

  await open(await givenDesk())
  await page.getByRole('combobox', { name: 'Country of your business' }).fill('Sweden')
  await page.getByRole('option', { name: /^Sweden/ }).click()
  await page.getByRole('combobox', { name: 'Country of your business' }).blur()
  await picture('welcome')

  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await customer(page, '070-174 06 06', 'Thank you. Can I pay by card when I pick it up, and is there a charger for the V70?')
  await inbox.choose('Omar Haddad')
  await write(page, 'Yes, cards are fine. The charger is 390 kr.')
  await expect(inbox.statusOf('Yes, cards are fine.')).toHaveText(/^delivered/)
  await behave(page, 'When the desk sends a text, it', 'Takes the text, then hangs up')
  await inbox.choose('Omar Haddad')
  await write(page, 'We can put it in your car tonight if you like.')
  await expect(inbox.statusOf('We can put it in your car')).toHaveText('unconfirmed ?')
  await inbox.composer.fill(
    'Omar, the charger is in. Ask for “the blue box” at the desk – Anna has it ready for you, and we are open until 18:00 tonight.',
  )
  await picture('inbox')
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture('inbox-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  await runCommand(
    dataFolder,
    ['accounts', 'add', 'connectel', '--name', 'Garage', '--set', 'sender=Garage', '--secret', 'token=GARAGE_TOKEN'],
    { GARAGE_TOKEN: 'shown to nobody' },
  )
  await frame.screen('Settings').click()
  await picture('settings')

  await importing.visit()
  await importing.choose(CUSTOMERS)
  await expect(importing.preview).toContainText('Maja Öberg')
  await picture('import')
  await importing.commit.click()
  await page.getByRole('button', { name: 'See contacts' }).click()
  await page.getByRole('link', { name: /^Priya Shah/ }).click()
  await picture('contacts')

  await withRunningDesk(dataFolder, async (client) => {
    const accounts = await client.accounts.list()
    const idOf = (name: string) => accounts.find((account) => account.name === name)?.id ?? ''
    await client.accounts.pause({ id: idOf('Garage') })
    await client.accounts.setRate({ id: idOf('Garage'), rate: { count: 20, per: 'minute' } })
    const to = ['+46701740621', '+46701740622', '+46701740624', '+46701740626', '+46701740628']
    const text = 'Your car is due for its winter tyres. Answer with a day that suits you and we book it. /The garage'
    await client.messages.send({ requestId: crypto.randomUUID(), accountId: idOf('Garage'), to, text })
    const schedule = { local: '2031-11-24T09:00', zone: 'Europe/Stockholm' }
    await client.messages.send({
      requestId: crypto.randomUUID(),
      accountId: idOf('Sandbox'),
      to: ['+46701740606'],
      text: 'See you at ten.',
      schedule,
    })
  })
  await frame.screen(/^Outbox/).click()
  await outboxOf(page)
    .tab(/^Waiting/)
    .click()
  await picture('outbox')
})

/** Writes in the open conversation, and sends. */
async function write(page: Page, text: string): Promise<void> {
  const inbox = inboxOf(page)
  await inbox.composer.fill(text)
  await inbox.send.click()
  await expect(inbox.message(text)).toBeVisible()
}

/** Lets a customer of the sandbox text the desk, and comes back to the inbox. */
async function customer(page: Page, from: string, text: string): Promise<void> {
  await goToSandbox(page)
  await page.getByRole('textbox', { name: 'From the number' }).fill(from)
  await page.getByRole('textbox', { name: 'What they write' }).fill(text)
  await page.getByRole('button', { name: 'Text the desk' }).click()
  await frameOf(page)
    .screen(/^Inbox/)
    .click()
}

/** Changes how the sandbox carrier behaves, and comes back to the inbox. */
async function behave(page: Page, what: string, choice: string): Promise<void> {
  await goToSandbox(page)
  await page.getByRole('combobox', { name: what }).click()
  await page.getByRole('option', { name: choice }).click()
  await frameOf(page)
    .screen(/^Inbox/)
    .click()
}

async function goToSandbox(page: Page): Promise<void> {
  await frameOf(page).screen('Settings').click()
  await page.getByRole('navigation', { name: 'Sections of the settings' }).getByRole('link', { name: 'Sandbox' }).click()
}
