import { test as step, expect, type Page } from '@playwright/test'
import type { TestCarrier } from '../../support/carrier.ts'
import { frameOf } from './frame.ts'
import { contactsFixture, importScreenOf } from './import-screen.ts'
import { inboxOf } from './inbox.ts'
import type { Look } from './look.ts'

const TEXT = 'Hej Maja, your car is ready. We are open until six.'
const REPLY = 'Tack! I will come at five.'

/** Where the main journey is played: in the browser shell or in Electron. */
export interface Stage {
  /** A desk on an empty data folder, open. */
  page: Page
  /** The provider's side. Slow enough for each state of a text to be seen on the way: {@link CARRIER_WAITS}. */
  carrier: TestCarrier
  look: Look
  /** Ends the desk as a person or a computer that shuts down does, and opens it again on the same folder. */
  restart(): Promise<Page>
}

/** How the carrier of the main journey behaves, in milliseconds. */
export const CARRIER_WAITS = { answerDelayMs: 1_500, receiptDelayMs: 4_000 } as const

/** From the first start to a delivered text, a reply, and all of it still there after a restart. */
export async function playMainJourney(stage: Stage): Promise<void> {
  const { page, carrier, look } = stage
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const importing = importScreenOf(page)

  await step.step('the welcome asks where the business is and offers to connect a provider', async () => {
    await expect(page.getByRole('heading', { name: 'Welcome to SMS Desk' })).toBeVisible()
    await look('welcome')
    await page.getByRole('combobox', { name: 'Country of your business' }).fill('Sweden')
    await page.getByRole('option', { name: /^Sweden/ }).click()
    await page.getByRole('button', { name: 'Connect a provider' }).click()
  })

  await step.step('a Connectel account is connected through its form and tested at once', async () => {
    await page
      .getByRole('list', { name: 'Providers' })
      .getByRole('button', { name: /^Connectel/ })
      .click()
    await page.getByLabel(/^Name of the account/).fill('Front desk')
    await page.getByLabel(/^Sender/).fill('Garage')
    await page.getByRole('button', { name: 'More settings' }).click()
    await page.getByLabel(/^Address/).fill(carrier.baseUrl)
    await page.getByLabel(/^Access token/).fill('tok-of-the-garage')
    await look('connect-provider')
    await page.getByRole('button', { name: 'Save and test' }).click()
    await expect(page.getByText('Connectel answered and did not refuse the token.')).toBeVisible()
    await look('account')
    const hookAddress = await page.getByText(/^http:\/\/127\.0\.0\.1:\d+\/hooks\//).innerText()
    carrier.setHookUrl(hookAddress)
  })

  await step.step('a Google Contacts export comes in', async () => {
    await importing.visit()
    await look('import-file')
    await importing.choose(contactsFixture('google-2024.csv'))
    await expect(importing.guess('What separates the columns')).toContainText('Comma')
    await expect(importing.guess('How letters are encoded')).toContainText('UTF-8')
    await expect(importing.guess('Whether the first row names the columns')).toContainText('First row is a header')
    await expect(importing.column('First Name')).toHaveValue('givenName')
    await expect(importing.column('Last Name')).toHaveValue('familyName')
    await expect(importing.column('Organization Name')).toHaveValue('company')
    await expect(importing.preview).toContainText('+46 70 174 06 05')
    await expect(importing.count('New people')).toHaveText('2')
    await expect(importing.count('Left out')).toHaveText('0')
    await importing.commit.click()
    await expect(importing.outcome).toHaveText('2 new people')
    await look('import-done')
    await page.getByRole('button', { name: 'See contacts' }).click()
  })

  await step.step('an Excel file in Windows-1252 with semicolons and numbers written in every way comes in', async () => {
    await importing.visit()
    await importing.choose(contactsFixture('kunder-windows-1252.csv'))
    await expect(importing.guess('What separates the columns')).toContainText('Semicolon')
    await expect(importing.guess('How letters are encoded')).toContainText('Windows-1252')
    await expect(importing.column('Namn')).toHaveValue('name')
    await expect(importing.column('Mobil')).toHaveValue('number:mobile')
    await expect(importing.column('Ort')).toHaveValue('field')
    // Leading nought, double nought, no plus, brackets and dots, spaces, and the nought that Excel ate.
    const become = {
      'Maja Öberg': '+46 70 174 06 05',
      'Elsa Holm': '+46 70 174 06 11',
      Nils: '+46 70 174 06 12',
      'Priya Shah': '+46 70 174 06 14',
      'Åke Ödman': '+46 70 174 06 15',
    }
    for (const [name, number] of Object.entries(become)) {
      await expect(importing.preview.getByRole('row', { name }).first()).toContainText(number)
    }
    await expect(importing.count('New people')).toHaveText('5')
    await expect(importing.count('Left out')).toHaveText('1')
    await look('import-preview')
    await importing.seeRejects.click()
    const rejects = page.getByRole('dialog', { name: '1 row left out' })
    await expect(rejects.getByRole('listitem')).toContainText('Row 8There is no number in it.ring kontoret')
    await look('import-rejects')
    await rejects.getByRole('button', { name: 'Close' }).click()
    await importing.commit.click()
    await expect(importing.outcome).toHaveText('5 new people')
    await page.getByRole('button', { name: 'See contacts' }).click()
    await page.getByRole('link', { name: /^Åke Ödman/ }).click()
    await expect(page.getByRole('region', { name: 'Person', exact: true })).toContainText('Älmhult')
    await look('contacts')
  })

  await step.step('a text to one person goes from waiting to sent to delivered', async () => {
    await frame.screen('Inbox').click()
    await look('inbox-empty')
    await inbox.writeTo('Maja', TEXT, 'Maja Öberg')
    await look('new-conversation')
    await inbox.send.click()
    await expect(inbox.thread('Maja Öberg')).toBeVisible()
    await expect(inbox.statusOf(TEXT)).toHaveText('sending…')
    await expect(inbox.statusOf(TEXT)).toHaveText(/^sent/)
    await expect(inbox.statusOf(TEXT)).toHaveText(/^delivered \d\d:\d\d/)
    expect(carrier.countOf('+46701740605', TEXT)).toBe(1)
    await look('thread')
  })

  await step.step('what happened tells every step, and shows neither the token nor the text', async () => {
    await inbox.message(TEXT).getByRole('button', { name: 'what happened' }).click()
    const story = page.getByRole('dialog', { name: 'What happened' })
    await expect(story.getByRole('listitem')).toContainText(['outbox', 'Handed to the provider', 'accepted', 'Delivery report'])
    await story.locator('summary').click()
    await expect(story).not.toContainText('tok-of-the-garage')
    await look('what-happened')
    await page.keyboard.press('Escape')
    await expect(story).toBeHidden()
  })

  await step.step('a reply counts as unread until it is looked at', async () => {
    await frame.screen('Settings').click()
    await carrier.reply({ token: 'tok-of-the-garage', from: '46701740605', to: 'Garage', text: REPLY })
    await expect(frame.screen(/1 unread/)).toBeVisible()
    await expect(page).toHaveTitle('(1) Settings · SMS Desk')
    await expect(frame.toast(REPLY)).toContainText('Maja Öberg')
    await look('reply-arrived')
    await frame.screen('Inbox').click()
    await inbox.choose('Maja Öberg')
    await expect(inbox.message(REPLY)).toBeVisible()
    await expect(page).toHaveTitle('Inbox · SMS Desk')
  })

  await step.step('after a restart everything is still there, and nothing was sent again', async () => {
    const pageAfter = await stage.restart()
    const inboxAfter = inboxOf(pageAfter)
    await inboxAfter.choose('Maja Öberg')
    await expect(inboxAfter.statusOf(TEXT)).toHaveText(/^delivered/)
    await expect(inboxAfter.message(REPLY)).toBeVisible()
    await frameOf(pageAfter).screen('Contacts').click()
    await expect(pageAfter.getByRole('region', { name: 'People' }).getByRole('status')).toHaveText('7 people')
    expect(carrier.countOf('+46701740605', TEXT)).toBe(1)
  })
}
