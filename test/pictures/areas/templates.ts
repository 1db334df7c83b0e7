import { expect } from '@playwright/test'
import { NOBODY } from '../../screens/support/journey.ts'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'

export const TEMPLATES: Area = {
  name: 'templates',
  title: 'Templates',
  walks: [
    {
      begin: (stage) => givenGarage(stage),
      states: [
        {
          name: 'list',
          title: 'Templates by group, with how often each was used',
          bring: async ({ go, page }) => {
            await go('settings/templates')
            await expect(page.getByRole('region', { name: 'Orders' })).toContainText('Ready to collect')
          },
        },
        {
          name: 'edit',
          title: 'A template and what becomes of it',
          continues: true,
          bring: async ({ page }) => {
            await page.getByRole('link', { name: /^Car is ready/ }).click()
            await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible()
          },
        },
        {
          name: 'unknown-field',
          title: 'A field that there is not',
          continues: true,
          bring: async ({ page }) => {
            await page
              .getByRole('form', { name: 'Template' })
              .getByRole('textbox', { name: 'Text' })
              .fill('Dear {frist name}, your glasses are ready.')
            await expect(page.getByText('There is no field “frist name”.')).toBeVisible()
          },
        },
      ],
    },
    {
      async begin(stage) {
        await stage.givenAccount(NOBODY)
        await stage.start()
      },
      states: [
        {
          name: 'none',
          title: 'Before the first template',
          bring: async ({ go, page }) => {
            await go('settings/templates')
            await expect(page.getByText('No template yet')).toBeVisible()
          },
        },
      ],
    },
  ],
}
