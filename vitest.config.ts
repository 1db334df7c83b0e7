import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Many tests start threads and processes of the same source: Node keeps it compiled, and without its types.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'sms-desk', 'compiled')

/** Unit, host, data, door and crash levels. Screens and Electron journeys are `*.spec.ts` and run in Playwright. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/new-database.ts',
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
  },
})
