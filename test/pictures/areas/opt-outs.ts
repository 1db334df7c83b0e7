import { expect } from '@playwright/test'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import type { Stage } from '../support/stage.ts'

async function showOptOuts({ go, page }: Stage): Promise<void> {
  await go('contacts/opt-outs')
  await expect(page.getByRole('region', { name: 'Opt-outs' })).toBeVisible()
}

export const OPT_OUTS: Area = {
  name: 'opt-outs',
  title: 'Opt-outs',
  walks: [
    {
      begin: (stage) => givenGarage(stage),
      states: [
        {
          name: 'none',
          title: 'Nobody has opted out',
          bring: async (stage) => {
            await showOptOuts(stage)
            await expect(stage.page.getByText('Nobody has opted out')).toBeVisible()
          },
        },
        {
          name: 'add',
          title: 'Numbers are opted out by hand',
          bring: async (stage) => {
            await showOptOuts(stage)
            await stage.page.getByRole('button', { name: 'Add numbers' }).click()
            const add = stage.dialog('Add opt-outs')
            await add.getByRole('textbox', { name: 'Numbers' }).fill('070-174 06 05\nnobody; +46 70 174 06 06')
            await add.getByRole('textbox', { name: 'How you know' }).fill('From the notebook at the counter')
          },
        },
        {
          name: 'unreadable',
          title: 'A number that cannot be read',
          continues: true,
          bring: async (stage) => {
            await stage.dialog('Add opt-outs').getByRole('button', { name: 'Opt out 3 numbers' }).click()
            await expect(stage.dialog('Add opt-outs').getByText('One number cannot be read.')).toBeVisible()
          },
        },
        {
          name: 'list',
          title: 'Numbers that get no texts, and why',
          bring: async (stage) => {
            await stage.askDesk(async (client) => {
              await client.optOuts.add({ numbers: ['+46701740621'], reason: 'Called on Monday: no more texts, please' })
              await client.optOuts.add({ numbers: ['+46701740631', '+46701740699'], reason: 'On the list of the old system' })
              await client.sandbox.reply({ from: '+46701740629', text: 'STOP' })
            })
            await showOptOuts(stage)
            await expect(stage.page.getByRole('list', { name: 'Numbers that get no texts' }).getByText(/Maja Öberg/)).toBeVisible()
          },
        },
        {
          name: 'lift',
          title: 'Somebody gets texts again',
          continues: true,
          bring: async (stage) => {
            await stage.page.getByRole('button', { name: /^Lift/ }).first().click()
            await stage
              .dialog(/^Lift the opt-out/)
              .getByRole('textbox')
              .fill('Wants reminders after all')
          },
        },
        {
          name: 'import',
          title: 'A list is looked at before it counts',
          bring: async (stage) => {
            await showOptOuts(stage)
            await stage.page.getByRole('button', { name: 'Import…' }).click()
            await stage
              .dialog('Import opt-outs')
              .getByLabel('List of numbers')
              .setInputFiles({
                name: 'stop-list.csv',
                mimeType: 'text/csv',
                buffer: Buffer.from('Name;Mobile\nMaja;0701740605\nOmar;0701740606\nNobody;12\n'),
              })
            await expect(stage.dialog('Import opt-outs').getByText('Nothing is changed yet.')).toBeVisible()
          },
        },
      ],
    },
  ],
}
