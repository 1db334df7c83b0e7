import { useCallback, useEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import type { ListedBy } from '../../../shared/contract/conversations.ts'
import { useHost } from '../../host/HostProvider.tsx'

/** Handlers for the element that scrolls. */
export interface HoldingHandlers {
  onPointerMove(): void
  onPointerLeave(): void
  onFocus(): void
  onBlur(event: React.FocusEvent): void
  onScroll(): void
}

/**
 * Keeps the rows of a list in their places while somebody looks at or points to them: while the pointer or the focus is in the
 * list, or it is scrolled down. What is new waits, and is told of by {@link useWaiting}.
 */
export function useHeldRows(by: ListedBy | null, scroller: RefObject<HTMLElement | null>): HoldingHandlers {
  const { conversationLists } = useHost()
  const reasons = useRef({ pointer: false, focus: false })

  const decide = useCallback(() => {
    if (by === null) return
    const { pointer, focus } = reasons.current
    conversationLists.hold(by, pointer || focus || (scroller.current?.scrollTop ?? 0) > 0)
  }, [by, conversationLists, scroller])

  useEffect(() => {
    decide()
    return () => {
      if (by !== null) conversationLists.hold(by, false)
    }
  }, [by, conversationLists, decide])

  const because = useCallback(
    (reason: 'pointer' | 'focus', holds: boolean) => {
      if (reasons.current[reason] === holds) return
      reasons.current[reason] = holds
      decide()
    },
    [decide],
  )
  return {
    // Moved, not entered: a list that is drawn under a resting pointer is not what it points to.
    onPointerMove: () => because('pointer', true),
    onPointerLeave: () => because('pointer', false),
    onFocus: () => because('focus', true),
    onBlur: (event) => because('focus', event.currentTarget.contains(event.relatedTarget)),
    onScroll: decide,
  }
}

/** How many conversations with something new wait for their place in a list. */
export function useWaiting(by: ListedBy | null): number {
  const { conversationLists } = useHost()
  return useSyncExternalStore(conversationLists.subscribe, () => (by === null ? 0 : conversationLists.waiting(by)))
}
