import { expect, type Locator } from '@playwright/test'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import { idOf, type Stage } from '../support/stage.ts'

function panelOf({ page }: Stage): Locator {
  return page.getByRole('region', { name: 'Group', exact: true })
}

export const GROUPS: Area = {
  name: 'groups',
  title: 'Groups',
  walks: [
    {
      begin: (stage) => givenGarage(stage),
      states: [
        {
          name: 'none',
          title: 'Before the first group',
          bring: async ({ go, page }) => {
            await go('contacts/groups')
            await expect(page.getByText('Put people into groups')).toBeVisible()
          },
        },
        {
          name: 'new-smart',
          title: 'A smart group is written',
          bring: async (stage) => {
            await stage.go('contacts/groups')
            await stage.page.getByRole('button', { name: 'New smart group' }).click()
            await panelOf(stage).getByRole('textbox', { name: 'Name of the group' }).fill('In Sweden')
            await panelOf(stage).getByRole('button', { name: 'Create group' }).click()
            await panelOf(stage).getByRole('textbox', { name: 'Rule 1: value' }).fill('a')
            await panelOf(stage).getByRole('button', { name: 'Add a rule' }).click()
            await panelOf(stage).getByRole('textbox', { name: 'Rule 2: value' }).fill('e')
            await expect(panelOf(stage).getByText(/fit right now|fits right now/)).toBeVisible()
          },
        },
        {
          name: 'group',
          title: 'A group and its people',
          bring: async (stage) => {
            const { id } = await stage.askDesk(async (client) => {
              const ids = ['Maja Öberg', 'Elsa Holm', 'Ingrid af Klercker-Silfverstolpe'].map((name) => idOf(stage, `person ${name}`))
              const group = await client.groups.create({ name: 'Regulars', filter: null })
              await client.groups.addMembers({ id: group.id, selection: { kind: 'some', ids } })
              const rule = { subject: { kind: 'name' as const }, test: 'contains' as const, value: 'a' }
              const smart = await client.groups.create({ name: 'Names with an A', filter: { match: 'all', rules: [rule] } })
              stage.ids.set('smart', smart.id)
              await client.groups.create({ name: 'Fleet customers', filter: null })
              return group
            })
            stage.ids.set('group', id)
            await stage.go(`contacts/groups/${id}`)
            await expect(panelOf(stage).getByRole('heading', { name: 'Regulars' })).toBeVisible()
            await expect(panelOf(stage).getByRole('link', { name: /Maja Öberg/ })).toBeVisible()
          },
        },
        {
          name: 'menu',
          title: 'What can be done to a group',
          continues: true,
          bring: async (stage) => {
            await panelOf(stage).getByRole('button', { name: 'More for this group' }).click()
            await expect(stage.page.getByRole('menuitem', { name: 'Rename…' })).toBeVisible()
          },
        },
        {
          name: 'delete',
          title: 'Deleting a group',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('menuitem', { name: 'Delete…' }).click()
            await expect(stage.page.getByRole('dialog')).toContainText('in it.')
          },
        },
        {
          name: 'smart',
          title: 'A smart group',
          bring: async (stage) => {
            await stage.go(`contacts/groups/${idOf(stage, 'smart')}`)
            await expect(panelOf(stage).getByText('Name contains “a”')).toBeVisible()
          },
        },
        {
          name: 'rules',
          title: 'Its rules are changed',
          continues: true,
          bring: async (stage) => {
            await panelOf(stage).getByRole('button', { name: 'Edit rules' }).click()
            await expect(panelOf(stage).getByRole('button', { name: 'Save rules' })).toBeVisible()
          },
        },
        {
          name: 'add-people',
          title: 'People are put into a group',
          bring: async (stage) => {
            await stage.go('contacts')
            const people = stage.page.getByRole('region', { name: 'People', exact: true })
            await people.getByRole('checkbox', { name: 'Select Elsa Holm' }).check()
            await people.getByRole('toolbar', { name: 'Selected people' }).getByRole('button', { name: 'Add to group' }).click()
            await expect(stage.page.getByRole('menuitem', { name: 'New group…' })).toBeVisible()
          },
        },
        {
          name: 'name',
          title: 'A new group is named',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('menuitem', { name: 'New group…' }).click()
            await expect(stage.page.getByRole('dialog').getByRole('textbox', { name: 'Name of the group' })).toBeVisible()
          },
        },
      ],
    },
  ],
}
