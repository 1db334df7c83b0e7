import axe from 'axe-core'
import type { Page, TestInfo } from '@playwright/test'
import { expect } from '@playwright/test'

/** Looks at the screen as it stands. `name` names the pictures. */
export type Look = (name: string) => Promise<void>

/**
 * Checks a screen with every rule of axe, then its colours again in the dark (the rest is the same page), and keeps a
 * picture of both under `test-results/`.
 */
export async function lookAt(page: Page, name: string, testInfo: TestInfo): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await settled(page)
    await page.screenshot({ path: testInfo.outputPath(`${name}-${colorScheme}.png`) })
    const violations = await violationsOf(page, colorScheme === 'light' ? undefined : ['color-contrast'])
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ') ?? ''}`),
    }))
    expect.soft(found, `axe on ${name}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await settled(page)
}

/** What axe objects to. @param rules left out: all of them */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<axe.Result[]> {
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    preload: false,
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
  }
  // Once in a page, since it is half a megabyte to read.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (given) => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe }
    return (await checker.run(document, given)).violations
  }, options)
}

/** Waits until nothing moves and the new colours are drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map((animation) => animation.finished))
    await frame()
  })
}
