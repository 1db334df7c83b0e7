import type { Page } from '@playwright/test'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { chooseIn, goToSettings } from './support/settings-screen.ts'

const MAJA = { name: 'Maja Öberg', number: '+46701740605' }
const GATEWAY = {
  gateway: 'Harbour',
  sender: 'Bistro',
  url: 'https://gateway.example/send',
  body: '{"to": "{{to}}", "text": "{{text}}"}',
}

/** The screen as a person finds their way in it. */
function activityOf(page: Page) {
  const screen = page.getByRole('region', { name: 'Activity' })
  return {
    screen,
    rows: screen.getByRole('list', { name: 'What came in' }).getByRole('listitem'),
    row: (words: string | RegExp) => screen.getByRole('link', { name: words }),
    tab: (title: string | RegExp) => screen.getByRole('group', { name: 'Show by what became of it' }).getByRole('button', { name: title }),
    search: screen.getByRole('textbox', { name: /^Search activity/ }),
    panel: page.getByRole('region', { name: 'Request' }),
    raw: page.getByRole('region', { name: 'As it came' }),
  }
}

/** A request to a hook address, as a provider makes it. */
async function post(url: string, body: unknown): Promise<number> {
  const content = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: content })
  return answer.status
}

test('a clerk finds out what came in, why a reply was missing, and gets it back', async ({
  page,
  context,
  carrier,
  givenOpenDesk,
  askDesk,
  look,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const activity = activityOf(page)
  const { desk, hookUrl, account } = await givenOpenDesk({ provider: carrier })

  await test.step('while nothing has come in, the screen says what would and leads on', async () => {
    await frame.screen('Activity').click()
    await expect(activity.screen).toContainText('Nothing has come in yet')
    await look('activity-empty')
    await activity.screen.getByRole('button', { name: 'Open Settings › Listener' }).click()
    await expect(page.getByRole('heading', { name: 'Listener', exact: true })).toBeVisible()
    await page.keyboard.press('5')
    await expect(activity.screen).toBeVisible()
  })

  await test.step('what comes in is there at once, newest first', async () => {
    carrier.setHookUrl(hookUrl)
    await askDesk(async (client) => {
      await client.contacts.create({ name: MAJA.name, company: '', notes: '', numbers: [{ number: MAJA.number, label: '' }] })
      await client.messages.send({ requestId: crypto.randomUUID(), accountId: account.id, to: [MAJA.number], text: 'Your car is ready.' })
    })
    await expect(activity.row(/Delivery report: delivered.*to Maja Öberg/).first()).toBeVisible()
    expect(await post(hookUrl, { action: 'mo', from: '46701740605', to: '46701740600', message: 'On my way', requestid: 'M1' })).toBe(200)
    await expect(activity.rows.first()).toContainText('Reply from +46 70 174 06 05')
    expect(await post(hookUrl, '<script>alert(1)</script>')).toBe(400)
    await expect(activity.rows.first()).toContainText('Could not be read')
    expect(await post(`${hookUrl}x`, { token: 'guess' })).toBe(404)
    await expect(activity.rows.first()).toContainText('Turned away')
    await expect(activity.rows.first()).toContainText('belongs to no account, or its key is wrong')
    await look('activity')
  })

  await test.step('filters show some of it, and say how many', async () => {
    await expect(activity.tab('Turned away 1')).toBeVisible()
    await activity.tab(/^Not readable 1$/).click()
    await expect(activity.rows).toHaveCount(1)
    await activity.tab('All').click()
    await activity.search.fill('070-174 06 05')
    await expect(activity.row(/^Reply from/)).toBeVisible()
    await expect(activity.row(/Could not be read/)).toHaveCount(0)
    await activity.search.fill('nothing like it')
    await expect(activity.screen).toContainText('Nothing like this came in')
    await activity.screen.getByRole('button', { name: 'Show everything' }).click()
    await chooseIn(page, 'What came in', 'Replies')
    await expect(activity.rows).toHaveCount(1)
  })

  await test.step('a request is shown in words beside how it came, and leads to its conversation', async () => {
    await activity.row(/^Reply from/).click()
    await expect(activity.panel.getByRole('heading', { level: 2 })).toHaveText('Reply from +46 70 174 06 05')
    await expect(activity.panel).toContainText('On my way')
    await expect(activity.raw.getByText('"message": "On my way"')).toBeVisible()
    await look('activity-reply')
    await activity.raw.getByRole('button', { name: 'Copy: Content' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('{"action":"mo",')
    await activity.raw.getByRole('button', { name: 'Indented' }).click()
    await expect(activity.raw.getByText('{"action":"mo",')).toBeVisible()
    await activity.panel.getByRole('button', { name: 'Apply again' }).click()
    await expect(frame.toast('It says nothing new, so nothing changed.')).toBeVisible()
    await activity.panel.getByRole('link', { name: `Conversation with ${MAJA.name}` }).click()
    await expect(inbox.thread(MAJA.name)).toBeVisible()
    await expect(inbox.message('On my way')).toHaveCount(1)
    await page.goBack()
    await expect(activity.rows).toHaveCount(1)
    await chooseIn(page, 'What came in', 'Everything')
  })

  await test.step('what could not be read is text and nothing else', async () => {
    await activity.row(/Could not be read/).click()
    await expect(activity.raw).toContainText('<script>alert(1)</script>')
    await activity.panel.getByRole('button', { name: 'Read again' }).click()
    await expect(frame.toast('This request still cannot be read.')).toBeVisible()
    await look('activity-unreadable')
    await frame.toast('This request still cannot be read.').getByRole('button').click()
  })

  await test.step('an account that did not say where the text stands: mended, all of it is read again', async () => {
    const added = await askDesk((client) => client.accounts.add({ provider: 'generic', name: 'Harbour', config: GATEWAY, secrets: {} }))
    for (const said of ['Table for 4 please', 'At 19:00']) {
      expect(await post(`${desk.listener ?? ''}${added.hookPath}`, { who: '12025550143', said })).toBe(400)
    }
    await expect(activity.tab('Not readable 3')).toBeVisible()
    await activity.tab('Not readable 3').click()
    await expect(activity.rows.first()).toContainText('The account does not say where a report or a text stands')
    await look('activity-not-readable')
    const read = activity.screen.getByRole('button', { name: 'Read all unreadable again' })
    await read.click()
    await expect(frame.toast('3 requests still cannot be read. Nothing changed.')).toBeVisible()
    await askDesk((client) =>
      client.accounts.update({ id: added.id, name: 'Harbour', config: { ...GATEWAY, inboundFrom: 'who', inboundText: 'said' } }),
    )
    await read.click()
    await expect(frame.toast('2 requests could be read now, and were applied. 1 request still cannot be read.')).toBeVisible()
    await expect(activity.rows).toHaveCount(1)
    await frame.screen(/^Inbox/).click()
    await inbox.choose('+1 202 555 0143')
    await expect(inbox.message('Table for 4 please')).toBeVisible()
    await expect(inbox.message('At 19:00')).toBeVisible()
  })

  await test.step('in a narrow window the request covers the list, and leads back to it', async () => {
    await page.setViewportSize({ width: 700, height: 760 })
    await frame.screen('Activity').click()
    await activity.tab('All').click()
    await expectFitsWindow(page)
    await look('activity-narrow')
    await activity
      .row(/Delivery report: delivered/)
      .first()
      .click()
    await expect(activity.panel).toBeVisible()
    await expect(activity.rows.first()).toBeHidden()
    await expectFitsWindow(page)
    await look('activity-narrow-report')
    await activity.panel.getByRole('button', { name: 'Activity' }).click()
    await expect(activity.rows.first()).toBeVisible()
    await page.setViewportSize({ width: 2560, height: 1440 })
    await activity.row(/Turned away/).click()
    await expect(activity.raw).toContainText('What strangers bring is not kept')
    await look('activity-large')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('how long it is kept is set with the storage', async () => {
    await activity.screen.getByRole('link', { name: 'Kept for 30 days' }).click()
    await expect(page.getByRole('heading', { name: 'Storage and keys' })).toBeVisible()
    await chooseIn(page, 'Keep requests from providers', 'For ever')
    await look('activity-kept')
    await goToSettings(page, 'Listener')
    await frame.screen('Activity').click()
    await expect(activity.screen.getByRole('link', { name: 'Kept for ever' })).toBeVisible()
  })
})

test('hundreds of reports are moved through by keyboard, and one of a text that is not known yet waits for it', async ({
  page,
  givenOpenDesk,
  look,
}) => {
  const activity = activityOf(page)
  const { hookUrl } = await givenOpenDesk()
  const report = (ref: number) => post(hookUrl, { action: 'dlr', requestid: `R${ref}`, statusInt: 1, recipient: '46701740606' })
  for (let from = 0; from < 320; from += 40) {
    expect(await Promise.all(Array.from({ length: 40 }, (_, index) => report(from + index)))).toEqual(Array.from({ length: 40 }, () => 200))
  }
  await page.keyboard.press('5')
  await expect(activity.tab('Waiting for their text 320')).toBeVisible()
  await expect(activity.rows.first()).toContainText('Front desk · to +46 70 174 06 06')
  await page.keyboard.press('j')
  await expect(activity.rows.first().getByRole('link')).toBeFocused()
  const last = activity.screen.locator('[aria-posinset="320"]')
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(last.getByRole('link')).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(last).toHaveAttribute('aria-setsize', '320')
  expect(await activity.rows.count()).toBeLessThan(60)
  await page.keyboard.press('Enter')
  await expect(activity.panel).toContainText('It is applied by itself as soon as there is one.')
  await look('activity-many')
  await activity.search.fill('R7')
  await expect(activity.rows).toHaveCount(11)
  await activity.search.press('ArrowDown')
  await page.keyboard.press('k')
  await expect(activity.rows.first().getByRole('link')).toBeFocused()
})
