import { inboxOf } from './support/inbox.ts'
import { expect, OUTAGE, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

const WHO = '+46 70 174 06 05'
const OTHER = '+46 70 174 06 06'
/** 73 characters with curly quotes, 69 of the SMS alphabet: two parts for the sake of the quotes. */
const QUOTED = 'Hi Anna, your “winter tyres” are on. It’s 4 × 1,2 mm to the wear limit now.'.replace('×', 'x')

test('a text half written stays, also when the desk is closed; it shows in the list and goes when it is sent', async ({
  page,
  carrier,
  givenOpenDesk,
  givenDesk,
  open,
  askDesk,
  allowComplaints,
  look,
}) => {
  const { desk } = await givenOpenDesk({ provider: carrier })
  const inbox = inboxOf(page)
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  const kept = (key: string) => askDesk((client) => client.drafts.get({ key }))
  let conversation = ''

  await test.step('in a conversation and in a new one, and the list says so', async () => {
    await inbox.writeTo('070-174 06 05', 'Good morning')
    await inbox.send.click()
    await expect(inbox.thread(WHO)).toBeVisible()
    conversation = page.url().split('/').at(-1) ?? ''
    await inbox.composer.pressSequentially('Your car is re')
    await expect.poll(async () => (await kept(conversation))?.text).toBe('Your car is re')
    await expect(inbox.row(WHO)).toContainText('Draft: Your car is re')
    await inbox.writeTo('070-174 06 06', 'Dear Karl')
    await expect.poll(async () => (await kept('new'))?.text).toBe('Dear Karl')
    await page.keyboard.press('Escape')
  })

  await test.step('after the desk was closed and opened', async () => {
    allowComplaints(OUTAGE)
    await desk.stop()
    await open(await givenDesk())
    await expect(inbox.row(WHO)).toContainText('Draft: Your car is re')
    await look('draft-in-list')
    await inbox.choose(WHO)
    await expect(inbox.composer).toHaveValue('Your car is re')
    await inbox.list.getByRole('button', { name: /^New/ }).click()
    await expect(dialog.getByRole('textbox', { name: /^Text to/ })).toHaveValue('Dear Karl')
    await expect(dialog).toContainText(OTHER)
    await page.keyboard.press('Escape')
  })

  await test.step('a new text for somebody else does not get it: it is kept beside the field', async () => {
    await page.goto(`${page.url().split('#')[0]}#/inbox/new/+46701740607`)
    await expect(dialog).toContainText('+46 70 174 06 07')
    await expect(dialog).not.toContainText(OTHER)
    await expect(dialog.getByRole('textbox', { name: /^Text to/ })).toHaveValue('')
    await expect(dialog).toContainText('Another text is kept: “Dear Karl”')
    await page.keyboard.press('Escape')
  })

  await test.step('another window shows it, and never writes under the fingers', async () => {
    await inbox.choose(WHO)
    const second = await page.context().newPage()
    await second.goto(page.url())
    const there = inboxOf(second)
    await expect(there.composer).toHaveValue('Your car is re')
    await there.composer.press('End')
    await there.composer.pressSequentially('ady.')
    await expect.poll(async () => (await kept(conversation))?.text).toBe('Your car is ready.')
    await page.bringToFront()
    await inbox.composer.focus()
    await page.getByRole('textbox', { name: 'Search texts and people' }).focus()
    await expect(inbox.composer).toHaveValue('Your car is ready.')
    await second.close()
  })

  await test.step('sent, it is gone everywhere', async () => {
    await inbox.composer.press('Control+Enter')
    await expect(inbox.composer).toHaveValue('')
    await expect(inbox.message('Your car is ready.')).toBeVisible()
    await expect.poll(() => kept(conversation)).toBeNull()
    await expect(inbox.row(WHO)).not.toContainText('Draft')
    await page.reload()
    await expect(inbox.composer).toHaveValue('')
    expect(carrier.received.map(({ text }) => text)).toEqual(['Good morning', 'Your car is ready.'])
  })
})

test('what a text costs, what makes it dearer and how to mend it are seen while it is written', async ({
  page,
  carrier,
  givenOpenDesk,
  askDesk,
  look,
}) => {
  const { account } = await givenOpenDesk({ provider: carrier })
  const inbox = inboxOf(page)
  const count = page.locator('.composer-count')
  await inbox.writeTo('070-174 06 05', 'Good morning')
  await inbox.send.click()
  await expect(inbox.thread(WHO)).toBeVisible()

  await test.step('without a price nothing is said, and the hover says where to set it', async () => {
    await inbox.composer.fill(QUOTED)
    await expect(count).toHaveText(/left · 2 parts$/)
    await expect(count).toHaveAttribute('title', /No price set for Sweden\. Set it in Settings › Accounts › Front desk\./)
  })

  await test.step('with one it is there at once, and falls with the parts', async () => {
    await askDesk((client) => client.prices.set({ accountId: account.id, country: 'SE', micros: 350_000, currency: 'SEK' }))
    await expect(count).toHaveText(/left · 2 parts · about SEK 0\.70$/)
    await expect(page.getByText('3 curly quotes make this')).toContainText('2 parts instead of 1, about SEK 0.35 more.')
    await look('dearer')
    await page.setViewportSize({ width: 700, height: 700 })
    await expectFitsWindow(page)
    await look('dearer-700')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('characters are replaced one by one or all at once, and Control Z brings each step back', async () => {
    await page.getByRole('button', { name: "Replace ’ with '" }).click()
    await expect(inbox.composer).toHaveValue(QUOTED.replace('’', "'"))
    await expect(count).toHaveText(/2 parts · about SEK 0\.70$/)
    await page.getByRole('button', { name: 'Replace all' }).click()
    await expect(inbox.composer).toHaveValue(QUOTED.replace('’', "'").replaceAll(/[“”]/g, '"'))
    await expect(count).toHaveText(/1 part · about SEK 0\.35$/)
    await expect(inbox.composer).toBeFocused()
    await inbox.composer.press('Control+z')
    await expect(inbox.composer).toHaveValue(QUOTED.replace('’', "'"))
    await inbox.composer.press('Control+z')
    await expect(inbox.composer).toHaveValue(QUOTED)
    await expect(count).toHaveText(/2 parts · about SEK 0\.70$/)
    await inbox.composer.press('Control+Shift+z')
    await expect(inbox.composer).toHaveValue(QUOTED.replace('’', "'"))
  })

  await test.step('one by one, by the keyboard: each is shown in its place, replaced or left, and the end is said', async () => {
    const steps = page.getByRole('group', { name: 'Characters one by one' })
    const asked = steps.getByRole('status')
    const selected = () => inbox.composer.evaluate((field: HTMLTextAreaElement) => [field.selectionStart, field.selectionEnd])
    await inbox.composer.fill(QUOTED)
    await page.getByRole('button', { name: 'One by one' }).click()
    await expect(asked).toHaveText('Replace “ with "?')
    expect(await selected()).toEqual([QUOTED.indexOf('“'), QUOTED.indexOf('“') + 1])
    await expect(steps.getByRole('button', { name: 'Replace' })).toBeFocused()
    await look('one-by-one')
    await page.setViewportSize({ width: 700, height: 700 })
    await expectFitsWindow(page)
    await look('one-by-one-700')
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.keyboard.press('Enter')
    await expect(asked).toHaveText('Replace ” with "?')
    await expect(steps.getByRole('button', { name: 'Replace' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(asked).toHaveText("Replace ’ with '?")
    expect(await selected()).toEqual([QUOTED.indexOf('’'), QUOTED.indexOf('’') + 1])
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(asked).toHaveText('That was the last one. 2 were replaced.')
    await expect(inbox.composer).toHaveValue(QUOTED.replace('“', '"').replace('’', "'"))
    await expect(page.getByText('1 curly quote makes this')).toContainText('2 parts instead of 1, about SEK 0.35 more.')
    await expect(steps.getByRole('button', { name: 'Done' })).toBeFocused()
    await look('one-by-one-end')
    await page.keyboard.press('Enter')
    await expect(steps).toBeHidden()
    await expect(inbox.composer).toBeFocused()
    await inbox.composer.press('Control+z')
    await expect(inbox.composer).toHaveValue(QUOTED.replace('“', '"'))
  })

  await test.step('one by one in a long text scrolls to the place; Escape and writing on end it', async () => {
    const steps = page.getByRole('group', { name: 'Characters one by one' })
    await inbox.composer.fill(`“${'Bring both keys, please.\n'.repeat(30)}”`)
    await page.getByRole('button', { name: 'One by one' }).click()
    await expect(page.locator('.step-mark mark')).toBeInViewport()
    await steps.getByRole('button', { name: 'Skip' }).click()
    await expect(page.locator('.step-mark mark')).toHaveText('”')
    await expect(page.locator('.step-mark mark')).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(steps).toBeHidden()
    await page.getByRole('button', { name: 'One by one' }).click()
    await expect(steps).toBeVisible()
    await inbox.composer.press('End')
    await inbox.composer.pressSequentially('!')
    await expect(steps).toBeHidden()
  })

  await test.step('an emoji by its word, or from the list; that it takes room is said', async () => {
    await inbox.composer.fill('')
    await inbox.composer.pressSequentially('Done :tada')
    await expect(page.getByRole('button', { name: 'party popper' })).toBeVisible()
    await inbox.composer.press('Enter')
    await expect(inbox.composer).toHaveValue('Done 🎉')
    await expect(page.getByText('1 emoji leaves room for 70 characters a part instead of 160')).toBeVisible()
    await page.getByRole('button', { name: 'Emoji', exact: true }).click()
    await page.getByRole('textbox', { name: 'Find an emoji' }).fill('thumbs up')
    await expect(page.getByRole('button', { name: 'thumbs up', exact: true })).toBeVisible()
    await look('emoji')
    await page.keyboard.press('Enter')
    await expect(inbox.composer).toHaveValue('Done 🎉👍')
    await expect(inbox.composer).toBeFocused()
  })

  await test.step('what is pasted stays as it is, and long texts stay quick', async () => {
    await inbox.composer.fill('')
    await inbox.composer.evaluate((field: HTMLTextAreaElement) => {
      const data = new DataTransfer()
      data.setData('text/plain', 'One\r\ntwo\u00a0“three”')
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      document.execCommand('insertText', false, 'One\ntwo\u00a0“three”')
    })
    await expect(inbox.composer).toHaveValue('One\ntwo\u00a0“three”')
    await inbox.composer.fill('“Ж” '.repeat(2_500))
    await expect(page.getByText('takes at most')).toBeVisible()
    await inbox.composer.fill('')
  })
})

test('a conversation keeps its account; another one is warned about, once, with who the customer has seen', async ({
  page,
  carrier,
  givenOpenDesk,
  givenAccount,
  askDesk,
  look,
}) => {
  await givenOpenDesk({ provider: carrier })
  const acme = await givenAccount(carrier.baseUrl, { name: 'Shop' })
  const inbox = inboxOf(page)
  const picker = page.getByRole('button', { name: /^Send through/ })
  const warning = page.getByRole('alert').filter({ hasText: 'has had texts from' })
  await askDesk((client) => client.accounts.update({ id: acme.id, name: 'Shop', config: { baseUrl: carrier.baseUrl, sender: 'ACME' } }))
  await inbox.writeTo('070-174 06 05', 'Good morning')
  await inbox.send.click()
  await expect(inbox.thread(WHO)).toBeVisible()

  await test.step('the change is said before it happens, and can be taken back', async () => {
    await picker.click()
    await page.getByRole('menuitem', { name: /Shop/ }).click()
    await expect(warning).toContainText('This one would come from ACME, and answers to it may not reach you.')
    await look('account-changed')
    await page.setViewportSize({ width: 700, height: 700 })
    await expectFitsWindow(page)
    await look('account-changed-700')
    await page.setViewportSize({ width: 1280, height: 800 })
    await warning.getByRole('button', { name: 'Keep Front desk' }).click()
    await expect(warning).toBeHidden()
  })

  await test.step('once a text went out through it, it is the one offered', async () => {
    await picker.click()
    await page.getByRole('menuitem', { name: /Shop/ }).click()
    await inbox.composer.fill('From the shop')
    await inbox.composer.press('Control+Enter')
    await expect(inbox.message('From the shop')).toBeVisible()
    await expect(warning).toBeHidden()
    await page.reload()
    await expect(picker).toHaveAccessibleName(/Shop/)
    await expect(warning).toBeHidden()
  })

  await test.step('removed, the text goes through another one, and that is said', async () => {
    await expect(inbox.statusOf('From the shop')).toHaveText(/^(sent|delivered)/)
    await askDesk((client) => client.accounts.remove({ id: acme.id }))
    await expect(
      page.getByText('Shop, which this conversation went through, was removed. This text goes through Front desk.'),
    ).toBeVisible()
  })
})
