import { activity } from './activity.ts'
import { appearance } from './appearance.ts'
import { contacts } from './contacts.ts'
import { groups } from './groups.ts'
import { importing } from './importing.ts'
import { optOuts } from './optOuts.ts'
import { times } from './times.ts'

/** Every word of the screens, in ICU message format, by area. The other languages have the same keys. */
export const catalog = { activity, appearance, contacts, groups, importing, optOuts, times } as const
