import { parseSync, Visitor, type Expression } from 'oxc-parser'

/** Text of the source that a person may read, with `{}` where a value is. */
export interface SourceText {
  line: number
  text: string
  /** A whole sentence, or what a refusal says. */
  isSentence: boolean
}

/** Begins like a sentence or with a value, has two words, ends like a sentence or with another one. */
const SENTENCE = /^[\p{Lu}“{].*\p{L}.* .*(?:[.!?…]”?|[.:] \{\})$/u
const SQL = /\b(SELECT|INSERT|UPDATE|DELETE|WHERE|FROM|SET)\b/

/** Forms of one text that are looked at; code with more of them is left to its parts. */
const MOST_FORMS = 16

/** Every text in a source file. What a bug says (`new Error`) is for the log and left out. */
export function textsIn(file: string, source: string): SourceText[] {
  const { program } = parseSync(file, source)
  const constants = new Map<string, Expression>()
  const texts: (SourceText & { start: number; end: number })[] = []
  const inner: [number, number][] = []
  const bugs: [number, number][] = []
  const refusals = new Set<number>()
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && /^[A-Z][A-Z_]+$/.test(id.name) && init !== null) constants.set(id.name, init)
    },
  }).visit(program)

  function add(node: Expression): void {
    const forms = formsOf(node, constants)
    if (forms === null) return
    const line = source.slice(0, node.start).split('\n').length
    for (const form of forms) texts.push({ start: node.start, end: node.end, line, text: tidy(form), isSentence: false })
  }

  new Visitor({
    Literal(node) {
      if (typeof node.value === 'string') add(node)
    },
    TemplateLiteral(node) {
      // What a choice within it says is part of it.
      if ((formsOf(node, constants)?.length ?? 0) > 1) {
        for (const part of node.expressions) if (part.type === 'ConditionalExpression') inner.push([part.start, part.end])
      }
      add(node)
    },
    BinaryExpression(node) {
      if (node.operator === '+' && formsOf(node, constants)?.some((form) => SENTENCE.test(form)) === true) {
        inner.push([node.left.start, node.left.end], [node.right.start, node.right.end])
        add(node)
      }
    },
    NewExpression({ callee, arguments: given, start, end }) {
      if (callee.type !== 'Identifier') return
      if (callee.name.endsWith('Error')) bugs.push([start, end])
      const said = given[1]
      if (callee.name === 'Refused' && said !== undefined) refusals.add(said.start)
    },
  }).visit(program)
  const isWithin = (ranges: readonly [number, number][], { start, end }: { start: number; end: number }) =>
    ranges.some(([from, to]) => start >= from && end <= to)
  return texts
    .filter((text) => !isWithin(inner, text) && !isWithin(bugs, text))
    .map(({ start, line, text }) => ({
      line,
      text,
      isSentence: text !== '{}' && (refusals.has(start) || (SENTENCE.test(text) && !SQL.test(text))),
    }))
}

/** All that an expression can be, values being `{}`; null where it is no text. */
function formsOf(node: Expression, constants: ReadonlyMap<string, Expression>): string[] | null {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : null
    case 'Identifier': {
      const constant = constants.get(node.name)
      return constant === undefined || constant.type === 'Identifier' ? null : formsOf(constant, constants)
    }
    case 'ConditionalExpression': {
      const forms = [formsOf(node.consequent, constants), formsOf(node.alternate, constants)]
      return forms.every((form) => form !== null) ? forms.flat() : null
    }
    case 'BinaryExpression': {
      if (node.operator !== '+') return null
      const left = formsOf(node.left, constants)
      const right = formsOf(node.right, constants)
      return left === null && right === null ? null : combine(left ?? ['{}'], right ?? ['{}'])
    }
    case 'TemplateLiteral':
      return node.quasis.reduce<string[]>(
        (forms, { value }, index) => {
          const expression = node.expressions[index]
          const values = expression === undefined ? [''] : (formsOf(expression, constants) ?? ['{}'])
          const next = combine(forms, combine([value.cooked ?? ''], values))
          return next.length > MOST_FORMS ? combine(forms, [`${value.cooked ?? ''}{}`]) : next
        },
        [''],
      )
    default:
      return null
  }
}

function combine(starts: readonly string[], ends: readonly string[]): string[] {
  return starts.flatMap((start) => ends.map((end) => start + end))
}

/** Values beside one another are one. */
export function tidy(text: string): string {
  return text.replaceAll(/\{\}(?:\{\})+/g, '{}')
}
