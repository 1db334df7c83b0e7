import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { AREAS } from './areas/index.ts'
import { picturesPage } from './pictures-page.ts'
import { fileOf, statesOf, THEMES } from './state.ts'

/** After the pictures were taken: writes docs/pictures.md, and takes away pictures of states that are no more. */
const DOCS = join(import.meta.dirname, '..', '..', 'docs')
const PICTURES = join(DOCS, 'pictures')

const wanted = new Set(AREAS.flatMap((area) => statesOf(area).flatMap((state) => THEMES.map((theme) => fileOf(area, state, theme)))))
for (const entry of readdirSync(PICTURES, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name)
  if (entry.isFile() && !wanted.has(path.slice(PICTURES.length + 1).replaceAll(sep, '/'))) rmSync(path)
}
writeFileSync(join(DOCS, 'pictures.md'), picturesPage(AREAS))
