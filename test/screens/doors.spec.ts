import { expect, NOBODY, openAt, test } from './support/journey.ts'

test('without the key of its address the desk shows how to open it, and nothing else', async ({
  page,
  context,
  givenDesk,
  givenAccount,
  look,
  allowComplaints,
}) => {
  allowComplaints(/401/)
  await givenAccount(NOBODY)
  const desk = await givenDesk()
  await page.goto(desk.origin)
  await expect(page.getByRole('heading', { name: 'SMS Desk is running here' })).toBeVisible()
  await look('how-to-open')
  await page.goto(`${desk.origin}/open?token=${'x'.repeat(43)}`)
  await expect(page.getByRole('heading', { name: 'This address no longer opens SMS Desk' })).toBeVisible()
  await look('wrong-key')
  expect(await context.cookies()).toEqual([])
})

test('the printed address opens the desk as often as it is used, and leaves its key nowhere', async ({
  page,
  browser,
  givenDesk,
  givenAccount,
}) => {
  await givenAccount(NOBODY)
  const desk = await givenDesk()
  await openAt(page, desk)
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
  await openAt(page, desk)
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeAttached()
  expect(await page.evaluate(() => document.cookie)).toBe('')

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await openAt(other, desk)
  await expect(other.getByRole('heading', { name: 'Inbox' })).toBeAttached()
  expect(other.url()).not.toContain('token')
  await elsewhere.close()
})
