import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { goToSettings } from './support/settings-screen.ts'

const ASTRID = 'Astrid Lindqvist'
const STRANGER = '+46701740609'

test('a template is written once, filled in for each customer, and never sent with a gap', async ({
  page,
  givenDesk,
  open,
  askDesk,
  look,
}) => {
  test.setTimeout(150_000)
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const desk = await givenDesk({ settings: { welcomed: true } })
  await open(desk)

  const form = page.getByRole('form', { name: 'Template' })
  const preview = page.getByRole('region', { name: 'Preview' })
  const picker = page.getByRole('listbox', { name: 'Templates' })
  const option = (name: string) => picker.getByRole('option').filter({ hasText: name })

  await test.step('without any, the screen says what they are', async () => {
    await goToSettings(page, 'Templates')
    await expect(page.getByText('No template yet')).toBeVisible()
    await look('templates-none')
  })

  await test.step('one is written, and seen as it goes out', async () => {
    await askDesk(async (client) => {
      await client.sandbox.setBehaviour({ autoReply: false })
      await client.sandbox.start({ sampleData: true })
    })
    await expect(page.getByRole('region', { name: 'Orders' })).toContainText('Ready to collect')
    await page.getByRole('button', { name: 'New template' }).click()
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toContainText('Give it a name to find it by.')
    await form.getByRole('textbox', { name: 'Name' }).fill('Glasses')
    await form.getByRole('combobox', { name: 'Group' }).fill('Orders')
    await form.getByRole('textbox', { name: 'Text' }).fill('Dear {frist name}, ')
    await expect(preview).toContainText('There is no field “frist name”.')
    await form.getByRole('textbox', { name: 'Text' }).fill('Dear , your glasses are ready.')
    await form.getByRole('textbox', { name: 'Text' }).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5))
    await form.getByRole('button', { name: 'Insert a field' }).click()
    await page.getByRole('menuitem', { name: /^First name/ }).click()
    await expect(form.getByRole('textbox', { name: 'Text' })).toHaveValue('Dear {first name}, your glasses are ready.')
    await preview.getByRole('combobox').fill('lindq')
    await page.getByRole('option', { name: ASTRID }).click()
    await expect(preview).toContainText('Dear Astrid, your glasses are ready.')
    await expect(preview).toContainText('Dear Maximiliane-Alexandra,')
    for (const width of [1280, 700]) {
      await page.setViewportSize({ width, height: 800 })
      await expectFitsWindow(page)
      await look(`template-${width}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(frame.toast('“Glasses” is saved.')).toBeVisible()
  })

  await test.step('one that is removed comes back', async () => {
    await page.getByRole('button', { name: 'What to do with Running late' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await expect(page.getByRole('link', { name: /^Running late/ })).toBeHidden()
    await frame.toast('“Running late” was removed.').getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('link', { name: /^Running late/ })).toBeVisible()
    for (const width of [1280, 700]) {
      await page.setViewportSize({ width, height: 800 })
      await expectFitsWindow(page)
      await look(`templates-${width}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('a slash picks it, by the keyboard alone, with the name filled in', async () => {
    await frame.screen(/^Inbox/).click()
    await inbox.choose(ASTRID)
    await inbox.composer.pressSequentially('24/7 /')
    await expect(option('Running late')).toBeVisible()
    await look('template-picker')
    await page.keyboard.press('Escape')
    await expect(picker).toBeHidden()
    await expect(inbox.composer).toHaveValue('24/7 /')
    await inbox.composer.fill('')
    await inbox.composer.pressSequentially('/gla')
    await expect(picker.getByRole('option')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(inbox.composer).toHaveValue('Dear Astrid, your glasses are ready.')
    await page.keyboard.type(' Bye!')
    await page.keyboard.press('Control+Enter')
    await expect(inbox.statusOf('Dear Astrid, your glasses are ready. Bye!')).toHaveText(/^(sent|delivered)/)
    await expect(inbox.composer).toHaveValue('')
  })

  await test.step('where the name is missing it is said, and nothing goes out until it is written', async () => {
    await inbox.writeTo(STRANGER, '')
    await inbox.composer.pressSequentially('/')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    // The one that was used is first.
    await expect(picker.getByRole('option', { selected: true })).toContainText('Glasses')
    await page.keyboard.press('Enter')
    await expect(inbox.composer).toHaveValue('Dear {first name}, your glasses are ready.')
    await expect(page.getByText(/First name is empty for \+46 70 174 06 09: write it/)).toBeVisible()
    await expect(inbox.send).toBeDisabled()
    await look('template-gap')
    // Escape closes the list, not the dialog around it.
    await page.keyboard.press('End')
    await page.keyboard.type(' /')
    await expect(picker).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(picker).toBeHidden()
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    // What is missing is selected, so it is just typed.
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('Ms Berg')
    await expect(inbox.composer).toHaveValue('Dear Ms Berg, your glasses are ready.')
    await inbox.send.click()
    await expect(inbox.statusOf('Dear Ms Berg, your glasses are ready.')).toHaveText(/^(sent|delivered)/)
  })

  await test.step('several get their own texts, each looked at before', async () => {
    await inbox.writeTo('Omar', 'Hi {First Name}, we are open {{late}.', 'Omar Haddad')
    await inbox.addRecipient('Zofia', 'Zofia Nowak')
    await expect(page.getByText('“Hi Omar, we are open {late}.”')).toBeVisible()
    await page.getByRole('button', { name: 'Next person' }).click()
    await expect(page.getByText('“Hi Zofia, we are open {late}.”')).toBeVisible()
    await look('template-several')
    await inbox.composer.press('End')
    await inbox.composer.pressSequentially(' {company}')
    await expect(page.getByText(/Company is empty for \+46 70 174 06 08/)).toBeVisible()
    await expect(inbox.send).toBeDisabled()
    for (let times = 0; times < ' {company}'.length; times += 1) await page.keyboard.press('Backspace')
    await inbox.send.click()
    await expect(frame.toast(/2 texts (are in the outbox|go out)/)).toBeVisible()
    await inbox.choose('Omar Haddad')
    await expect(inbox.statusOf('Hi Omar, we are open {late}.')).toHaveText(/^(sent|delivered)/)
    await inbox.choose('Zofia Nowak')
    await expect(inbox.statusOf('Hi Zofia, we are open {late}.')).toHaveText(/^(sent|delivered)/)
  })

  await test.step('what is written is kept as a template, and put in with the mouse', async () => {
    await inbox.composer.fill('See you soon, {first name}.')
    await page.getByRole('button', { name: 'Templates and fields' }).click()
    await look('template-menu')
    await page.getByRole('menuitem', { name: 'Keep this text as a template' }).click()
    await form.getByRole('textbox', { name: 'Name' }).fill('See you')
    await look('template-keep')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(frame.toast('“See you” is saved as a template.')).toBeVisible()
    await inbox.composer.fill('')
    await page.getByRole('button', { name: 'Templates and fields' }).click()
    await page.getByRole('menuitem', { name: /^Put in a template/ }).click()
    await page.getByRole('combobox', { name: 'Search templates' }).fill('soon')
    await option('See you').click()
    await expect(inbox.composer).toHaveValue('See you soon, Zofia.')
    await expect(inbox.composer).toBeFocused()
  })

  await test.step('the manager knows how often each was sent', async () => {
    await goToSettings(page, 'Templates')
    await expect(page.getByRole('link', { name: /^Glasses/ })).toContainText('Used 2 times')
    await expect(page.getByRole('link', { name: /^See you/ })).toContainText('Not used yet')
  })
})
