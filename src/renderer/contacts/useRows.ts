import { useCallback, useLayoutEffect, useMemo, useState, type RefObject } from 'react'
import { tallListOf } from './tall-list.ts'

/** Rows drawn beyond both ends of what is seen. */
const OVERSCAN = 8

/** The part of a list that is drawn. */
export interface Rows {
  /** First and last row that is seen; last is -1 for none. */
  first: number
  last: number
  /** Rows to draw, from the first to the last. */
  drawn: readonly number[]
  /** Height of what scrolls, in pixels. */
  height: number
  /** Where a row is drawn, in pixels from the top of what scrolls. */
  topOf(index: number): number
  scrollToIndex(index: number, options?: { align?: 'auto' | 'start' | 'center' | 'end' }): void
}

/** How a list stands. */
interface View {
  scrollTop: number
  height: number
  /** Where a scroll by a program wanted to be: in a long list, pixels of the scrollbar are too coarse to say. */
  exact: number | null
}

function seen(element: HTMLElement, before: View): View {
  const { scrollTop, clientHeight: height } = element
  return { scrollTop, height, exact: Math.abs(before.scrollTop - scrollTop) < 1 ? before.exact : null }
}

/**
 * A virtual list of rows of one height, of any length. TanStack Virtual keeps an object for each row, which a million rows
 * are too many for, and browsers draw nothing beyond some millions of pixels: see `TallList`.
 */
export function useRows(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): Rows {
  const [view, setView] = useState<View>({ scrollTop: 0, height: 0, exact: null })
  const list = useMemo(() => tallListOf({ count, rowHeight, viewHeight: view.height }), [count, rowHeight, view.height])
  const offset = view.exact ?? list.offsetAt(view.scrollTop)

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = () => setView((before) => seen(element, before))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])

  const scrollToIndex = useCallback<Rows['scrollToIndex']>(
    (index, { align = 'auto' } = {}) => {
      const element = scroller.current
      if (element === null) return
      const exact = list.offsetToSee(index, offset, align)
      element.scrollTo({ top: list.scrollTopFor(exact) })
      setView({ scrollTop: element.scrollTop, height: element.clientHeight, exact })
    },
    [scroller, list, offset],
  )

  const first = Math.min(Math.max(0, count - 1), Math.floor(offset / rowHeight))
  const last = Math.min(count, Math.ceil((offset + view.height) / rowHeight)) - 1
  const from = Math.max(0, first - OVERSCAN)
  const to = Math.min(count - 1, last + OVERSCAN)
  return {
    first,
    last,
    drawn: Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index),
    height: list.height,
    topOf: (index) => view.scrollTop + index * rowHeight - offset,
    scrollToIndex,
  }
}
