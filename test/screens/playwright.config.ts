import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Where a Chromium of the system may be; without one Playwright looks for its own. */
const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** `SMS_DESK_PICTURES=1 npm run e2e` makes the pictures for the documentation instead of running the journeys. */
const PICTURES = process.env['SMS_DESK_PICTURES'] === '1'

/** Journeys through the built browser shell in a real browser. Build first: `npm run build`. */
export default defineConfig({
  testDir: '.',
  testMatch: PICTURES ? 'pictures.spec.ts' : '**/*.spec.ts',
  testIgnore: PICTURES ? [] : 'pictures.spec.ts',
  outputDir: '../../test-results/screens',
  // Each test starts a desk of its own; two at a time is what two cores carry.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
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
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: CHROMIUMS.find((path) => existsSync(path)),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // Chromium refuses to run its sandbox for the superuser.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
