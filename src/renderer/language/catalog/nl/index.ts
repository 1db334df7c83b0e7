import type { Catalog } from '../index.ts'
import { appearance } from './appearance.ts'
import { times } from './times.ts'

export const catalog: Catalog = { appearance, times }
