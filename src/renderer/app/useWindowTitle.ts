import { useEffect } from 'react'
import { useWords } from '../language/words.ts'
import type { ScreenName } from './routes.ts'

/** "(4) Inbox · SMS Desk": unread conversations show even when another window is in front. */
export function useWindowTitle(screen: ScreenName, unread: number): void {
  const words = useWords('frame')
  useEffect(() => {
    const name = words(`screens.${screen}`)
    document.title = unread > 0 ? words('titleUnread', { screen: name, count: unread }) : words('title', { screen: name })
  }, [words, screen, unread])
}
