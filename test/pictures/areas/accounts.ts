import { expect } from '@playwright/test'
import { NOBODY } from '../../screens/support/journey.ts'
import type { Area, State } from '../state.ts'
import { idOf, type Stage } from '../support/stage.ts'

const PRICES = 'Land;Pris;Valuta\r\nSverige;0,35;SEK\r\nNorge;0,42;SEK\r\nAtlantis;0,5;SEK\r\nÖvriga;0,90;SEK\r\n'

async function showAccount(stage: Stage, name: string): Promise<void> {
  await stage.go(`settings/accounts/${idOf(stage, name)}`)
  await expect(stage.page.getByRole('heading', { name, level: 2 })).toBeVisible()
}

async function showChoice(stage: Stage): Promise<void> {
  await stage.go('settings/accounts')
  await stage.page.getByRole('button', { name: 'Add account' }).click()
  await expect(stage.page.getByRole('list', { name: 'Providers' })).toBeVisible()
}

/** The form of a new account. */
function form(name: string, provider: string): State {
  return {
    name: `form-${name}`,
    title: `A new account with ${provider}`,
    bring: async (stage) => {
      await showChoice(stage)
      await stage.page.getByRole('button', { name: provider, exact: true }).click()
      await expect(stage.page.getByRole('form', { name: `Account with ${provider}` })).toBeVisible()
    },
  }
}

/** A part of the account's page that lies further down. */
async function scrollTo({ page }: Stage, name: string | RegExp): Promise<void> {
  const card = page.getByRole('region', { name }).or(page.getByRole('form', { name })).first()
  await expect(card).toBeVisible()
  await card.evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

async function testConnection(stage: Stage, name: string): Promise<void> {
  await showAccount(stage, name)
  await stage.page.getByRole('button', { name: 'Test connection' }).click()
}

export const ACCOUNTS: Area = {
  name: 'accounts',
  title: 'Accounts',
  walks: [
    {
      async begin(stage) {
        await stage.start()
        stage.ids.set('Front desk', (await stage.givenAccount(stage.carrier.baseUrl, { name: 'Front desk' })).id)
        stage.ids.set('Garage', (await stage.givenAccount(NOBODY, { name: 'Garage' })).id)
        await stage.askDesk(async (client) => {
          const konnect = await client.accounts.add({
            provider: 'konnect',
            name: 'Missed calls',
            config: { from: '12025550100', baseUrl: 'http://127.0.0.1:9' },
            secrets: { accountId: 'ACC-1', apiToken: 'tok-1' },
          })
          await client.accounts.setCallReply({
            id: konnect.id,
            number: '+12025550100',
            text: 'Sorry we missed your call. We ring you back today.',
          })
          stage.ids.set('Missed calls', konnect.id)
          const okroute = await client.accounts.add({
            provider: 'okroute',
            name: 'Harbour',
            config: { baseUrl: 'https://sms.example:8002/api', ani: 'Bistro' },
            secrets: { username: 'me', password: 'secret' },
          })
          stage.ids.set('Harbour', okroute.id)
          await client.accounts.pause({ id: okroute.id })
          await client.prices.set({ accountId: idOf(stage, 'Front desk'), country: 'SE', micros: 350_000, currency: 'SEK' })
          await client.prices.set({ accountId: idOf(stage, 'Front desk'), country: null, micros: 900_000, currency: 'SEK' })
        })
      },
      states: [
        {
          name: 'list',
          title: 'Accounts',
          bring: async ({ go, page }) => {
            await go('settings/accounts')
            await expect(page.getByRole('link', { name: /^Harbour/ })).toBeVisible()
          },
        },
        { name: 'providers', title: 'Which provider, by what it can do', bring: showChoice },
        form('konnect', 'Kirusa Konnect'),
        form('connectel', 'Connectel'),
        form('karix', 'Karix'),
        form('kpn', 'KPN'),
        form('okroute', 'OKRoute'),
        {
          name: 'rules',
          title: 'The provider’s rules, while one types',
          continues: true,
          bring: async ({ page }) => {
            await page.getByLabel(/^Address/).fill('http://sms.example:8001/api')
            await page.getByLabel(/^Sender/).fill('Bistro at the harbour')
            await page.getByRole('button', { name: 'Save and test' }).click()
            await expect(page.getByText('User name is needed.')).toBeVisible()
          },
        },
        form('another', 'Another provider (HTTP)'),
        {
          name: 'preset',
          title: 'One that is known already',
          continues: true,
          bring: async ({ page }) => {
            await page.getByRole('radiogroup', { name: 'Start from' }).getByText('Twilio', { exact: true }).click()
            await page.getByRole('button', { name: 'More settings filled in for Twilio' }).click()
            await expect(page.getByLabel(/^Address for sending/)).toHaveValue(/twilio/)
          },
        },
        { name: 'account', title: 'An account', bring: (stage) => showAccount(stage, 'Front desk') },
        {
          name: 'test-passed',
          title: 'A test that passed',
          bring: async (stage) => {
            await testConnection(stage, 'Front desk')
            await expect(stage.page.getByText('Connectel answered')).toBeVisible()
          },
        },
        {
          name: 'test-failed',
          title: 'A test that did not',
          bring: async (stage) => {
            await testConnection(stage, 'Garage')
            await expect(stage.page.getByText('Nothing answers at that address.')).toBeVisible()
          },
        },
        {
          name: 'test-text',
          title: 'A text to oneself, where nothing can be tested for free',
          bring: async (stage) => {
            await showAccount(stage, 'Missed calls')
            await stage.page.getByRole('button', { name: 'Send a text to yourself…' }).click()
            await expect(stage.dialog('Send a text to yourself')).toBeVisible()
          },
        },
        { name: 'paused', title: 'An account that is paused', bring: (stage) => showAccount(stage, 'Harbour') },
        {
          name: 'hooks',
          title: 'Addresses for the provider, and what it can do',
          bring: async (stage) => {
            await showAccount(stage, 'Harbour')
            await scrollTo(stage, 'Addresses to give to OKRoute')
          },
        },
        {
          name: 'rate',
          title: 'How fast it sends',
          bring: async (stage) => {
            await showAccount(stage, 'Front desk')
            await scrollTo(stage, 'How fast it sends')
          },
        },
        {
          name: 'prices',
          title: 'What a part costs',
          bring: async (stage) => {
            await showAccount(stage, 'Front desk')
            await scrollTo(stage, 'What a part costs')
          },
        },
        {
          name: 'price-list',
          title: 'A price list is looked at first',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('button', { name: 'Import a price list…' }).click()
            const dialog = stage.dialog('Import a price list')
            await dialog.getByLabel('Price list').setInputFiles({ name: 'priser.csv', mimeType: 'text/csv', buffer: Buffer.from(PRICES) })
            await expect(dialog).toContainText('Nothing is changed yet.')
          },
        },
        {
          name: 'call-replies',
          title: 'A text for missed calls',
          bring: async (stage) => {
            await showAccount(stage, 'Missed calls')
            await scrollTo(stage, 'Answer missed calls')
          },
        },
      ],
    },
  ],
}
