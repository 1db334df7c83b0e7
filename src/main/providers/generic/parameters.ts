import type { FieldName, Piece, Values } from './fields.ts'
import { fieldsIn, readTemplate, valueOf } from './fields.ts'

/** One parameter of a form or query. Its name never has a field. */
export interface Parameter {
  name: string
  value: readonly Piece[]
}

/** Reads a form body (§3.2): one `name=value` per line. Never throws. */
export function readFormTemplate(raw: string): { parameters: Parameter[] } | { problem: string } {
  const parameters: Parameter[] = []
  for (const [index, line] of raw.split('\n').entries()) {
    if (line.trim() === '') continue
    const number = index + 1
    const equals = line.indexOf('=')
    const name = line.slice(0, equals).trim()
    if (equals === -1 || name === '') return { problem: `Line ${number} is not of the form name=value, such as to={{to}}.` }
    if (/\{\{|\}\}/.test(name)) return { problem: `In line ${number}, a field can stand behind the equals sign only.` }
    const template = readTemplate(line.slice(equals + 1).trim())
    if ('problem' in template) return { problem: `Line ${number}: ${template.problem}` }
    if (template.pieces.some((piece) => typeof piece === 'string' && /&[\w.[\]-]+=/.test(piece))) {
      return { problem: `Line ${number} holds several parameters. Put each on a line of its own, without the & between them.` }
    }
    parameters.push({ name, value: template.pieces })
  }
  return { parameters }
}

/** A parameter's value; null where it is left out: it is nothing but one field, and that is empty (§3.2). */
export function parameterValue({ value }: Parameter, values: Values): string | null {
  const text = value.map((piece) => (typeof piece === 'string' ? piece : valueOf(piece, values))).join('')
  const [only] = value
  return text === '' && value.length === 1 && typeof only === 'object' ? null : text
}

/** The body of a form as browsers write it: `application/x-www-form-urlencoded`, UTF-8. */
export function renderForm(parameters: readonly Parameter[], values: Values): string {
  const form = new URLSearchParams()
  for (const parameter of parameters) {
    const value = parameterValue(parameter, values)
    if (value !== null) form.append(parameter.name, value)
  }
  return form.toString()
}

export function fieldsInParameters(parameters: readonly Parameter[]): FieldName[] {
  return parameters.flatMap(({ value }) => fieldsIn(value))
}
