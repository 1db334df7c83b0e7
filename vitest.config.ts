import { defineConfig } from 'vitest/config'

/** Unit, host, data, door and crash levels. Screens run in Playwright (`test/screens`). */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/screens/**', 'test/electron/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
  },
})
