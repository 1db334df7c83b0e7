import { defineConfig } from 'vitest/config'

/** Unit, host, data, door and crash levels. Screens and Electron journeys are `*.spec.ts` and run in Playwright. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
  },
})
