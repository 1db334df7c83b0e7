import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'
import { goToSettings } from './support/settings-screen.ts'

const BJORN = { name: 'Björn Åkesson', number: '+46701740607' }
const ZOFIA = { name: 'Zofia Nowak', number: '+46701740608' }
const STOPPED = 'You get no more texts from us. Text START to get them again.'
const AWAY = 'We are back tomorrow at 8.'

test('a customer stops texts and starts them again by a word, and is told when nobody is there', async ({
  page,
  givenDesk,
  open,
  askDesk,
  look,
}) => {
  const frame = frameOf(page)
  const inbox = inboxOf(page)
  const desk = await givenDesk({ settings: { welcomed: true } })
  const { accountId } = await askDesk(async (client) => {
    await client.sandbox.setBehaviour({ autoReply: false })
    return client.sandbox.start({ sampleData: true })
  })
  const says = (from: string, text: string) => askDesk((client) => client.sandbox.reply({ from, text, accountId }))
  await open(desk)

  const stops = page.getByRole('region', { name: 'Words that stop texts' })
  const outcome = page.getByLabel('What would happen')
  await test.step('which words count is seen, tried and changed', async () => {
    await goToSettings(page, 'Replies')
    await expect(stops.getByRole('listitem').first()).toContainText('STOP')
    await look('replies')
    await page.getByRole('textbox', { name: 'A customer writes' }).fill('Stopp!')
    await expect(outcome).toHaveText('This would opt the customer out: they get no more texts. Nothing is sent back.')
    await page.getByRole('textbox', { name: 'A customer writes' }).fill('Inga fler sms')
    await expect(outcome).toHaveText('Nothing happens by itself: it waits in the inbox.')
    await stops.getByRole('textbox', { name: /^Another word/ }).fill('inga fler SMS')
    await stops.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(outcome).toContainText('This would opt the customer out')
    await stops.getByRole('textbox', { name: /^Another word/ }).fill('Help!')
    await stops.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(stops).toContainText('This word is among “Help”. Take it out there first.')
    await stops.getByRole('button', { name: 'Take out CANCEL' }).click()
    await expect(stops.getByRole('button', { name: 'Take out CANCEL' })).toBeHidden()
    await stops.getByRole('button', { name: 'Restore the usual words' }).click()
    await expect(stops.getByRole('button', { name: 'Take out CANCEL' })).toBeVisible()
    await expect(outcome).toHaveText('Nothing happens by itself: it waits in the inbox.')
  })

  await test.step('one last text confirms it', async () => {
    // The input itself is behind its track.
    await stops.getByRole('switch').click({ force: true })
    await expect(stops.getByRole('textbox', { name: /the text$/ })).toHaveValue(STOPPED)
    await expect(stops).toContainText('60 characters · 1 part')
    await stops.getByRole('button', { name: 'Save' }).click()
    await expect(frame.toast('The answer is saved.')).toBeVisible()
    await page.getByRole('textbox', { name: 'A customer writes' }).fill('STOP')
    await expect(outcome).toHaveText(`This would opt the customer out: they get no more texts. One last text goes to them: “${STOPPED}”`)
    await look('replies-set')
  })

  await test.step('a customer writes “Stopp!”: the conversation says so, live, and nothing can be sent', async () => {
    await frame.screen(/^Inbox/).click()
    await inbox.choose(BJORN.name)
    await inbox.composer.fill('Your car is ready.')
    await says(BJORN.number, 'Stopp!')
    await expect(inbox.message('Stopp!')).toContainText('Opted out by this text')
    await expect(inbox.message(STOPPED)).toContainText('Automatic: opt-out confirmed')
    await expect(inbox.statusOf(STOPPED)).toHaveText(/^(sent|delivered)/)
    await expect(inbox.send).toBeDisabled()
    await expect(inbox.composer).toHaveAccessibleDescription(/by reply: “Stopp!”\. Nothing can be sent\./)
    await look('replies-opted-out')
  })

  await test.step('and writes “Unstop”: texts go again', async () => {
    await says(BJORN.number, 'Unstop')
    await expect(inbox.message('Unstop')).toContainText('Gets texts again since this text')
    await expect(inbox.send).toBeEnabled()
  })

  await test.step('an away message is set, with hours', async () => {
    await goToSettings(page, 'Replies')
    const form = page.getByRole('form', { name: /^Away message of/ })
    await page.getByRole('button', { name: /^Set up the away message of/ }).click()
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toContainText('Write what they get.')
    await form.getByRole('textbox', { name: 'Text' }).fill(AWAY)
    await form.getByLabel('Monday, open from').fill('09:30')
    await form.getByRole('checkbox', { name: 'Saturday' }).check()
    await form.scrollIntoViewIfNeeded()
    for (const width of [1280, 700]) {
      await page.setViewportSize({ width, height: 800 })
      await expectFitsWindow(page)
      await look(`replies-away-${width}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    // Whatever the hour this runs at.
    await form.getByRole('checkbox', { name: /^At any time/ }).check()
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(frame.toast(/^The away message of .* is on\.$/)).toBeVisible()
    await expect(page.getByRole('list', { name: 'Accounts' })).toContainText('Answers at any time')
  })

  await test.step('a customer who writes gets it once, and it is seen as automatic', async () => {
    await frame.screen(/^Inbox/).click()
    await inbox.choose(ZOFIA.name)
    await says(ZOFIA.number, 'Are you open?')
    await expect(inbox.message(AWAY)).toContainText('Automatic: away message')
    await expect(inbox.statusOf(AWAY)).toHaveText(/^(sent|delivered)/)
    await says(ZOFIA.number, 'Hello?')
    await expect(inbox.message('Hello?')).toBeVisible()
    await expect(inbox.message(AWAY)).toHaveCount(1)
    await look('replies-away-thread')
  })
})
