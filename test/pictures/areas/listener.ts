import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Locator } from '@playwright/test'
import type { TunnelChoice } from '../../../src/shared/contract/listener.ts'
import type { Area, State } from '../state.ts'
import type { Stage } from '../support/stage.ts'

function chosenIn({ page }: Stage): Locator {
  return page.getByRole('region', { name: 'The way that is chosen' })
}

/** The form of a way in. */
function form(name: string, way: RegExp): State {
  return {
    name: `form-${name}`,
    title: `A way in: ${name}`,
    bring: async ({ go, page }) => {
      await go('settings/listener')
      const others = page.getByRole('button', { name: 'Other ways…' })
      await expect(page.getByRole('radio').first()).toBeVisible()
      if (await others.isVisible()) await others.click()
      await page.getByRole('radio', { name: way }).check()
      await page.getByRole('radio', { name: way }).evaluate((radio) => radio.scrollIntoView({ block: 'start' }))
    },
  }
}

async function startTunnel(stage: Stage, choice: TunnelChoice): Promise<void> {
  await stage.askDesk(async (client) => {
    await client.listener.setTunnel({ choice })
    await client.listener.startTunnel()
  })
  await stage.go('settings/listener')
}

async function test(stage: Stage): Promise<Locator> {
  const step = stage.page.getByRole('region', { name: /Test it/ })
  await step.getByRole('button', { name: 'Test the way in' }).click()
  await expect(stage.page.getByRole('list', { name: 'What was tested' })).toBeVisible({ timeout: 20_000 })
  await step.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  return step
}

/** The address of a server that takes requests and never answers. It goes with the process. */
async function silentServer(): Promise<string> {
  const server = createServer(() => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export const LISTENER: Area = {
  name: 'listener',
  title: 'Listener and ways in',
  walks: [
    {
      async begin(stage) {
        await stage.start()
        await stage.givenAccount(stage.carrier.baseUrl, { name: 'Garage' })
      },
      states: [
        {
          name: 'new',
          title: 'Nothing leads here yet',
          bring: async ({ go, page }) => {
            await go('settings/listener')
            await expect(page.getByRole('radio').first()).toBeVisible()
          },
        },
        form('cloudflare', /^Cloudflare tunnel/),
        form('ngrok', /^ngrok/),
        form('own-address', /^An address you already have/),
        form('ssh', /^Your own server, by SSH/),
        form('localtunnel', /^localtunnel/),
        {
          name: 'starting',
          title: 'The way in starts',
          bring: async (stage) => {
            await startTunnel(stage, { kind: 'localtunnel', host: await silentServer(), subdomain: '' })
            await expect(chosenIn(stage)).toContainText('starting…')
          },
        },
        {
          name: 'broken',
          title: 'It is not running, and why',
          bring: async (stage) => {
            await startTunnel(stage, { kind: 'localtunnel', host: 'http://127.0.0.1:9', subdomain: '' })
            await expect(chosenIn(stage)).toContainText(/not running|trying again/)
          },
        },
        {
          name: 'running',
          title: 'It is running; the addresses are to be pasted',
          bring: async (stage) => {
            await startTunnel(stage, { kind: 'own_url', url: stage.desk().listener ?? '' })
            await expect(chosenIn(stage)).toContainText('running')
          },
        },
        {
          name: 'tested',
          title: 'A test that came back whole',
          continues: true,
          bring: async (stage) => {
            await expect(await test(stage)).toContainText('Everything works')
          },
        },
        {
          name: 'test-failed',
          title: 'A test that did not, and where it ended',
          bring: async (stage) => {
            await startTunnel(stage, { kind: 'own_url', url: new URL(stage.provider.baseUrl).origin })
            await expect(chosenIn(stage)).toContainText('running')
            await test(stage)
          },
        },
        {
          name: 'pasted',
          title: 'Pasted, and then the address changed',
          bring: async (stage) => {
            await stage.askDesk(async (client) => {
              const [account] = await client.accounts.list()
              await client.listener.confirmPasted({ accountId: account?.id ?? '' })
            })
            await startTunnel(stage, { kind: 'own_url', url: stage.desk().listener ?? '' })
            const changed = stage.page.getByText('The address changed: paste the new one at Connectel.')
            await expect(changed).toBeVisible()
            await changed.evaluate((element) => element.scrollIntoView({ block: 'center' }))
          },
        },
      ],
    },
  ],
}
