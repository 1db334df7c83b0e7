import type { KeyboardEvent, RefObject } from 'react'
import { useCallback } from 'react'
import type { Message } from '../../../shared/contract/messages.ts'

/** Frames a message that is scrolled to may take to be drawn. */
const FRAMES_TO_DRAW = 10

interface KeyedItem {
  kind: string
  key: string
}

/** What keys do in the messages of a thread. */
interface KeyActions {
  inspect(message: Message): void
  toggle(message: Message): void
  copy(message: Message): void
  selectAll(): void
  toLatest(): void
}

/**
 * Moves the focus from message to message with the arrow keys, and does with the focused one what keys ask for: Enter says what
 * happened, X picks it, Ctrl+C copies it, Ctrl+A picks all that is loaded. End goes to the latest.
 * @param items rows of the list, of which messages and what stands between them can have the focus
 */
export function useMessageKeys({
  scroller,
  items,
  messageOf,
  scrollToIndex,
  actions,
}: {
  scroller: RefObject<HTMLElement | null>
  items: readonly KeyedItem[]
  messageOf: (key: string) => Message | undefined
  scrollToIndex: (index: number) => void
  actions: KeyActions
}): (event: KeyboardEvent<HTMLElement>) => void {
  const move = useCallback(
    (from: number, step: 1 | -1) => {
      const canTake = (item: KeyedItem | undefined): boolean => item !== undefined && item.kind !== 'day' && item.kind !== 'new'
      let index = from + step
      while (index >= 0 && index < items.length && !canTake(items[index])) index += step
      const item = items[index]
      if (item === undefined || !canTake(item)) return
      scrollToIndex(index)
      focusRow(scroller, item.key)
    },
    [items, scrollToIndex, scroller],
  )

  return useCallback(
    (event) => {
      if (event.altKey || isTyping(event.target)) return
      const focused = focusedKey(event.target)
      const message = focused === null ? undefined : messageOf(focused)
      if (event.ctrlKey || event.metaKey) {
        const key = event.key.toLowerCase()
        if (key === 'a') actions.selectAll()
        else if (key === 'c' && message !== undefined && String(window.getSelection() ?? '') === '') actions.copy(message)
        else return
        return event.preventDefault()
      }
      const onControl = event.target instanceof Element && event.target.closest('button, a, input, [role="link"]') !== null
      if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        const at = focused === null ? lastDrawn(scroller.current, items) + 1 : items.findIndex(({ key }) => key === focused)
        move(at, event.key === 'ArrowUp' ? -1 : 1)
      } else if (event.key === 'End') actions.toLatest()
      else if (onControl || message === undefined) return
      else if (event.key === 'Enter') actions.inspect(message)
      else if (event.key === 'x' || event.key === 'X' || event.key === ' ') actions.toggle(message)
      else return
      event.preventDefault()
    },
    [actions, items, messageOf, move, scroller],
  )
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && /^(TEXTAREA|SELECT)$/.test(target.tagName)
}

function focusedKey(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null
}

/** The row furthest down of which something is seen. */
function lastDrawn(list: HTMLElement | null, items: readonly KeyedItem[]): number {
  if (list === null) return items.length - 1
  const bottom = list.getBoundingClientRect().bottom
  const rows = [...list.querySelectorAll<HTMLElement>('[data-key]')].filter((row) => row.getBoundingClientRect().top < bottom)
  const keys = new Set(rows.map((row) => row.getAttribute('data-key')))
  return items.findLastIndex(({ key }) => keys.has(key))
}

/** Gives the focus to a row once it is drawn; without a key to the list itself. */
export function focusRow(scroller: RefObject<HTMLElement | null>, key: string | null, frames = FRAMES_TO_DRAW): void {
  if (key === null) return scroller.current?.focus({ preventScroll: true })
  const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  if (row !== null && row !== undefined) row.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusRow(scroller, key, frames - 1))
}
