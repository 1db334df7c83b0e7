import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AREAS } from '../pictures/areas/index.ts'
import { picturesPage } from '../pictures/pictures-page.ts'
import { fileOf, statesOf, THEMES } from '../pictures/state.ts'

const DOCS = join(import.meta.dirname, '..', '..', 'docs')

/** All pictures together, so that the repository stays small. */
const MOST_BYTES = 10_000_000

function files(): { path: string; bytes: number }[] {
  const folder = join(DOCS, 'pictures')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1).replaceAll(sep, '/'), bytes: readFileSync(path).length }))
}

describe('pictures of every screen (to make them anew: npm run pictures)', () => {
  const wanted = AREAS.flatMap((area) => statesOf(area).flatMap((state) => THEMES.map((theme) => fileOf(area, state, theme))))

  it('are there for each state in the light and in the dark, and for nothing else', () => {
    expect(
      files()
        .map(({ path }) => path)
        .sort(),
    ).toEqual([...wanted].sort())
  })

  it('have names of their own', () => {
    expect(wanted.filter((file, index) => wanted.indexOf(file) !== index)).toEqual([])
  })

  it('are small enough to be kept', () => {
    expect(files().reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_BYTES)
  })

  it('stand in docs/pictures.md', () => {
    expect(readFileSync(join(DOCS, 'pictures.md'), 'utf8')).toBe(picturesPage(AREAS))
  })

  it('do not begin a walk by going on from a state that is not there', () => {
    const first = AREAS.flatMap(({ name, walks }) => walks.map(({ states }) => ({ name, goesOn: states[0]?.continues === true })))
    expect(first.filter(({ goesOn }) => goesOn)).toEqual([])
  })
})
