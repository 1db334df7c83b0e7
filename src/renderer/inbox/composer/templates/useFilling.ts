import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { personValues, type MergePerson } from '../../../../shared/templates/fields.ts'
import { parseTemplate } from '../../../../shared/templates/parse.ts'
import type { FieldValues } from '../../../../shared/templates/render.ts'
import { useUiState } from '../../../app/uiState.tsx'
import { useHost } from '../../../host/HostProvider.tsx'
import { useWords } from '../../../language/words.ts'
import { hasOwnFields, NO_FIELDS, useOwnFields } from '../../../templates/useTemplates.ts'
import { fillFor, isPlain, type FillProblem } from './fill.ts'

/** What becomes of the merge fields of a text that is being written. */
export interface Filling {
  /** The text as it goes out; where it goes to several, the one that takes most parts. */
  goesOut: string
  /** Everything is filled in, or there is nothing to fill in. */
  ready: boolean
  /** What goes out to each recipient; null where that is just what is written. */
  texts: readonly string[] | null
  problems: readonly FillProblem[]
  people: readonly MergePerson[]
  /** Why it cannot be filled in. */
  error: unknown
  /** Values of the one recipient there is, for a template that is put in; null while there is none, or several. */
  values: FieldValues | null
  /** Templates the text was made from. */
  templateIds: readonly string[]
}

const NOBODY: readonly MergePerson[] = []
const NO_TEMPLATES: readonly string[] = []
const NO_PROBLEMS: readonly FillProblem[] = []

/**
 * Fills in the merge fields of the text that is written under `draftKey`, as it is typed.
 * @param choosing a template is being chosen: whoever gets it is asked for already
 */
export function useFilling(draftKey: string, text: string, to: readonly string[], choosing: boolean): Filling {
  const { queries } = useHost()
  const words = useWords('templates')
  const parsed = useMemo(() => parseTemplate(text), [text])
  const plain = useMemo(() => isPlain(parsed, text), [parsed, text])
  const asked = useQuery(
    queries.templates.people.queryOptions({
      input: { numbers: [...to] },
      enabled: (!plain || choosing) && to.length > 0,
      placeholderData: keepPreviousData,
    }),
  )
  const wantsOwn = !plain && hasOwnFields(parsed)
  const own = useOwnFields(wantsOwn)
  // Those asked for before somebody was added are not all of them.
  const people = asked.data === undefined || asked.isPlaceholderData ? NOBODY : asked.data.people
  const ownFields = own.data?.names ?? NO_FIELDS
  const known = people.length > 0 && !(wantsOwn && own.data === undefined)
  const filled = useMemo(
    () => (plain || !known ? null : fillFor(words, parsed, people, ownFields)),
    [words, plain, known, parsed, people, ownFields],
  )
  const [only, ...others] = people
  const values = useMemo(
    () => (only === undefined || others.length > 0 ? null : personValues(only, ownFields)),
    [only, others.length, ownFields],
  )

  const templateIds = useUiState((state) => state.madeFrom[draftKey]) ?? NO_TEMPLATES
  const setMadeFrom = useUiState((state) => state.setMadeFrom)
  const isStale = text.trim() === '' && templateIds.length > 0
  useEffect(() => {
    // What is written into an empty field is a text of its own.
    if (isStale) setMadeFrom(draftKey, [])
  }, [isStale, draftKey, setMadeFrom])

  return {
    goesOut: filled?.longest ?? text,
    ready: plain || (filled !== null && filled.problems.length === 0),
    texts: plain ? null : (filled?.texts ?? null),
    problems: filled?.problems ?? NO_PROBLEMS,
    people,
    error: plain ? null : (asked.error ?? (wantsOwn ? own.error : null)),
    values,
    templateIds,
  }
}
