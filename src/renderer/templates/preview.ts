import { countSegments, normaliseText } from '../../shared/segments/index.ts'
import { personValues, type MergePerson } from '../../shared/templates/fields.ts'
import { LONG_NAME } from '../../shared/templates/long-name.ts'
import type { ParsedTemplate } from '../../shared/templates/parse.ts'
import { isProblem, renderTemplate, type Rendered } from '../../shared/templates/render.ts'
import type { Words } from '../language/words.ts'
import { problemWords } from './words.ts'

/** A text as somebody gets it, with the parts it takes. */
export interface Preview extends Rendered {
  parts: number
}

/** @param ownFields names of all fields people have from imports */
export function previewFor(template: ParsedTemplate, person: MergePerson, ownFields: readonly string[]): Preview {
  const rendered = renderTemplate(template, personValues(person, ownFields))
  return { ...rendered, parts: countSegments(normaliseText(rendered.text)).segments }
}

/** The preview with {@link LONG_NAME}, whose own fields have the names of the fields for values. */
export function longPreview(template: ParsedTemplate, ownFields: readonly string[]): Preview {
  const fields = Object.fromEntries(ownFields.map((name) => [name, name]))
  return previewFor(template, { ...LONG_NAME, fields }, ownFields)
}

/** What is wrong with a preview, a sentence each, none twice. */
export function previewProblems(words: Words<'templates'>, { fields }: Rendered, whom: string): string[] {
  return [...new Set(fields.filter(isProblem).map((field) => problemWords(words, field, whom)))]
}
