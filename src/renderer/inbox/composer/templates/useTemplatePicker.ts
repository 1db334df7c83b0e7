import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { Template } from '../../../../shared/contract/templates.ts'
import { parseTemplate } from '../../../../shared/templates/parse.ts'
import { fillTemplate, isProblem, type FieldValues } from '../../../../shared/templates/render.ts'
import { findTemplates } from '../../../../shared/templates/search.ts'
import { useUiState } from '../../../app/uiState.tsx'
import { insertAt } from '../../../templates/insert.ts'
import { useTemplates } from '../../../templates/useTemplates.ts'
import { findSlash, type Slash } from './slash.ts'

/** How templates are picked while a text is written. */
export interface TemplatePicker {
  /** `slash`: by what is typed after a slash; `search`: by a field of its own, asked for with the mouse. Null while closed. */
  mode: 'slash' | 'search' | null
  /** What is offered, best first. */
  found: readonly Template[]
  /** There is no template at all. */
  none: boolean
  active: number
  listId: string
  search: string
  setSearch(search: string): void
  setActive(index: number): void
  pick(template: Template): void
  /** Opens the list with a field to search it. */
  open(): void
  close(): void
  /** Puts words where the caret is. */
  insert(words: string): void
  /** Looks at the caret again. */
  look(): void
  /** Takes keys for the list; whether this one was. */
  onKeyDown(event: KeyboardEvent): boolean
  /** For the text field, while the list is open. */
  fieldProps: Readonly<Record<string, string>>
}

/** Tells a Mantine dialog around the field that Escape closes the list, and not the dialog as well. */
export const ESCAPE_IS_OURS = { 'data-mantine-stop-propagation': 'true' }

/** Most templates of one text whose use is counted (src/shared/contract/messages.ts). */
const MOST_COUNTED = 20

/**
 * The picker of one text field.
 * @param values of the one recipient: fields of a picked template are filled in with them at once. Null leaves them as they are
 */
export function useTemplatePicker({
  draftKey,
  field,
  text,
  values,
  onText,
}: {
  draftKey: string
  field: RefObject<HTMLTextAreaElement | null>
  text: string
  values: FieldValues | null
  onText: (text: string) => void
}): TemplatePicker {
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [dismissed, setDismissed] = useState<number | null>(null)
  const [search, setSearch] = useState<string | null>(null)
  const [chosen, setChosen] = useState({ query: '', index: 0 })
  const wanted = useRef<{ from: number; to: number } | null>(null)
  const madeFrom = useUiState((state) => state.madeFrom[draftKey])
  const setMadeFrom = useUiState((state) => state.setMadeFrom)

  // The field takes its new text first.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(wanted.current.from, wanted.current.to)
    wanted.current = null
    look()
  })

  const slash = caret === null ? null : findSlash(text, caret)
  const query = search ?? slash?.query ?? ''
  const isAsked = search !== null || (slash !== null && slash.start !== dismissed)
  const templates = useTemplates(isAsked)
  const all = templates.data?.templates ?? []
  const found = isAsked ? findTemplates(all, query) : []
  // A slash before other words than those of a template is one like any other.
  const isOpen = isAsked && templates.isSuccess && (search !== null || found.length > 0 || query === '')
  const active = chosen.query === query ? Math.min(chosen.index, Math.max(found.length - 1, 0)) : 0

  function look(): void {
    const { current } = field
    const isCaret = current !== null && document.activeElement === current && current.selectionStart === current.selectionEnd
    const next = isCaret ? current.selectionStart : null
    setCaret(next)
    if (next === null || findSlash(current?.value ?? '', next)?.start !== dismissed) setDismissed(null)
  }

  function put(words: string, { from, to }: { from: number; to: number }, select?: { start: number; end: number }): void {
    const next = insertAt(text, from, to, words)
    wanted.current = select === undefined ? { from: next.caret, to: next.caret } : { from: from + select.start, to: from + select.end }
    onText(next.text)
  }

  function selection(): { from: number; to: number } {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {}
    return { from: selectionStart, to: selectionEnd }
  }

  function pick(template: Template): void {
    const parsed = parseTemplate(template.text)
    const filled = values === null ? null : fillTemplate(parsed, values)
    put(
      filled?.text ?? template.text,
      search === null && slash !== null ? rangeOf(slash, caret ?? text.length) : selection(),
      // What is still missing is selected, so that it is written next.
      filled?.fields.find(isProblem),
    )
    setMadeFrom(draftKey, [...new Set([...(madeFrom ?? []), template.id])].slice(-MOST_COUNTED))
    setSearch(null)
    setCaret(null)
  }

  function close(): void {
    if (search === null) setDismissed(slash?.start ?? null)
    else {
      setSearch(null)
      field.current?.focus()
    }
  }

  return {
    mode: !isOpen ? null : search === null ? 'slash' : 'search',
    found,
    none: templates.isSuccess && all.length === 0,
    active,
    listId,
    search: search ?? '',
    setSearch,
    setActive: (index) => setChosen({ query, index }),
    pick,
    open: () => setSearch(''),
    close,
    insert: (words) => put(words, selection()),
    look,
    onKeyDown(event) {
      if (!isOpen || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return false
      const template = found[active]
      if (event.key === 'Escape') close()
      else if (template === undefined) return false
      else if (event.key === 'ArrowDown') setChosen({ query, index: (active + 1) % found.length })
      else if (event.key === 'ArrowUp') setChosen({ query, index: (active + found.length - 1) % found.length })
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) pick(template)
      else return false
      event.preventDefault()
      return true
    },
    fieldProps: {
      ...(isOpen ? ESCAPE_IS_OURS : {}),
      ...(isOpen && found.length > 0
        ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${active}`, 'aria-autocomplete': 'list' }
        : {}),
    },
  }
}

function rangeOf({ start }: Slash, caret: number): { from: number; to: number } {
  return { from: start, to: caret }
}
