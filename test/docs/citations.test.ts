import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Section numbers a document has: of its headings, `## 3.` and `### 3.2`. */
function sectionsOf(document: string): string[] {
  return [...readFileSync(join(root, document), 'utf8').matchAll(/^#+ (\d+(?:\.\d+)*)\.? /gm)].map((match) => match[1] ?? '')
}

/** `docs/….md` as code names it, with the sections named right after it. */
function citationsIn(text: string): { document: string; sections: string[] }[] {
  return [...text.matchAll(/(docs\/[\w./-]+\.md)((?:[\s*]*(?:,|and|to)?[\s*]*§[\d.]*\d)*)/g)].map((match) => ({
    document: match[1] ?? '',
    sections: [...(match[2] ?? '').matchAll(/§([\d.]*\d)/g)].map((section) => section[1] ?? ''),
  }))
}

const all = [...sources('src'), ...sources('test')]
  .filter((file) => !file.endsWith('citations.test.ts'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

describe('what the code cites', () => {
  it('is a document and section that exist', () => {
    const broken = all.flatMap(({ file, text }) =>
      citationsIn(text)
        .filter(
          ({ document, sections }) =>
            !existsSync(join(root, document)) || sections.some((section) => !sectionsOf(document).includes(section)),
        )
        .map((citation) => ({ file, ...citation })),
    )
    expect(broken).toEqual([])
    expect(all.flatMap(({ text }) => citationsIn(text)).length).toBeGreaterThan(8)
  })

  it.each(['connectel', 'generic', 'karix', 'konnect', 'kpn', 'okroute'])('by bare section for %s is a section of its page', (provider) => {
    const sections = sectionsOf(`docs/providers/${provider}.md`)
    const folders = [join('src', 'main', 'providers', provider), join('src', 'main', 'sandbox', 'carrier', 'protocols', provider)]
    const cited = all
      .filter(({ file }) => folders.some((folder) => file.includes(`${folder}${sep}`)))
      .flatMap(({ text }) => [...text.matchAll(/§(\d+(?:\.\d+)?)/g)].map((match) => match[1] ?? ''))
    expect(cited.length).toBeGreaterThan(5)
    expect(cited.filter((section) => !sections.includes(section))).toEqual([])
  })

  it('is found out when it is not there', () => {
    expect(citationsIn('(docs/providers/connectel.md §4 and §7.1), docs/none.md')).toEqual([
      { document: 'docs/providers/connectel.md', sections: ['4', '7.1'] },
      { document: 'docs/none.md', sections: [] },
    ])
    expect(sectionsOf('docs/providers/connectel.md')).not.toContain('11')
  })
})
