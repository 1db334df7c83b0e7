import { expect } from '@playwright/test'
import type { Area } from '../state.ts'
import { givenGarage } from '../support/garage.ts'
import type { Stage } from '../support/stage.ts'

async function typeInPalette(stage: Stage, words: string): Promise<void> {
  await stage.go('inbox')
  await expect(stage.inbox.row(/Elsa Holm/)).toBeVisible()
  await stage.page.keyboard.press('Control+k')
  await expect(stage.dialog('Palette').getByRole('option').first()).toBeVisible()
  await stage.page.keyboard.type(words)
  await expect(stage.dialog('Palette').locator('[role=option][data-combobox-selected]')).toHaveCount(1)
}

export const PALETTE: Area = {
  name: 'palette',
  title: 'Palette and keys',
  walks: [
    {
      begin: (stage) => givenGarage(stage),
      states: [
        { name: 'empty', title: 'What it offers before anything is typed', bring: (stage) => typeInPalette(stage, '') },
        {
          name: 'person',
          title: 'A person',
          bring: async (stage) => {
            await typeInPalette(stage, 'oberg')
            await expect(stage.dialog('Palette')).toContainText('Maja Öberg')
          },
        },
        {
          name: 'shortcuts',
          title: 'Keyboard shortcuts',
          bring: async (stage) => {
            await stage.go('inbox')
            await expect(stage.inbox.row(/Elsa Holm/)).toBeVisible()
            await stage.page.keyboard.press('?')
            await expect(stage.dialog('Keyboard shortcuts')).toContainText('Next and previous conversation')
          },
        },
        {
          name: 'shortcuts-found',
          title: 'Keyboard shortcuts, searched',
          continues: true,
          bring: async (stage) => {
            await stage.page.keyboard.type('select')
            await expect(stage.dialog('Keyboard shortcuts')).not.toContainText('Next and previous conversation')
          },
        },
      ],
    },
  ],
}
