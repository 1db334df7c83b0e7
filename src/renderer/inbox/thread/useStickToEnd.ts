import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'

/** Pixels from the bottom within which a list counts as being at its end. */
export const AT_END = 60
/** A scroll this soon after a person's input, in milliseconds, is theirs; any other is the list's own adjusting. */
const INPUT_MS = 400

const INPUTS = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'pointermove'] as const

/** A scrolling list that stays at its end until a person scrolls up, and again once they are back. */
export interface StickToEnd {
  /** False while the person reads further up. */
  atEnd: boolean
  onScroll(): void
  goToEnd(): void
  /** Stays at the end from now on, if that is where the list is. */
  holdIfAtEnd(): void
}

/**
 * Keeps `scroller` at its end while rows are measured, pages join, the composer grows or the window changes. Only
 * a person's own scrolling lets go of the end or takes hold of it again.
 * @param startsAtEnd false when the list opens at some other place
 * @param endIsLoaded false while there is more below than the list has: its end is no place to stay at then
 */
export function useStickToEnd(scroller: RefObject<HTMLElement | null>, startsAtEnd: boolean, endIsLoaded: boolean): StickToEnd {
  const [atEnd, setAtEnd] = useState(startsAtEnd)
  const sticks = useRef(startsAtEnd)
  const lastInput = useRef(0)

  const goToEnd = useCallback(() => {
    sticks.current = true
    setAtEnd(true)
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight, behavior: 'instant' })
  }, [scroller])

  const holdIfAtEnd = useCallback(() => {
    const element = scroller.current
    if (element === null) return
    sticks.current = endIsLoaded && element.scrollHeight - element.scrollTop - element.clientHeight <= AT_END
    setAtEnd(sticks.current)
  }, [scroller, endIsLoaded])

  const onScroll = useCallback(() => {
    if (performance.now() - lastInput.current <= INPUT_MS) holdIfAtEnd()
  }, [holdIfAtEnd])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    function noteInput(event: Event): void {
      // A pointer that only passes by scrolls nothing; one that holds a button may drag the scroll bar.
      if (event.type === 'pointermove' && (event as PointerEvent).buttons === 0) return
      lastInput.current = performance.now()
    }
    const observer = new ResizeObserver(() => {
      if (sticks.current) element.scrollTo({ top: element.scrollHeight, behavior: 'instant' })
    })
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    for (const name of INPUTS) element.addEventListener(name, noteInput, { passive: true })
    return () => {
      observer.disconnect()
      for (const name of INPUTS) element.removeEventListener(name, noteInput)
    }
  }, [scroller])

  return { atEnd, onScroll, goToEnd, holdIfAtEnd }
}
