import { join } from 'node:path'

const PROJECT = join(import.meta.dirname, '..', '..')
const isBuilt = process.env['SMS_DESK_BUILT'] === '1'

/** What tests start as processes of their own: what was built where `npm test` has just built it, else the source. */
export const CLI_ENTRY = isBuilt ? join(PROJECT, 'out', 'main', 'cli.js') : join(PROJECT, 'src', 'main', 'cli', 'main.ts')
export const SERVE_ENTRY = isBuilt ? join(PROJECT, 'out', 'main', 'serve.js') : join(PROJECT, 'src', 'main', 'browser', 'serve.ts')
