import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Nothing pushes the page wider or taller than the window. */
export async function expectFitsWindow(page: Page): Promise<void> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight - document.documentElement.clientHeight,
  }))
  expect({ width, height }, 'what sticks out of the window').toEqual({ width: 0, height: 0 })
}

/** Everything found lies within `frame`, left to right. */
export async function expectInside(found: Locator, frame: Locator): Promise<void> {
  const outer = await boxOf(frame)
  for (const one of await found.all()) {
    const inner = await boxOf(one)
    expect(inner.x, 'left edge').toBeGreaterThanOrEqual(outer.x - 1)
    expect(inner.x + inner.width, 'right edge').toBeLessThanOrEqual(outer.x + outer.width + 1)
  }
}

async function boxOf(locator: Locator): Promise<{ x: number; width: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('it is not shown')
  return box
}
