import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addAccount } from './support/desk-process.ts'
import { frameOf } from './support/frame.ts'
import { expect, NOBODY, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { goToSettings } from './support/settings-screen.ts'

/** A reverse proxy on loopback, as the business's own would stand on the internet. It can be broken. */
async function startProxy() {
  let target = ''
  let path = (all: string): string => all
  const server = createServer((incoming, outgoing) => {
    const passed = request(
      `${target}${path(incoming.url ?? '')}`,
      { method: incoming.method ?? 'GET', headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo(address: string): void {
      target = address
    },
    changePath(change: (path: string) => string): void {
      path = change
    },
    close(): Promise<void> {
      server.closeAllConnections()
      return new Promise((resolve) => {
        server.close(() => resolve())
      })
    },
  }
}

test('from “replies don’t arrive” to a way in that works, by the screen alone', async ({ page, carrier, givenOpenDesk, askDesk, look }) => {
  const { desk, account } = await givenOpenDesk({ provider: carrier, account: { name: 'Clinic Connectel' } })
  const proxy = await startProxy()
  proxy.leadTo(desk.listener ?? '')
  const step = (name: string | RegExp) => page.getByRole('region', { name })
  const legs = page.getByRole('list', { name: 'What was tested' })
  const test3 = step(/Test it/)

  await test.step('the account’s page says that its address works on this computer only, and where to go', async () => {
    await page.goto(`${desk.origin}/#/settings/accounts/${account.id}`)
    const card = step('Address to give to Connectel')
    await expect(card).toContainText('on this computer only')
    await card.getByRole('link', { name: 'set it up under Listener' }).click()
    await expect(page.getByRole('heading', { name: 'Listener', exact: true })).toBeVisible()
    await expect(step(/The listener/)).toContainText(desk.listener ?? '')
    await look('listener-new')
  })

  await test.step('the test names the leg that is missing', async () => {
    await test3.getByRole('button', { name: 'Test the way in' }).click()
    await expect(test3).toContainText('Nothing leads from the internet to this computer yet.')
    await expect(legs.getByRole('listitem').filter({ hasText: 'no' }).first()).toContainText('There is a way from the internet')
  })

  await test.step('an address without https is refused where it is typed', async () => {
    await page.getByRole('radio', { name: /An address you already have/ }).check()
    await page.getByLabel('Address', { exact: true }).fill('http://texts.example.com')
    await page.getByRole('button', { name: 'Use this address' }).click()
    await expect(page.getByRole('alert')).toContainText('The address must begin with https://')
  })

  await test.step('with the right one the way is open, and the test passes', async () => {
    await page.getByLabel('Address', { exact: true }).fill(`${proxy.url}/`)
    await page.getByRole('button', { name: 'Use this address' }).click()
    await expect(page.getByRole('region', { name: 'The way that is chosen' })).toContainText('running')
    await test3.getByRole('button', { name: 'Test the way in' }).click()
    await expect(test3).toContainText('Everything works')
    await expect(step(/Test it \(done\)/)).toBeVisible()
  })

  await test.step('what to paste stands there whole, and is confirmed', async () => {
    const clinic = page.getByRole('region', { name: 'Clinic Connectel' })
    await expect(clinic).toContainText(`${proxy.url}${account.hookPath}`)
    await expect(clinic).toContainText('In Connectel’s web interface')
    await expect(clinic).toContainText('not pasted yet')
    await clinic.getByRole('button', { name: 'I have pasted it' }).click()
    await expect(step(/Paste the addresses \(done\)/)).toContainText('Pasted at Connectel')
    await look('listener-done')
    await page.setViewportSize({ width: 700, height: 800 })
    await expectFitsWindow(page)
    await look('listener-narrow')
    await page.setViewportSize({ width: 1240, height: 780 })
  })

  await test.step('a reply comes in by the address that was pasted', async () => {
    carrier.setHookUrl(`${proxy.url}${account.hookPath}`)
    await carrier.reply({ token: 'tok-right', from: '+46701740605', to: 'Clinic', text: 'See you at seven' })
    await expect.poll(() => askDesk(async (client) => (await client.desk.status()).counts.unread)).toBe(1)
  })
  await proxy.close()
})

test('what breaks or changes later is named until it is mended', async ({ page, dataFolder, givenOpenDesk, askDesk, look }) => {
  const { desk, account } = await givenOpenDesk({ account: { name: 'Clinic Connectel' } })
  const proxy = await startProxy()
  proxy.leadTo(desk.listener ?? '')
  await askDesk(async (client) => {
    await client.listener.setTunnel({ choice: { kind: 'own_url', url: proxy.url } })
    await client.listener.startTunnel()
    await client.listener.confirmPasted({ accountId: account.id })
  })
  await goToSettings(page, 'Listener')
  const frame = frameOf(page)
  const step = (name: string | RegExp) => page.getByRole('region', { name })
  const test3 = step(/Test it/)

  await test.step('a proxy that changes the path is named', async () => {
    proxy.changePath((path) => path.replace('/hooks/', '/texts/'))
    await test3.getByRole('button', { name: 'Test the way in' }).click()
    await expect(test3).toContainText('their path is changed on the way')
    await look('listener-broken')
  })

  await test.step('an address that changed is said on the screen and on the account’s page until it is pasted anew', async () => {
    const other = await startProxy()
    other.leadTo(desk.listener ?? '')
    await page.getByRole('button', { name: 'Change…' }).click()
    await page.getByLabel('Address', { exact: true }).fill(other.url)
    await page.getByRole('button', { name: 'Use this address' }).click()
    await expect(page.getByText('The address changed: paste the new one at Connectel.')).toBeVisible()
    await expect(step(/Test it/)).not.toContainText('their path is changed')
    await look('listener-changed')
    await page.goto(`${desk.origin}/#/settings/accounts/${account.id}`)
    await expect(page.getByText('The address changed: paste the new one at Connectel.')).toBeVisible()
    await page.getByRole('button', { name: 'I have pasted it' }).click()
    await expect(page.getByText(/^Pasted at Connectel/)).toBeVisible()
    await other.close()
  })

  await test.step('the listener moves to another port while it runs, but not to one that is taken', async () => {
    await addAccount(dataFolder, { name: 'Garage', baseUrl: NOBODY, token: 'tok-right' })
    await goToSettings(page, 'Listener')
    await page.getByRole('button', { name: 'Change the port…' }).click()
    await page.getByLabel('Port', { exact: true }).fill(new URL(proxy.url).port)
    await page.getByRole('button', { name: 'Use this port' }).click()
    await expect(step(/The listener/).getByRole('alert')).toContainText('Another program already uses port')
    const port = new URL(proxy.url).port
    await proxy.close()
    await page.getByRole('button', { name: 'Use this port' }).click()
    await expect(frame.toast('now takes reports and replies')).toBeVisible()
    await expect(step(/The listener/)).toContainText(`http://127.0.0.1:${port}`)
  })
})
