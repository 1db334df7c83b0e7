import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef, type RefObject } from 'react'
import { usePlainKeys } from '../app/shortcuts.ts'

/** Frames a row that is scrolled to may take to be drawn before its focus is given up. */
const FRAMES_TO_DRAW = 10

/** Rows the keys of every list move by. */
export const LIST_STEPS: Readonly<Record<string, number>> = { j: 1, J: 1, ArrowDown: 1, k: -1, K: -1, ArrowUp: -1 }

/** The same with Home and End, and Page keys that move by so many rows. */
export function stepsWithPages(rows: number): Readonly<Record<string, number>> {
  return { ...LIST_STEPS, PageDown: rows, PageUp: -rows, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }
}

/** A virtual list whose rows can have the focus. */
export interface StepList {
  scroller: RefObject<HTMLElement | null>
  virtualizer: Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToIndex'>
  /** Rows that can have the focus, which carry `data-index`. */
  count: number
}

/**
 * Moves the focus through the rows of a virtual list, which carry `data-index`. Letters work from anywhere, starting at
 * the row `open` (-1: before the first); named keys such as arrows only while the list has the focus. No press is lost:
 * while a row further away is still being drawn, the next step counts from it.
 */
export function useListSteps({
  steps,
  scroller,
  virtualizer,
  count,
  open,
}: StepList & { steps: Readonly<Record<string, number>>; open: number }): void {
  const pending = useRef<number | null>(null)

  const takeKey = useCallback(
    (key: string, event: KeyboardEvent) => {
      const step = steps[key]
      if (step === undefined) return
      const at = pending.current ?? focusedIndex(scroller.current)
      if (at === null && key.length > 1) return
      event.preventDefault()
      if (count === 0) return
      const next = Math.max(0, Math.min(count - 1, (at ?? open) + step))

      pending.current = next
      virtualizer.scrollToIndex(next, { align: 'auto' })
      focusWhenDrawn(scroller, next, pending)
    },
    [steps, scroller, virtualizer, count, open],
  )
  usePlainKeys(takeKey)
}

/** Gives the focus to a row of a virtual list as {@link whenDrawn} does. */
export function focusWhenDrawn(scroller: RefObject<HTMLElement | null>, index: number, pending: RefObject<number | null>): void {
  whenDrawn(scroller, index, pending, (row) => row.focus({ preventScroll: true }))
}

/**
 * Does something with a row of a virtual list once it is drawn, unless another is wanted by then. The list has been scrolled to it.
 * @param pending the row that is wanted; null once it is there, or is not drawn after all
 */
export function whenDrawn(
  scroller: RefObject<HTMLElement | null>,
  index: number,
  pending: RefObject<number | null>,
  act: (row: HTMLElement) => void,
  frames = FRAMES_TO_DRAW,
): void {
  if (pending.current !== index) return
  const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
  if (row === null || row === undefined) {
    if (frames > 0) requestAnimationFrame(() => whenDrawn(scroller, index, pending, act, frames - 1))
    else pending.current = null
    return
  }
  pending.current = null
  act(row)
}

/** The row that has the focus; null when it is elsewhere. */
export function focusedIndex(list: HTMLElement | null): number | null {
  const focused = document.activeElement
  const index = focused?.getAttribute('data-index') ?? null
  return index !== null && list?.contains(focused) === true ? Number(index) : null
}
