import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { settled, violationsOf } from '../../screens/support/look.ts'
import { findCutOff } from './cut-off.ts'
import { WINDOW } from './take.ts'

/** Windows and ways of seeing in which every state has to hold. */
interface Extreme {
  name: string
  width: number
  height: number
  /** The computer's own few colours, as people with weak eyes set them. */
  forcedColors?: 'active'
  colorScheme?: 'dark'
  /** Which rules of axe are tried; left out, all of them. */
  rules?: readonly string[]
}

export const EXTREMES: readonly Extreme[] = [
  { name: 'small', width: 1024, height: 640 },
  // 1280 × 800 at twice the size: what is left for the page to lay out. Narrow windows are laid out the same way.
  { name: 'zoom', width: 640, height: 400 },
  { name: 'narrow', width: 700, height: 700, rules: [] },
  { name: '4k', width: 3840, height: 2160, rules: [] },
  { name: 'dark', ...WINDOW, colorScheme: 'dark', rules: ['color-contrast'] },
  { name: 'forced-colors', ...WINDOW, forcedColors: 'active', rules: [] },
]

/**
 * Looks at the window as it stands in every extreme, keeps a picture of each, and tries axe.
 * @returns what is wrong, a sentence each
 */
export async function lookAtExtremes(page: Page, name: string, folder: string | null, extremes = EXTREMES): Promise<string[]> {
  const found: string[] = []
  for (const extreme of extremes) {
    await page.setViewportSize(extreme)
    await page.emulateMedia({ colorScheme: extreme.colorScheme ?? 'light', forcedColors: extreme.forcedColors ?? 'none' })
    await settled(page)
    if (folder !== null) {
      const path = join(folder, `${name}-${extreme.name}.png`)
      mkdirSync(dirname(path), { recursive: true })
      await page.screenshot({ path })
    }
    const wrong = [...(await page.evaluate(findCutOff)), ...(await objectionsTo(page, extreme))]
    found.push(...wrong.map((what) => `${name}, ${extreme.name}: ${what}`))
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  return found
}

/** Where a menu lies while it is open: outside of every landmark, but it has the focus, and closes before anything else can be gone to. */
const OPEN_MENU = /^(div)?\[data-portal="?true"?\]$|-dropdown$|mantine-Menu-item/

async function objectionsTo(page: Page, { rules }: Extreme): Promise<string[]> {
  if (rules?.length === 0) return []
  const violations = await violationsOf(page, rules)
  return violations
    .map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }))
    .filter(({ id, where }) => id !== 'region' || where.some((target) => !OPEN_MENU.test(target)))
    .map(({ id, where }) => `axe ${id} at ${where.join(', ')}`)
}
