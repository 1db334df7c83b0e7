import { expect } from '@playwright/test'
import { NOBODY } from '../../screens/support/journey.ts'
import type { Area } from '../state.ts'
import type { Stage } from '../support/stage.ts'

async function fillIn(stage: Stage, number: string, code: string): Promise<void> {
  const form = stage.page.getByRole('form', { name: 'Call with a code' })
  await stage.go('voice-code')
  await form.getByRole('textbox', { name: 'Number to call' }).fill(number)
  await form.getByRole('textbox', { name: 'Code' }).fill(code)
}

async function call(stage: Stage): Promise<void> {
  await stage.page.getByRole('form', { name: 'Call with a code' }).getByRole('button', { name: 'Call now' }).click()
}

export const VOICE_CODE: Area = {
  name: 'voice-code',
  title: 'Voice code',
  walks: [
    {
      async begin(stage) {
        await stage.start({ settings: { welcomed: true } })
        await stage.askDesk(async (client) => {
          await client.sandbox.start({ sampleData: true, as: 'konnect' })
          await client.sandbox.setBehaviour({ answerDelayMs: 0 })
        })
      },
      states: [
        {
          name: 'form',
          title: 'A number and a code',
          bring: async (stage) => {
            await fillIn(stage, '070-174 06 05', '482 193')
            await expect(stage.page.getByRole('form', { name: 'Call with a code' })).toContainText('Astrid Lindqvist')
          },
        },
        {
          name: 'wrong',
          title: 'What cannot be spoken',
          bring: async (stage) => {
            await fillIn(stage, '12', '48a1')
            await call(stage)
            await expect(stage.page.getByText('A code is made of digits only.')).toBeVisible()
          },
        },
        {
          name: 'called',
          title: 'Called, with the codes before',
          bring: async (stage) => {
            for (const code of ['482193', '771204']) {
              await fillIn(stage, '070-174 06 05', code)
              await call(stage)
              await expect(stage.page.getByRole('region', { name: /^The latest call/ })).toContainText(
                `${code.slice(0, 3)} ${code.slice(3)}`,
              )
            }
            await expect(stage.page.getByRole('region', { name: /^Called before/ })).toBeVisible()
          },
        },
        {
          name: 'refused',
          title: 'A call that was refused',
          bring: async (stage) => {
            await stage.askDesk((client) => client.sandbox.setBehaviour({ answer: 'refuse_number' }))
            await fillIn(stage, '070-174 06 21', '4821')
            await call(stage)
            await expect(stage.page.getByRole('region', { name: /^The latest call/ })).toContainText('not called')
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
          title: 'No account can call',
          bring: async ({ go, page }) => {
            await go('voice-code')
            await expect(page.getByText('No account can call yet')).toBeVisible()
          },
        },
      ],
    },
  ],
}
