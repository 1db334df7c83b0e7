import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { frameOf } from './support/frame.ts'
import { inboxOf } from './support/inbox.ts'
import { expect, test } from './support/journey.ts'
import { expectFitsWindow } from './support/layout.ts'

const MAJA = '+46701740605'
const KARL = '+46701740606'

/** The list of opt-outs as a person finds their way in it. */
function optOutsOf(page: Page) {
  const screen = page.getByRole('region', { name: 'Opt-outs' })
  return {
    screen,
    rows: screen.getByRole('list', { name: 'Numbers that get no texts' }).getByRole('listitem'),
    search: screen.getByRole('textbox', { name: /^Search opt-outs/ }),
    async visit() {
      await frameOf(page).screen('Contacts').click()
      await page.evaluate(() => location.assign('#/contacts/opt-outs'))
      await expect(screen).toBeVisible()
    },
  }
}

/** Looks in a large and in a small window. */
async function lookAtBothSizes(page: Page, look: (name: string) => Promise<void>, name: string): Promise<void> {
  for (const width of [1280, 700]) {
    await page.setViewportSize({ width, height: 800 })
    await expectFitsWindow(page)
    await look(`${name}-${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('a customer asks for no texts: what waits is cancelled, nothing can be sent, and the story is kept until they change their mind', async ({
  page,
  provider,
  givenOpenDesk,
  askDesk,
  look,
}) => {
  const { account } = await givenOpenDesk({ provider })
  const inbox = inboxOf(page)
  await askDesk(async (client) => {
    await client.contacts.create({ name: 'Maja Öberg', company: '', notes: '', numbers: [{ number: MAJA, label: '' }] })
    const at = Date.now() + 3 * 3_600_000
    await client.messages.send({
      requestId: crypto.randomUUID(),
      accountId: account.id,
      to: [MAJA],
      text: 'Your appointment is tomorrow.',
      at,
    })
  })
  await inbox.choose('Maja Öberg')
  await expect(inbox.message('Your appointment')).toBeVisible()

  await page.getByRole('button', { name: 'More about this conversation' }).click()
  await page.getByRole('menuitem', { name: 'Opt out of texts…' }).click()
  const question = page.getByRole('dialog', { name: 'No more texts to Maja Öberg?' })
  await question.getByRole('button', { name: 'Opt out' }).click()
  await expect(question.getByText('Say in a few words how you know.')).toBeVisible()
  await look('opt-out-question')
  await question.getByRole('textbox', { name: 'How you know' }).fill('Called on Monday: no more texts, please')
  await question.getByRole('button', { name: 'Opt out' }).click()
  await expect(frameOf(page).toast('1 number gets no texts any more. 1 text that waited to go there is cancelled.')).toBeVisible()

  await expect(inbox.statusOf('Your appointment')).toContainText('not sent, asked not to get texts')
  await inbox.composer.fill('Are you sure?')
  await expect(inbox.send).toBeDisabled()
  await expect(inbox.sendLater).toBeDisabled()
  const reason = /Asked not to get texts on .*, noted here: “Called on Monday: no more texts, please”\. Nothing can be sent\./
  await expect(inbox.composer).toHaveAccessibleDescription(reason)
  await inbox.composer.press('Control+Enter')
  await lookAtBothSizes(page, look, 'thread')

  await inbox.list.getByRole('button', { name: /^New/ }).click()
  const dialog = page.getByRole('dialog', { name: 'New conversation' })
  await inbox.addRecipient(KARL)
  await inbox.addRecipient('maja', 'Maja Öberg')
  await expect(dialog.getByText('Maja Öberg (no texts)')).toBeVisible()
  await expect(dialog.getByText('Maja Öberg asked not to get texts. Take them out of the list')).toBeVisible()
  await dialog.getByRole('textbox', { name: /^Text to/ }).fill('Closed on Friday.')
  await expect(dialog.getByRole('button', { name: /^Send to 2/ })).toBeDisabled()
  await look('several')
  await dialog.getByRole('button', { name: 'Remove Maja Öberg' }).click()
  await dialog.getByRole('button', { name: /^Send( Ctrl ↵)?$/ }).click()
  await expect.poll(() => provider.received.length).toBe(1)

  await frameOf(page).screen('Contacts').click()
  await page
    .getByRole('region', { name: 'People' })
    .getByRole('link', { name: /Maja Öberg/ })
    .click()
  const consent = page.getByRole('region', { name: 'Texts and consent' })
  await expect(consent).toContainText('No texts')
  await consent.getByRole('button', { name: /^Record consent/ }).click()
  const record = page.getByRole('dialog', { name: 'Record consent' })
  await record.getByRole('textbox', { name: 'How they agreed' }).fill('Ticked the box on the form')
  await record.getByLabel('When').fill('2024-05-02')
  await look('record-consent')
  await record.getByRole('button', { name: 'Record it' }).click()
  await expect(consent).toContainText('Ticked the box on the form')
  await expect(consent).toContainText('No texts')
  await lookAtBothSizes(page, look, 'person')

  await consent.getByRole('button', { name: /^Lift/ }).click()
  const lift = page.getByRole('dialog', { name: 'Lift the opt-out of Maja Öberg?' })
  await expect(lift).toContainText('those that were cancelled stay cancelled')
  await lift.getByRole('textbox', { name: 'Why they get texts again' }).fill('Wants reminders after all')
  await look('lift')
  await lift.getByRole('button', { name: 'Lift the opt-out' }).click()
  await expect(consent).toContainText('Gets texts')
  await expect(consent.getByRole('listitem').filter({ hasText: 'Wants reminders after all' }).last()).toContainText('Opt-out lifted')

  await frameOf(page).screen('Inbox').click()
  await inbox.choose('Maja Öberg')
  await expect(inbox.composer).toHaveValue('Are you sure?')
  await inbox.send.click()
  await expect.poll(() => provider.received.map(({ message }) => message)).toEqual(['Closed on Friday.', 'Are you sure?'])
})

test('the list: empty, filled by hand and from a file, searched, lifted, saved', async ({ page, givenOpenDesk, askDesk, look }) => {
  await givenOpenDesk()
  const optOuts = optOutsOf(page)
  await optOuts.visit()
  await expect(page.getByText('Nobody has opted out')).toBeVisible()
  await lookAtBothSizes(page, look, 'empty')

  await page.getByRole('button', { name: 'Add numbers' }).click()
  const add = page.getByRole('dialog', { name: 'Add opt-outs' })
  await add.getByRole('textbox', { name: 'Numbers' }).fill('070-174 06 05\nnobody; +46 70 174 06 06')
  await add.getByRole('textbox', { name: 'How you know' }).fill('From the notebook at the counter')
  await add.getByRole('button', { name: 'Opt out 3 numbers' }).click()
  await expect(add.getByText('One number cannot be read.')).toBeVisible()
  await expect(add.getByRole('textbox', { name: 'Numbers' })).toHaveValue('nobody')
  await look('add-unreadable')
  await add.getByRole('button', { name: 'Close' }).last().click()
  await expect(optOuts.rows).toHaveCount(2)

  await page.getByRole('button', { name: 'Import…' }).click()
  const importing = page.getByRole('dialog', { name: 'Import opt-outs' })
  await look('import-choose')
  const lines = Array.from({ length: 400 }, (_, index) => `Person ${index};+4670${1_750_000 + index}`)
  await importing.getByLabel('List of numbers').setInputFiles({
    name: 'stop-list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Name;Mobile\n${lines.join('\n')}\nMaja;0701740605\nNobody;12\n`),
  })
  await expect(importing.getByText('has 402 rows. Nothing is changed yet.')).toBeVisible()
  await expect(importing.getByRole('definition')).toHaveText(['400', '1', '1'])
  await look('import-look')
  await importing.getByRole('button', { name: 'Opt these numbers out' }).click()
  await expect(frameOf(page).toast('400 rows brought numbers that get no texts any more, 1 row was known.')).toBeVisible()
  await expect(optOuts.screen.getByText('402 numbers get no texts')).toBeVisible()

  await askDesk((client) =>
    client.contacts.create({
      name: 'Åsa <b>Öberg</b> مرحبا',
      company: '',
      notes: '',
      numbers: [{ number: '+46701750007', label: '' }],
    }),
  )
  await expect(optOuts.rows.filter({ hasText: 'Åsa' })).toHaveCount(1)
  await lookAtBothSizes(page, look, 'full')

  await optOuts.search.fill('asa')
  await expect(optOuts.rows).toHaveCount(1)
  await optOuts.search.fill('070-174 06 05')
  await expect(optOuts.rows).toHaveText([/\+46 70 174 06 05/])
  await optOuts.search.fill('nowhere to be found')
  await expect(page.getByText('No opt-out matches “nowhere to be found”')).toBeVisible()
  await optOuts.search.fill('notebook')
  await expect(optOuts.rows).toHaveCount(2)

  await optOuts.search.press('Escape')
  await optOuts.search.press('Escape')
  // The whole list again: keys pressed before would be about the one it takes the place of.
  await expect(optOuts.rows.first()).toContainText('+46 70 175 00 00')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const lift = page.getByRole('dialog', { name: /^Lift the opt-out of/ })
  await lift.getByRole('textbox').fill('Changed their mind')
  await lift.getByRole('button', { name: 'Lift the opt-out' }).click()
  await expect(optOuts.screen.getByText('401 numbers get no texts')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^opt-outs \d{4}-\d\d-\d\d\.csv$/)
  expect(
    readFileSync((await file.path()) ?? '', 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(402)
  await expect(frameOf(page).toast('401 numbers are in the file.')).toBeVisible()
})
