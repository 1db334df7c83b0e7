import { expect } from '@playwright/test'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import { idOf, type Stage } from '../support/stage.ts'

async function search(stage: Stage, words: string): Promise<void> {
  await stage.go('inbox')
  await stage.page.getByRole('textbox', { name: 'Search texts and people' }).fill(words)
  await expect(stage.inbox.list.locator('.search-total')).not.toHaveText('')
}

function filter({ page }: Stage, name: RegExp) {
  return page.getByRole('group', { name: 'Narrow the search down' }).getByRole('button', { name })
}

export const SEARCH: Area = {
  name: 'search',
  title: 'Search',
  walks: [
    {
      async begin(stage) {
        await givenGarage(stage)
        await stage.askDesk((client) =>
          client.notes.add({ conversationId: idOf(stage, 'Priya Shah'), text: 'Winter wheels stand in our cellar, shelf 14.' }),
        )
      },
      states: [
        {
          name: 'results',
          title: 'Texts, people and notes',
          bring: async (stage) => {
            await search(stage, 'winter')
            await expect(stage.inbox.list.locator('mark').first()).toBeVisible()
          },
        },
        {
          name: 'opened',
          title: 'A result, opened in its conversation',
          bring: async (stage) => {
            await search(stage, 'inspection')
            await stage.inbox
              .row(/inspection/)
              .first()
              .click()
            await expect(stage.page.locator('[data-pointed-out]')).toBeVisible()
          },
        },
        {
          name: 'state',
          title: 'Only in some state',
          bring: async (stage) => {
            await search(stage, 'your')
            await filter(stage, /^State:/).click()
            await expect(stage.page.getByRole('menuitem', { name: 'Did not arrive' })).toBeVisible()
          },
        },
        {
          name: 'person',
          title: 'Only with one person',
          bring: async (stage) => {
            await search(stage, 'your')
            await filter(stage, /^With:/).click()
            await stage.page.getByRole('textbox', { name: 'Name or number' }).fill('holm')
            await expect(stage.page.getByRole('button', { name: /Elsa Holm/ }).last()).toBeVisible()
          },
        },
        {
          name: 'period',
          title: 'Only in some time',
          bring: async (stage) => {
            await search(stage, 'your')
            await filter(stage, /^When:/).click()
            await expect(stage.page.getByRole('button', { name: 'Last 30 days' })).toBeVisible()
          },
        },
        {
          name: 'narrowed',
          title: 'With a filter on',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('button', { name: 'Last 30 days' }).click()
            await expect(filter(stage, /^Clear the filters/)).toBeVisible()
          },
        },
        {
          name: 'nothing',
          title: 'Nothing found',
          bring: async (stage) => {
            await search(stage, 'quite unheard of')
            await expect(stage.inbox.list.getByText('Nothing found').first()).toBeVisible()
          },
        },
      ],
    },
  ],
}
