import type { Catalog } from '../index.ts'
import { activity } from './activity.ts'
import { appearance } from './appearance.ts'
import { contacts } from './contacts.ts'
import { groups } from './groups.ts'
import { importing } from './importing.ts'
import { optOuts } from './optOuts.ts'
import { times } from './times.ts'

export const catalog: Catalog = { activity, appearance, contacts, groups, importing, optOuts, times }
