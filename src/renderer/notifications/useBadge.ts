import { useEffect, useRef } from 'react'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { useHost } from '../host/HostProvider.tsx'
import { badgePicture } from './badge-picture.ts'

/** Unread conversations on the icon: of the app where it has one of its own, else of the browser's tab. */
export function useBadge(unread: number, shell: DeskStatus['shell']): void {
  const { client } = useHost()
  const plain = useRef<string | null>(null)
  useEffect(() => {
    if (shell === 'electron') {
      // Desktops that show no number say no; the title of the window says it as well.
      client.notifications.setBadge({ count: unread }).catch(() => undefined)
      return
    }
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (link === null) return
    plain.current ??= link.href
    link.href = (unread === 0 ? null : badgePicture(unread)) ?? plain.current
  }, [client, unread, shell])
}
