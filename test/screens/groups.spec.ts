import type { Page } from '@playwright/test'
import { frameOf } from './support/frame.ts'
import { expect, test } from './support/journey.ts'

/** The groups screen, by what things are called. */
function groupsOf(page: Page) {
  const panel = page.getByRole('region', { name: 'Group', exact: true })
  return {
    panel,
    row: (name: string) => page.getByRole('navigation', { name: 'Groups' }).getByRole('link', { name }),
    person: (name: string) => panel.getByRole('list', { name: 'People in this group' }).getByRole('link', { name }),
    /** A choice of a rule, by what it is called. */
    async choose(label: string, option: string): Promise<void> {
      await panel.getByRole('combobox', { name: label }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    async visit(): Promise<void> {
      await page.evaluate(() => (location.hash = '#/contacts/groups'))
      await expect(page.getByRole('navigation', { name: 'Contacts' }).getByRole('link', { name: 'Groups' })).toHaveAttribute(
        'aria-current',
        'page',
      )
    },
    async menu(item: string): Promise<void> {
      await panel.getByRole('button', { name: 'More for this group' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    },
  }
}

const PEOPLE = [
  { name: 'Ann Berg', company: 'Bergs Bageri', number: '+46701740601' },
  { name: 'Änn <b>Sjö</b>', company: '', number: '+46701740602' },
  { name: 'Bo Dahl', company: 'Bergs Bageri', number: '+4520123456' },
  { name: 'Zoë Ångström', company: '', number: '+46701740603' },
]

test('a smart group is written, follows its people, is changed, renamed and deleted', async ({ page, givenOpenDesk, askDesk, look }) => {
  await givenOpenDesk()
  for (const { number, ...person } of PEOPLE) {
    await askDesk((client) => client.contacts.create({ ...person, notes: '', numbers: [{ number, label: 'mobile' }] }))
  }
  const groups = groupsOf(page)
  const { panel } = groups
  await groups.visit()
  await expect(page.getByText('Put people into groups')).toBeVisible()
  await look('no-groups')

  await page.getByRole('button', { name: 'New smart group' }).click()
  await panel.getByRole('button', { name: 'Create group' }).click()
  await expect(panel.getByText('Give the group a name first.')).toBeVisible()
  await expect(panel.getByText('Fill in what the name is compared with.')).toBeVisible()
  await panel.getByRole('textbox', { name: 'Name of the group' }).fill('Swedish Anns')
  await panel.getByRole('textbox', { name: 'Rule 1: value' }).fill('ann')
  await expect(panel.getByText('2 people fit right now.')).toBeVisible()
  await panel.getByRole('button', { name: 'Add a rule' }).click()
  await groups.choose('Rule 2: about', 'Country')
  await panel.getByRole('combobox', { name: 'Rule 2: country' }).fill('denm')
  await page.getByRole('option', { name: /^Denmark/ }).click()
  await expect(panel.getByText('Nobody fits right now.')).toBeVisible()
  await groups.choose('How many of the rules have to hold', 'any of these rules holds')
  await expect(panel.getByText('3 people fit right now.')).toBeVisible()
  await look('new-smart-group')
  await panel.getByRole('button', { name: 'Create group' }).click()
  await expect(groups.person('Bo Dahl')).toBeVisible()
  await expect(panel.getByText('Name contains “ann”')).toBeVisible()
  await expect(groups.row('Swedish Anns')).toContainText('3')

  // Who no longer fits goes, who fits comes, while the screen is looked at.
  const { contacts } = await askDesk((client) => client.contacts.list({ search: 'Bo Dahl', limit: 10 }))
  await askDesk((client) => client.contacts.update({ id: contacts[0]?.id ?? '', name: 'Bo', company: '', notes: '', numbers: [] }))
  await expect(groups.person('Bo Dahl')).toHaveCount(0)
  await expect(groups.row('Swedish Anns')).toContainText('2')

  await panel.getByRole('button', { name: 'Edit rules' }).click()
  await panel.getByRole('button', { name: 'Remove rule 2' }).click()
  await groups.choose('Rule 1: test', 'does not contain')
  await expect(panel.getByText('2 people fit right now.')).toBeVisible()
  await look('edit-rules')
  await panel.getByRole('button', { name: 'Save rules' }).click()
  await expect(groups.person('Zoë Ångström')).toBeVisible()
  await look('smart-group')

  await groups.menu('Rename…')
  const rename = page.getByRole('dialog', { name: 'Rename the group' })
  await rename.getByRole('textbox', { name: 'Name of the group' }).fill('Everybody else')
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(panel.getByRole('heading', { name: 'Everybody else' })).toBeVisible()
  await groups.menu('Delete…')
  const question = page.getByRole('dialog')
  await expect(question).toContainText('2 people are in it.')
  await look('delete-question')
  await question.getByRole('button', { name: 'Delete the group' }).click()
  await expect(page.getByText('Put people into groups')).toBeVisible()
})

test('a person is put into a group and taken out of it, and both are taken back', async ({ page, givenOpenDesk, askDesk, look }) => {
  await givenOpenDesk()
  const created = await askDesk((client) =>
    client.contacts.create({ name: 'Ann Berg', company: '', notes: '', numbers: [{ number: '+46701740601', label: '' }] }),
  )
  await askDesk((client) =>
    client.groups.create({ name: 'Anns', filter: { match: 'all', rules: [{ subject: { kind: 'name' }, test: 'begins', value: 'ann' }] } }),
  )
  const groups = groupsOf(page)
  const toast = frameOf(page).toast
  await groups.visit()
  await page.getByRole('button', { name: 'New group' }).click()
  await groups.panel.getByRole('textbox', { name: 'Name of the group' }).fill('anns')
  await groups.panel.getByRole('button', { name: 'Create group' }).click()
  await expect(groups.panel.getByText('There is a group called “Anns” already.')).toBeVisible()
  await groups.panel.getByRole('textbox', { name: 'Name of the group' }).fill('Regulars')
  await groups.panel.getByRole('button', { name: 'Create group' }).click()
  await expect(groups.panel.getByText('Nobody is in this group yet')).toBeVisible()
  await look('nobody-in-group')

  await page.evaluate((id) => (location.hash = `#/contacts/${id}`), created.id)
  const section = page.getByRole('region', { name: 'Groups' })
  const chip = (name: string) => section.getByRole('listitem').filter({ hasText: name })
  await expect(chip('Anns')).toContainText('smart')
  await section.getByRole('button', { name: 'Add to a group' }).click()
  await page.getByRole('menuitem', { name: 'Regulars' }).click()
  await expect(chip('Regulars')).toBeVisible()
  await expect(toast('1 person added to Regulars.')).toBeVisible()
  await look('groups-of-a-person')
  await toast('1 person added to Regulars.').getByRole('button', { name: 'Undo' }).click()
  await expect(chip('Regulars')).toHaveCount(0)

  await section.getByRole('button', { name: 'Add to a group' }).click()
  await page.getByRole('menuitem', { name: 'New group…' }).click()
  const naming = page.getByRole('dialog', { name: 'New group with this person' })
  await naming.getByRole('textbox', { name: 'Name of the group' }).fill('Friends')
  await naming.getByRole('button', { name: 'Create and add' }).click()
  await chip('Friends').getByRole('link', { name: 'Friends' }).click()
  await groups.panel.getByRole('button', { name: 'Take Ann Berg out of Friends' }).click()
  await expect(groups.panel.getByText('Nobody is in this group yet')).toBeVisible()
  await toast('1 person taken out of Friends.').getByRole('button', { name: 'Undo' }).click()
  await expect(groups.person('Ann Berg')).toBeVisible()
})

test('hundreds of people are moved through by keys, and a narrow window shows one thing at a time', async ({
  page,
  givenOpenDesk,
  askDesk,
  look,
}) => {
  await givenOpenDesk()
  const ids: string[] = []
  for (let number = 0; number < 260; number += 1) {
    const name = `Person ${String(number).padStart(3, '0')}`
    ids.push((await askDesk((client) => client.contacts.create({ name, company: '', notes: '', numbers: [] }))).id)
  }
  const { id } = await askDesk((client) => client.groups.create({ name: 'Everybody', filter: null }))
  await askDesk((client) => client.groups.addMembers({ id, selection: { kind: 'some', ids } }))
  const groups = groupsOf(page)
  await groups.visit()
  await groups.row('Everybody').click()
  await expect(groups.person('Person 000')).toBeVisible()
  await page.keyboard.press('j')
  await expect(groups.person('Person 000')).toBeFocused()
  await page.keyboard.press('End')
  await expect(groups.person('Person 259')).toBeFocused()
  await look('many-people')
  await page.setViewportSize({ width: 700, height: 800 })
  await expect(groups.panel.getByRole('heading', { name: 'Everybody' })).toBeVisible()
  await look('group-narrow')
  await groups.panel.getByRole('link', { name: 'Groups' }).click()
  await expect(groups.row('Everybody')).toBeVisible()
  await look('groups-narrow')
  await page.getByRole('button', { name: 'New group' }).click()
  await groups.panel.getByRole('radio', { name: /^Everybody who fits rules/ }).check()
  await groups.choose('Rule 1: about', 'Another field…')
  await groups.panel.getByRole('textbox', { name: 'Name of the field, as the file has it' }).fill('City')
  await groups.panel.getByRole('textbox', { name: 'Rule 1: value' }).fill('Malmö')
  await expect(groups.panel.getByText('Nobody fits right now.')).toBeVisible()
  await look('rules-narrow')
})

test('people who are ticked are put into a new group, into one there is, and that is taken back', async ({
  page,
  givenOpenDesk,
  askDesk,
  look,
}) => {
  await givenOpenDesk()
  for (const { number, ...person } of PEOPLE) {
    await askDesk((client) => client.contacts.create({ ...person, notes: '', numbers: [{ number, label: 'mobile' }] }))
  }
  const { screen, toast } = frameOf(page)
  const people = page.getByRole('region', { name: 'People', exact: true })
  const bar = people.getByRole('toolbar', { name: 'Selected people' })
  const members = () => askDesk(async (client) => (await client.groups.list()).map(({ name, members }) => `${name} ${members}`))
  await screen('Contacts').click()
  await people.getByRole('checkbox', { name: 'Select Ann Berg' }).check()
  await people.getByRole('checkbox', { name: 'Select Bo Dahl' }).check()
  await bar.getByRole('button', { name: 'Add to group' }).click()
  await page.getByRole('menuitem', { name: 'New group…' }).click()
  const naming = page.getByRole('dialog', { name: 'New group with 2 people' })
  await naming.getByRole('textbox', { name: 'Name of the group' }).fill('Regulars')
  await look('new-group-of-ticked')
  await naming.getByRole('button', { name: 'Create and add' }).click()
  await expect(toast('2 people added to Regulars.')).toBeVisible()

  await bar.getByRole('checkbox', { name: 'Select all people of the list' }).check()
  await bar.getByRole('button', { name: 'Add to group' }).click()
  await page.getByRole('menuitem', { name: 'Regulars' }).click()
  const added = toast('2 people added to Regulars, 2 were in it already.')
  await expect(added).toBeVisible()
  expect(await members()).toEqual(['Regulars 4'])
  await added.getByRole('button', { name: 'Undo' }).click()
  await expect(toast('2 people taken out of Regulars.')).toBeVisible()
  expect(await members()).toEqual(['Regulars 2'])
})
