import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

function documents(folder = 'docs'): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? documents(join(folder, entry.name)) : entry.name.endsWith('.md') ? [join(folder, entry.name)] : [],
  )
}

const all = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...documents()]

/** Paths a document names in code style, as `src/…` or a file of the root; patterns with `<name>` are recipes, not files. */
function namedFiles(text: string): string[] {
  return [...text.matchAll(/`((?:src|test|scripts|docs|resources|\.ci)\/[^`\s]*)`/g)]
    .map((match) => match[1] ?? '')
    .filter((path) => !/[<*…]/.test(path))
}

function links(text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link))
}

describe.each(all)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8')

  it('names only files that exist', () => {
    expect(namedFiles(text).filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('links only to files that exist', () => {
    expect(links(text).filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([])
  })
})

describe('the documents', () => {
  it('follow one message through files that are really named', () => {
    const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
    expect(namedFiles(architecture).length).toBeGreaterThan(20)
  })

  it('find a file that is not there', () => {
    expect(namedFiles('see `src/main/nowhere.ts` and `src/main/<feature>/service.ts`')).toEqual(['src/main/nowhere.ts'])
    expect(existsSync(join(root, relative(root, 'src/main/nowhere.ts')))).toBe(false)
  })

  it('print the retry table that the code has', async () => {
    const { RETRY_DELAYS_MS } = await import('../../src/shared/messages/retry.ts')
    const words = RETRY_DELAYS_MS.map((ms) => (ms < 60_000 ? `${ms / 1_000} s` : `${ms / 60_000} min`))
    expect(readFileSync(join(root, 'docs/sending.md'), 'utf8')).toContain(`| wait | ${words.join(' | ')} | gives up`)
  })
})
