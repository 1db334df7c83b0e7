import { expect } from '@playwright/test'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import { idOf, type Stage } from '../support/stage.ts'

async function choose(stage: Stage, item: string): Promise<void> {
  await stage.go(`inbox/${idOf(stage, 'Elsa Holm')}`)
  await stage.page.getByRole('button', { name: 'More about this conversation' }).click()
  await stage.page.getByRole('menuitem', { name: item }).click()
}

export const SAVING: Area = {
  name: 'saving',
  title: 'Paper and files',
  walks: [
    {
      begin: (stage) => givenGarage(stage),
      states: [
        {
          name: 'print',
          title: 'A conversation as it will be on paper',
          bring: async (stage) => {
            await choose(stage, 'Print or save as PDF…')
            await expect(stage.page.getByRole('heading', { name: 'Conversation with Elsa Holm' })).toBeVisible()
            await expect(stage.page.getByRole('button', { name: 'Print or save as PDF' })).toBeEnabled()
          },
        },
        {
          name: 'nothing-to-print',
          title: 'Days without texts',
          continues: true,
          bring: async ({ page }) => {
            await page.getByLabel('Until').fill('2020-01-01')
            await expect(page.getByRole('main')).toContainText('There are no texts in that time')
          },
        },
        {
          name: 'conversation',
          title: 'A conversation as a CSV file',
          bring: async (stage) => {
            await choose(stage, 'Save as CSV…')
            await expect(stage.dialog('Save the texts with Elsa Holm')).toBeVisible()
          },
        },
        {
          name: 'everything',
          title: 'All texts as a CSV file',
          bring: async (stage) => {
            await stage.go('settings/keys')
            await stage.page.getByRole('button', { name: 'Save as CSV…' }).click()
            await expect(stage.page.getByRole('dialog').getByRole('button', { name: 'Save as CSV' })).toBeVisible()
          },
        },
      ],
    },
  ],
}
