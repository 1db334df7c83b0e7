/** Tallest element browsers scroll through reliably, in pixels: Chromium stops at 33.5 million, Firefox at 17.9 million. */
const TALLEST = 16_000_000

/** Room under the last row, in pixels. */
const END_ROOM = 8

/**
 * The arithmetic of a list of rows of one height that may be taller than browsers can scroll. The scrollbar then moves by
 * less than the list does, so that its end is the list's end. All in pixels.
 */
export interface TallList {
  /** Height of what scrolls. */
  height: number
  /** Place in the list that is at the top when the scrollbar stands so. */
  offsetAt(scrollTop: number): number
  /** Where the scrollbar stands for a place in the list. */
  scrollTopFor(offset: number): number
  /** Nearest place at which a row is seen whole; with `align` other than `auto`, the one where it is at that edge. */
  offsetToSee(index: number, offset: number, align: 'auto' | 'start' | 'center' | 'end'): number
}

export function tallListOf({ count, rowHeight, viewHeight }: { count: number; rowHeight: number; viewHeight: number }): TallList {
  const whole = count * rowHeight + END_ROOM
  const height = Math.min(whole, TALLEST)
  const lastOffset = Math.max(0, whole - viewHeight)
  const lastScrollTop = Math.max(0, height - viewHeight)
  const scale = lastScrollTop === 0 ? 1 : lastOffset / lastScrollTop
  return {
    height,
    offsetAt: (scrollTop) => Math.max(0, Math.min(lastOffset, scrollTop * scale)),
    scrollTopFor: (offset) => offset / scale,
    offsetToSee(index, offset, align) {
      const top = index * rowHeight
      const bottom = top + rowHeight - viewHeight
      const wanted =
        align === 'start'
          ? top
          : align === 'end'
            ? bottom
            : align === 'center'
              ? (top + bottom) / 2
              : top < offset
                ? top
                : Math.max(offset, bottom)
      return Math.max(0, Math.min(lastOffset, wanted))
    },
  }
}
