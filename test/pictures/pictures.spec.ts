import { join } from 'node:path'
import { expect, test } from '../screens/support/journey.ts'
import { AREAS } from './areas/index.ts'
import { fileOf, type Area, type State, type Walk } from './state.ts'
import { lookAtExtremes } from './support/extremes.ts'
import { speak } from './support/language.ts'
import { isAskedFor, readRun } from './support/asked.ts'
import { stageOf, type Stage } from './support/stage.ts'
import { hideCaret, takeBoth, WINDOW } from './support/take.ts'

const RUN = readRun(process.env)

/** One state that never comes does not keep the others waiting. */
const STATE_TIMEOUT_MS = 120_000

for (const area of AREAS) {
  for (const [index, walk] of area.walks.entries()) {
    const states = statesAskedFor(area, walk)
    if (states.length === 0) continue
    test(`${area.title}, walk ${index + 1}`, async ({
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
      allowComplaints,
    }, testInfo) => {
      // Desks are stopped and lines are cut on the way.
      allowComplaints(/./)
      const stage = stageOf(page, { folder, dataFolder, givenDesk, givenCarrier, carrier, provider, givenAccount, open, askDesk })
      await walk.begin?.(stage)
      const failures: string[] = []
      for (const state of states) {
        const name = `${area.name}/${state.name}`
        try {
          failures.push(...(await test.step(name, () => visit(stage, area, state), { timeout: STATE_TIMEOUT_MS })))
        } catch (error) {
          failures.push(`${name} could not be shown: ${error instanceof Error ? error.message : String(error)}`)
          await page.screenshot({ path: testInfo.outputPath(`${state.name}-failed.png`) }).catch(() => undefined)
        }
      }
      expect(failures.join('\n\n')).toBe('')
    })
  }
}

/** The states of a walk that are asked for, with those they go on from. */
function statesAskedFor(area: Area, { states }: Walk): readonly State[] {
  const asked = states.map(({ name }) => isAskedFor(RUN, area.name, name))
  for (let index = states.length - 1; index > 0; index -= 1) {
    if (asked[index] === true && states[index]?.continues === true) asked[index - 1] = true
  }
  return states.filter((_, index) => asked[index])
}

/** Brings the desk into a state and does what the run is for. @returns what is wrong with how it looks */
async function visit(stage: Stage, area: Area, state: State): Promise<string[]> {
  const { page } = stage
  await page.setViewportSize(WINDOW)
  await page.emulateMedia({ colorScheme: 'light' })
  if (state.continues !== true) {
    stage.speakFreely()
    await page.goto('about:blank')
  }
  await state.bring(stage)
  await page.mouse.move(0, 0)
  await speak(stage, RUN.language)
  try {
    if (RUN.kind === 'look') return await lookAtExtremes(page, `${area.name}/${state.name}`, RUN.folder)
    await hideCaret(page)
    await takeBoth(page, (theme) => join(RUN.folder, fileOf(area, state, theme)))
    return []
  } finally {
    await speak(stage, 'en')
  }
}
