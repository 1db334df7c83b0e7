import { defineConfig } from '@playwright/test'
import { chromiumOfTheSystem } from '../screens/support/chromium.ts'
import { WINDOW } from './support/take.ts'

/** Walks every state of every screen, for pictures or for a look: `npm run pictures`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/pictures-run',
  workers: 2,
  fullyParallel: true,
  timeout: 1_800_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    actionTimeout: 10_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: WINDOW,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: chromiumOfTheSystem(),
  },
})
