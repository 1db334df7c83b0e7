import { join } from 'node:path'
import { LANGUAGES, type Language } from '../../../src/shared/language.ts'

const PROJECT = join(import.meta.dirname, '..', '..', '..')

/** What `npm run pictures` was asked for (scripts/pictures.mjs). */
export interface Run {
  /** Pictures for the documentation, or a look at every state in every kind of window. */
  kind: 'pictures' | 'look'
  language: Language
  /** `inbox`, or `inbox/full`: only this area, or this state and those it goes on from. Null for everything. */
  only: string | null
  /** Where files go. */
  folder: string
}

/** Reads it from the environment. @throws when there is no such language */
export function readRun(env: Readonly<Record<string, string | undefined>>): Run {
  const code = env['SMS_DESK_PICTURES_LANGUAGE'] ?? 'en'
  const language = LANGUAGES.find((each) => each === code)
  if (language === undefined) throw new Error(`There is no language “${code}”. Known: ${LANGUAGES.join(', ')}.`)
  const kind = env['SMS_DESK_PICTURES_LOOK'] === '1' ? 'look' : 'pictures'
  const spoken = language === 'en' ? '' : `-${language}`
  return {
    kind,
    language,
    only: env['SMS_DESK_PICTURES_ONLY'] ?? null,
    folder:
      kind === 'pictures' && language === 'en' ? join(PROJECT, 'docs', 'pictures') : join(PROJECT, 'test-results', `${kind}${spoken}`),
  }
}

/** Whether a state is asked for. */
export function isAskedFor({ only }: Pick<Run, 'only'>, area: string, state: string): boolean {
  return only === null || only === area || only === `${area}/${state}`
}
