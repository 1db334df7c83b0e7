import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

const ASTRID = { name: 'Astrid Lindqvist', number: '+46 70 174 06 05' }

test('a code is called from a conversation, watched, and called again', async ({ page, givenDesk, open, askDesk, look }) => {
  const inbox = inboxOf(page)
  const form = page.getByRole('form', { name: 'Call with a code' })
  const code = form.getByRole('textbox', { name: 'Code' })
  const number = form.getByRole('textbox', { name: 'Number to call' })
  const latest = page.getByRole('region', { name: /^The latest call/ })
  const earlier = page.getByRole('region', { name: /^Called before/ })
  const calls = async () => {
    const { messages } = await askDesk((client) => client.messages.list({ to: ASTRID.number, limit: 20 }))
    return messages.filter(({ kind }) => kind === 'voice_code').map(({ text }) => text)
  }
  const desk = await givenDesk({ settings: { welcomed: true } })
  await askDesk((client) => client.sandbox.start({ sampleData: true, as: 'konnect' }))
  await askDesk((client) => client.sandbox.setBehaviour({ answerDelayMs: 0 }))
  await open(desk)

  await test.step('from the conversation the number is filled in, and the code comes next', async () => {
    await inbox.choose(ASTRID.name)
    await page.getByRole('button', { name: 'More about this conversation' }).click()
    await page.getByRole('menuitem', { name: 'Call with a code…' }).click()
    await expect(number).toHaveValue('+46701740605')
    await expect(form).toContainText(`${ASTRID.name} ${ASTRID.number}`)
    await expect(code).toBeFocused()
    await look('voice-code')
  })

  await test.step('what cannot be spoken is said before anybody is called', async () => {
    await code.press('Enter')
    await expect(form).toContainText('Enter the digits to be spoken.')
    await code.fill('48a1')
    await expect(form).toContainText('A code is made of digits only.')
    await look('voice-code-wrong')
    await code.fill('48')
    await code.press('Enter')
    await expect(form).toContainText('Kirusa Konnect speaks codes of 4 to 10 digits.')
    expect(await calls()).toEqual([])
  })

  await test.step('Enter calls, once', async () => {
    await code.fill('482 193')
    await code.press('Enter')
    await expect(latest).toContainText(ASTRID.name)
    await expect(latest).toContainText('482 193')
    await expect(latest).toContainText('called')
    await expect(latest).toContainText('Kirusa Konnect does not say whether anybody answered.')
    await expect(code).toHaveValue('')
    await expect(code).toBeFocused()
    expect(await calls()).toEqual(['482193'])
    await look('voice-code-called')
  })

  await test.step('the same code is called again, when asked twice', async () => {
    await latest.getByRole('button', { name: 'Call again…' }).click()
    await expect(code).toHaveValue('482193')
    await expect(form.getByRole('button', { name: 'Call now' })).toBeFocused()
    expect(await calls()).toEqual(['482193'])
    await page.keyboard.press('Enter')
    await expect(earlier).toContainText('482 193')
    expect(await calls()).toEqual(['482193', '482193'])
  })

  await test.step('a code nobody can guess is made with a button', async () => {
    await form.getByRole('button', { name: 'Make one' }).click()
    await expect(code).toHaveValue(/^\d{6}$/)
    await form.getByRole('button', { name: 'Call now' }).click()
    await expect(earlier.getByRole('listitem')).toHaveCount(2)
    await look('voice-code-earlier')
    for (const size of [
      { width: 700, height: 900 },
      { width: 1024, height: 640 },
      { width: 2560, height: 1440 },
    ]) {
      await page.setViewportSize(size)
      await expectFitsWindow(page)
      await look(`voice-code-${size.width}`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('the conversation shows the calls', async () => {
    await latest.getByRole('link', { name: 'Open the conversation' }).click()
    await expect(inbox.thread(ASTRID.name)).toBeVisible()
    await expect(inbox.message('Call with the code 482 193')).toHaveCount(2)
    await look('voice-code-thread')
  })
})

test('a call that the provider refuses says why, and the number may be anybody’s', async ({ page, givenDesk, open, askDesk, look }) => {
  const form = page.getByRole('form', { name: 'Call with a code' })
  const latest = page.getByRole('region', { name: /^The latest call/ })
  const desk = await givenDesk({ settings: { welcomed: true } })
  await askDesk((client) => client.sandbox.start({ sampleData: false, as: 'konnect' }))
  await askDesk((client) => client.sandbox.setBehaviour({ answer: 'refuse_number', answerDelayMs: 0 }))
  await open(desk)
  await frameOf(page).screen('Voice code').click()
  await form.getByRole('textbox', { name: 'Code' }).fill('4821')
  await form.getByRole('button', { name: 'Call now' }).click()
  await expect(form).toContainText('Enter the number to call.')
  await form.getByRole('textbox', { name: 'Number to call' }).fill('12')
  await form.getByRole('button', { name: 'Call now' }).click()
  await expect(form.getByRole('alert')).toContainText('“12” cannot')
  await expect(form.getByRole('button', { name: 'Call now' })).toBeFocused()
  await look('voice-code-refused')
  await form.getByRole('textbox', { name: 'Number to call' }).fill('070-174 06 21')
  await expect(form).toContainText('+46 70 174 06 21, not among your contacts')
  await form.getByRole('button', { name: 'Call now' }).click()
  await expect(latest).toContainText('not called')
  await look('voice-code-failed')
})

test('where no account can call, the screen says what to do', async ({ page, givenDesk, open, look }) => {
  await open(await givenDesk())
  await page.getByRole('button', { name: 'Try it with the sandbox' }).click()
  await expect(frameOf(page).screen('Inbox')).toBeVisible()
  await expect(frameOf(page).screen('Voice code')).toHaveCount(0)
  await page.evaluate(() => {
    location.hash = '#/voice-code'
  })
  await expect(page.getByText('No account can call yet')).toBeVisible()
  await look('voice-code-empty')
  await page.getByRole('button', { name: 'Practise with the sandbox' }).click()
  await page.getByRole('button', { name: 'Practise as Kirusa Konnect' }).click()
  await expect(frameOf(page).screen('Voice code')).toBeVisible()
})
