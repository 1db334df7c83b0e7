import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

const RENDERER = join(import.meta.dirname, '..', '..', 'src', 'renderer')

/** Files and folders of the renderer whose words are in the catalog. */
const IN_CATALOG = [
  'accounts',
  'activity',
  'app',
  'components',
  'contacts',
  'export',
  'groups',
  'import',
  'inbox',
  'notifications/Notifications.tsx',
  'notifications/note-words.ts',
  'notifications/quiet.ts',
  'notifications/teller.ts',
  'opt-outs',
  'outbox',
  'palette',
  'print',
  'settings',
  'startup',
  'templates',
  'theme',
  'voice-code',
  'welcome',
]

/** Attributes whose value a person reads or hears. */
const READ =
  /^(label|title|placeholder|description|alt|hint|intro|children|cancelLabel|confirmLabel|aria-(label|description|roledescription|valuetext))$/

/** Attributes whose value nobody reads, whatever it looks like. */
const NOT_READ =
  /^(classNames?|style|d|viewBox|transform|points|gridTemplate.*|sizes|aria-(describedby|labelledby|controls|keyshortcuts)|id|htmlFor|key|rel|data-.*)$/

/** Two words of small letters or a capital, as sentences have them. */
const SENTENCE = /\p{L}[\p{L}\p{P}]* +\p{L}/u
const WORD = /\p{L}{2,}/u

interface Found {
  file: string
  line: number
  words: string
}

function filesOf(path: string): string[] {
  const whole = join(RENDERER, path)
  if (statSync(whole).isFile()) return [whole]
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(whole, name))
}

/** What looks like words for people in a source file. */
function wordsIn(file: string, source: string): Found[] {
  const found: Found[] = []
  const silent: [number, number][] = []
  const read: { start: number; words: string }[] = []
  const sentences: { start: number; words: string }[] = []
  const { program } = parseSync(file, source)
  new Visitor({
    JSXText({ start, value }) {
      if (WORD.test(value)) read.push({ start, words: value.trim() })
    },
    JSXAttribute({ name, value, start, end }) {
      if (name.type !== 'JSXIdentifier') return
      if (NOT_READ.test(name.name)) silent.push([start, end])
      else if (READ.test(name.name) && value?.type === 'Literal' && typeof value.value === 'string' && WORD.test(value.value)) {
        read.push({ start, words: value.value })
      }
    },
    ImportDeclaration({ start, end }) {
      silent.push([start, end])
    },
    CallExpression({ callee, arguments: given }) {
      const selects =
        callee.type === 'MemberExpression' &&
        callee.property.type === 'Identifier' &&
        /^(querySelector(All)?|closest)$/.test(callee.property.name)
      if (selects) silent.push(...given.map(({ start, end }): [number, number] => [start, end]))
    },
    // A bug is for the log.
    NewExpression({ callee, start, end }) {
      if (callee.type === 'Identifier' && callee.name.endsWith('Error')) silent.push([start, end])
    },
    Literal({ value, start }) {
      if (typeof value === 'string' && SENTENCE.test(value)) sentences.push({ start, words: value })
    },
    TemplateElement({ value, start }) {
      if (SENTENCE.test(value.cooked ?? '')) sentences.push({ start, words: value.cooked ?? '' })
    },
  }).visit(program)
  const heard = sentences.filter(({ start }) => !silent.some(([from, to]) => start >= from && start < to))
  for (const { start, words } of [...read, ...heard]) {
    found.push({ file: relative(RENDERER, file), line: source.slice(0, start).split('\n').length, words })
  }
  return found
}

describe('words for people', () => {
  it.each(IN_CATALOG)('are in the catalog, not in %s', (path) => {
    expect(filesOf(path).flatMap((file) => wordsIn(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  it('are found where they are not', () => {
    const source = `
      import { x } from 'some module name'
      const y = <p title="Name" className="big red box">Say something{\`The \${count} texts are here\`}{z('two words')}</p>
      if (x) throw new TypeError('not for people at all')`
    expect(wordsIn('example.tsx', source).map(({ words }) => words)).toEqual(['Name', 'Say something', ' texts are here', 'two words'])
  })
})
