/**
 * Runs in the page: what scrolls sideways, and text that is cut off without a sign (an ellipsis, or something to scroll).
 * A function of its own text alone, since it is carried into the page.
 * @returns a sentence each
 */
export function findCutOff(): string[] {
  const found = new Set<string>()
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) found.add(`the page is ${root.scrollWidth - root.clientWidth} px wider than the window`)

  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}${[...element.classList]
      .slice(0, 2)
      .map((name) => `.${name}`)
      .join('')}`
  const isScroller = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll'
  const clips = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'

  for (const element of document.querySelectorAll('body *')) {
    // A table or a request may be wider than its place: it is scrolled by the keyboard, too.
    if (
      element.scrollWidth <= element.clientWidth + 1 ||
      element.closest('[tabindex="0"]') === element ||
      element.matches('input, textarea, pre')
    )
      continue
    if (isScroller(getComputedStyle(element).overflowX)) found.add(`${nameOf(element)} scrolls sideways`)
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode() !== null) {
    const text = texts.currentNode
    const holder = text.parentElement
    if (
      holder === null ||
      (text.textContent ?? '').trim() === '' ||
      !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    )
      continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) continue
    const cutBy = whatCuts(holder, box)
    if (cutBy !== null) found.add(`“${(text.textContent ?? '').trim().slice(0, 60)}” is cut off by ${cutBy}`)
  }
  return [...found].slice(0, 12)

  /** What cuts a text at `box` off; null where it can be read, or scrolled to, or says that it goes on. */
  function whatCuts(holder: Element, box: DOMRect): string | null {
    let sideways = true
    let upright = true
    for (let element: Element | null = holder; element !== null && element !== root; element = element.parentElement) {
      const style = getComputedStyle(element)
      const frame = element.getBoundingClientRect()
      // Only for screen readers, or scaled away: not there for eyes.
      if (frame.width <= 1 || frame.height <= 1 || style.clipPath !== 'none') return null
      // Kept beyond the edge on purpose, until it has the focus: the link to the content.
      if (style.position === 'fixed' && (frame.bottom <= 0 || frame.right <= 0)) return null
      if (style.textOverflow === 'ellipsis' && clips(style.overflowX)) sideways = false
      if (style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '') upright = false
      if (isScroller(style.overflowX)) sideways = false
      if (isScroller(style.overflowY)) upright = false
      if (sideways && clips(style.overflowX) && (box.right > frame.right + 1 || box.left < frame.left - 1)) return nameOf(element)
      if (upright && clips(style.overflowY) && (box.bottom > frame.bottom + 3 || box.top < frame.top - 3)) return nameOf(element)
      if (style.position === 'fixed') break
    }
    if (sideways && (box.right > innerWidth + 1 || box.left < -1)) return 'the window'
    return upright && (box.bottom > innerHeight + 1 || box.top < -1) && root.scrollHeight <= root.clientHeight ? 'the window' : null
  }
}
