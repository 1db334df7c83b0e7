import { useMemo, useSyncExternalStore } from 'react'

/** Screens with an address of their own. */
export const SCREENS = ['inbox', 'contacts', 'import', 'outbox', 'activity', 'voice-code', 'settings', 'print'] as const
export type ScreenName = (typeof SCREENS)[number]

/** Where the person is. `parts` belong to the screen: `#/inbox/<conversation>`, `#/settings/accounts/<account>`. */
export interface Route {
  screen: ScreenName
  parts: readonly string[]
}

function isScreen(name: string | undefined): name is ScreenName {
  return SCREENS.some((screen) => screen === name)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Reads an address's hash; anything that is no screen is the inbox. */
export function parseHash(hash: string): Route {
  const [screen, ...parts] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode)
  return isScreen(screen) ? { screen, parts: parts.filter((part) => part !== '') } : { screen: 'inbox', parts: [] }
}

/** The hash of a place, for `href`. */
export function hashFor(screen: ScreenName, ...parts: string[]): string {
  return `#/${[screen, ...parts].map(encodeURIComponent).join('/')}`
}

/** Goes to a place; Back comes back from it. */
export function goTo(screen: ScreenName, ...parts: string[]): void {
  location.hash = hashFor(screen, ...parts)
}

/** Goes to a place instead of the present one: Back skips the present one. */
export function replaceWith(screen: ScreenName, ...parts: string[]): void {
  history.replaceState(history.state, '', hashFor(screen, ...parts))
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The present place, kept up to date. It lives in the address, so reload keeps it and Back works. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => parseHash(hash), [hash])
}
