import { appearance } from './appearance.ts'
import { times } from './times.ts'

/** Every word of the screens, in ICU message format, by area. The other languages have the same keys. */
export const catalog = { appearance, times } as const
