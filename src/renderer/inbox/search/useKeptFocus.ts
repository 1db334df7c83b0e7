import { useCallback, useLayoutEffect, useRef } from 'react'
import { SEARCH_FIELD_ID } from '../../app/shortcuts.ts'
import { focusedIndex, focusWhenDrawn, type StepList } from '../../components/useListSteps.ts'

/** Handlers for the element that holds the rows. */
export interface KeptFocusHandlers {
  onFocus(): void
  onBlur(): void
}

/**
 * Keeps the focus among results that are renewed: when the row that has it goes away, the row now in its place gets it, the
 * last one where they have become fewer, or the search field when there are none.
 * @param list another object after each renewal
 */
export function useKeptFocus(list: StepList): KeptFocusHandlers {
  const { scroller, virtualizer, count } = list
  const place = useRef<number | null>(null)
  const pending = useRef<number | null>(null)
  const drawn = useRef(list)

  useLayoutEffect(() => {
    const isRenewed = drawn.current !== list
    drawn.current = list
    const lost = place.current
    place.current = focusedIndex(scroller.current)
    // A row that is scrolled out of sight takes the focus with it.
    if (lost === null || !isRenewed || document.activeElement !== document.body) return
    if (count === 0) return focusSearchField()
    const next = Math.min(lost, count - 1)
    virtualizer.scrollToIndex(next)
    pending.current = next
    focusWhenDrawn(scroller, next, pending)
  })

  // Where nothing is found any more, the rows go as a whole.
  useLayoutEffect(
    () => () => {
      if (place.current !== null) focusSearchField()
    },
    [],
  )

  return {
    onFocus: useCallback(() => {
      place.current = focusedIndex(scroller.current)
    }, [scroller]),
    onBlur: useCallback(() => {
      place.current = null
    }, []),
  }
}

function focusSearchField(): void {
  document.querySelector<HTMLInputElement>(`#${SEARCH_FIELD_ID}`)?.focus()
}
