import { useCallback } from 'react'

/** A ref for what scrolls sideways: while more of it lies to the right, the element carries `data-more`. */
export function useContinues(): (frame: HTMLElement) => () => void {
  return useCallback((frame: HTMLElement) => {
    // Fractions of a pixel are no columns.
    const look = () => frame.toggleAttribute('data-more', frame.scrollWidth - frame.clientWidth - frame.scrollLeft > 1)
    const sizes = new ResizeObserver(look)
    sizes.observe(frame)
    if (frame.firstElementChild !== null) sizes.observe(frame.firstElementChild)
    frame.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      frame.removeEventListener('scroll', look)
    }
  }, [])
}
