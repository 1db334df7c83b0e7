import { AREAS } from '../pictures/areas/index.ts'
import { statesOf, type State } from '../pictures/state.ts'
import { EXTREMES, lookAtExtremes } from '../pictures/support/extremes.ts'
import { givenGarage } from '../pictures/support/garage.ts'
import { stageOf } from '../pictures/support/stage.ts'
import { expect, test } from './support/journey.ts'

/** A part of all states, which `npm run pictures -- --look` walks: each needs no more than the customers of the garage. */
const LOOKED_AT = ['thread/open', 'search/narrowed', 'contacts/person', 'palette/shortcuts', 'templates/unknown-field']

/** A state, and those it goes on from before it. */
function statesUpTo(path: string): readonly State[] {
  const [areaName, stateName] = path.split('/')
  const states = statesOf(AREAS.find(({ name }) => name === areaName) ?? { name: '', title: '', walks: [] })
  const end = states.findIndex(({ name }) => name === stateName)
  const start = states.findLastIndex(({ continues }, index) => index <= end && continues !== true)
  return states.slice(start, end + 1)
}

test(`nothing is cut off and axe is content in ${EXTREMES.map(({ name }) => name).join(', ')} windows`, async ({
  page,
  folder,
  dataFolder,
  givenDesk,
  givenCarrier,
  carrier,
  provider,
  givenAccount,
  open,
  askDesk,
}) => {
  const stage = stageOf(page, { folder, dataFolder, givenDesk, givenCarrier, carrier, provider, givenAccount, open, askDesk })
  await givenGarage(stage)
  for (const path of LOOKED_AT) {
    await test.step(path, async () => {
      const states = statesUpTo(path)
      expect(states.length, `“${path}” is a state`).toBeGreaterThan(0)
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto('about:blank')
      for (const state of states) await state.bring(stage)
      expect.soft(await lookAtExtremes(page, path, null)).toEqual([])
    })
  }
})
