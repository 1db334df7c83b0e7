import { expect, type Locator } from '@playwright/test'
import { NOBODY } from '../../screens/support/journey.ts'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import { idOf, type Stage } from '../support/stage.ts'

function peopleIn({ page }: Stage): Locator {
  return page.getByRole('region', { name: 'People', exact: true })
}

function personIn({ page }: Stage): Locator {
  return page.getByRole('region', { name: 'Person', exact: true })
}

async function showPeople(stage: Stage): Promise<void> {
  await stage.go('contacts')
  await expect(peopleIn(stage).getByRole('link', { name: /Elsa Holm/ })).toBeVisible()
}

async function showPerson(stage: Stage, name: string): Promise<void> {
  await stage.go(`contacts/${idOf(stage, `person ${name}`)}`)
  await expect(personIn(stage).getByRole('heading', { name })).toBeVisible()
}

export const CONTACTS: Area = {
  name: 'contacts',
  title: 'Contacts',
  walks: [
    {
      async begin(stage) {
        await stage.givenAccount(NOBODY)
        await stage.start()
      },
      states: [
        {
          name: 'nobody',
          title: 'Before the first customers',
          bring: async ({ go, page }) => {
            await go('contacts')
            await expect(page.getByText('Bring your customers')).toBeVisible()
          },
        },
        {
          name: 'add',
          title: 'Adding one person',
          bring: async (stage) => {
            await stage.go('contacts')
            await stage.page.getByRole('button', { name: 'Add one person' }).click()
            await personIn(stage).getByRole('textbox', { name: 'Name' }).fill('Zoë Ångström')
            await personIn(stage).getByRole('textbox', { name: 'Number 1' }).fill('not a number')
            await personIn(stage).getByRole('button', { name: 'Add person' }).click()
            await expect(personIn(stage).getByText('cannot be used as a number.')).toBeVisible()
          },
        },
      ],
    },
    {
      begin: (stage) => givenGarage(stage),
      states: [
        { name: 'list', title: 'People', bring: showPeople },
        {
          name: 'found',
          title: 'Found as one types',
          bring: async (stage) => {
            await showPeople(stage)
            await peopleIn(stage)
              .getByRole('textbox', { name: /^Search people/ })
              .fill('oberg')
            await expect(peopleIn(stage)).toContainText('1 found')
          },
        },
        {
          name: 'not-found',
          title: 'Nobody found',
          bring: async (stage) => {
            await showPeople(stage)
            await peopleIn(stage)
              .getByRole('textbox', { name: /^Search people/ })
              .fill('nobody of this name')
            await expect(peopleIn(stage).getByText('Nobody matches')).toBeVisible()
          },
        },
        { name: 'person', title: 'A person', bring: (stage) => showPerson(stage, 'Maja Öberg') },
        {
          name: 'edit',
          title: 'Changing a person',
          continues: true,
          bring: async (stage) => {
            await personIn(stage).getByRole('button', { name: 'Edit' }).click()
            await expect(personIn(stage).getByRole('textbox', { name: 'Company' })).toBeVisible()
          },
        },
        {
          name: 'selected',
          title: 'Several people selected',
          bring: async (stage) => {
            await showPeople(stage)
            for (const name of ['Elsa Holm', 'Maja Öberg', 'Nils Frisk']) {
              await peopleIn(stage)
                .getByRole('checkbox', { name: `Select ${name}` })
                .check()
            }
            await expect(peopleIn(stage)).toContainText('3 selected')
          },
        },
        {
          name: 'delete',
          title: 'Deleting them',
          continues: true,
          bring: async (stage) => {
            await peopleIn(stage).getByRole('toolbar', { name: 'Selected people' }).getByRole('button', { name: 'Delete' }).click()
            await expect(stage.dialog('Delete 3 people?')).toBeVisible()
          },
        },
        {
          name: 'merge',
          title: 'Two entries for one person',
          bring: async (stage) => {
            await showPerson(stage, 'Maja Öberg')
            await personIn(stage).getByRole('button', { name: 'More for this person' }).click()
            await stage.page.getByRole('menuitem', { name: 'Merge with another…' }).click()
            const dialog = stage.dialog('Merge Maja Öberg with…')
            await dialog.getByRole('textbox', { name: 'The other person' }).fill('elsa')
            await dialog.getByRole('button', { name: /Elsa Holm/ }).click()
            await expect(dialog.getByRole('region', { name: 'What will become' })).toBeVisible()
          },
        },
        {
          name: 'consent',
          title: 'Recording a consent',
          bring: async (stage) => {
            await showPerson(stage, 'Elsa Holm')
            const consent = stage.page.getByRole('region', { name: 'Texts and consent' })
            await consent.getByRole('button', { name: /^Record consent/ }).click()
            await stage.dialog('Record consent').getByRole('textbox', { name: 'How they agreed' }).fill('Ticked the box on the form')
          },
        },
      ],
    },
  ],
}
