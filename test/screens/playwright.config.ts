import { defineConfig } from '@playwright/test'
import { chromiumOfTheSystem } from './support/chromium.ts'

/** Journeys through the built browser shell in a real browser. Build first: `npm run build`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/screens',
  // Each test starts a desk of its own; two at a time is what two cores carry.
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // Where nobody watches, one journey that stumbles over a busy computer is repeated, and named at the end of the run.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 10_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    // Recording every journey would make them a quarter slower; to see one, add `--trace on`.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: chromiumOfTheSystem(),
  },
})
