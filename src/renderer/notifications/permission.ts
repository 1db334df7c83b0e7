import { useCallback, useEffect, useState } from 'react'
import { canNotify } from './outlets.ts'

/** What the browser says about notifications of this page; `missing` where it has none. */
export type Permission = NotificationPermission | 'missing'

function read(): Permission {
  return canNotify() ? Notification.permission : 'missing'
}

/** The browser's permission, kept up to date, and how to ask for it: only from a press of a button. */
export function usePermission(): { permission: Permission; ask: () => void } {
  const [permission, setPermission] = useState(read)
  useEffect(() => {
    let gone = false
    let status: PermissionStatus | null = null
    const look = (): void => setPermission(read())
    async function watch(): Promise<void> {
      const found = await navigator.permissions.query({ name: 'notifications' })
      if (gone) return
      status = found
      found.addEventListener('change', look)
    }
    // Some browsers do not tell of changes; those are seen at the next visit.
    watch().catch(() => undefined)
    return () => {
      gone = true
      status?.removeEventListener('change', look)
    }
  }, [])
  const ask = useCallback(() => {
    Notification.requestPermission()
      .then(setPermission)
      .catch(() => setPermission(read()))
  }, [])
  return { permission, ask }
}
