import { useEffect } from 'react'
import { goTo } from './routes.ts'
import { FRAME_KEYS, type FrameActions } from './shortcut-list.ts'
import { useUiState } from './uiState.tsx'

/** Whether plain letters belong to what has the focus: then they are typed, not commands. */
function isTyping(target: EventTarget | null): boolean {
  // Nothing is typed into a check box.
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/**
 * Whether a dialog or menu has the word. Asked of the event's target as well: by the time the window hears of the
 * Escape that closed a dialog, the dialog is gone from the page.
 */
function dialogHasTheWord(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null) return true
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

/** The id of the inbox's search field: the key for searching looks for it after it has gone to the inbox. */
export const SEARCH_FIELD_ID = 'inbox-search'

/** Goes to the search field of the inbox, from any screen. */
export function goToSearch(): void {
  if (!location.hash.startsWith('#/inbox')) goTo('inbox')
  focusSearch()
}

/** Puts the cursor into the search field as soon as that is there. */
function focusSearch(attempts = 10): void {
  const field = document.querySelector<HTMLInputElement>(`#${SEARCH_FIELD_ID}`)
  if (field !== null) {
    field.focus()
    field.select()
  } else if (attempts > 0) {
    requestAnimationFrame(() => focusSearch(attempts - 1))
  }
}

/** Calls `take` for every key that is a command here: not while typing, not under a dialog, not with a modifier. */
export function usePlainKeys(take: (key: string, event: KeyboardEvent) => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || dialogHasTheWord(event.target)) return
      take(event.key, event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [take])
}

/** Keys that work on every screen: those of the list, and Ctrl+K for the palette. */
export function useFrameShortcuts(): void {
  const setShortcutsOpen = useUiState((state) => state.setShortcutsOpen)
  const setPaletteOpen = useUiState((state) => state.setPaletteOpen)
  useEffect(() => {
    const actions: FrameActions = {
      openShortcuts: () => setShortcutsOpen(true),
      focusSearch: goToSearch,
    }
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey || dialogHasTheWord(event.target)) return
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'k' || event.shiftKey) return
        event.preventDefault()
        setPaletteOpen(true)
        return
      }
      if (isTyping(event.target)) return
      const found = FRAME_KEYS.find(({ key }) => key === event.key.toLowerCase())
      if (found === undefined) return
      found.press(actions)
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [setShortcutsOpen, setPaletteOpen])
}
