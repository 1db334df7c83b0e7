import { defineConfig } from '@playwright/test'

/** Journeys in the real desktop shell. Build first: `npm run build`. Needs the Electron program and a screen. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/electron',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  reporter: 'list',
})
