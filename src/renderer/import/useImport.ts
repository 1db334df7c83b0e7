import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useStore } from 'zustand'
import type { DeskEvent } from '../../shared/contract/desk.ts'
import type { ImportOptions } from '../../shared/contract/imports.ts'
import { useDeskEvents, useHost } from '../host/HostProvider.tsx'
import { importSessionOf, type ImportPhase, type ImportSession } from './session.ts'

/** The window's import and where it stands. */
export function useImport(): { session: ImportSession; phase: ImportPhase } {
  const session = importSessionOf(useHost())
  return { session, phase: useStore(session.phase) }
}

/**
 * What would happen to every row under these options. Kept apart from what the host pushes changes about: reading a
 * big file again is only done when the person changes something. While a new answer is on its way, the last stays.
 */
export function usePreview(fileId: string, options: ImportOptions) {
  const { client } = useHost()
  return useQuery({
    queryKey: ['import-preview', fileId, options],
    queryFn: ({ signal }) => client.imports.preview({ fileId, options }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** How far the host is with the rows of a file, as it says so itself; null before it has said anything. */
export function useRowsRead(fileId: string): { rows: number; total: number | null } | null {
  const [read, setRead] = useState<{ rows: number; total: number | null } | null>(null)
  const take = useCallback(
    (event: DeskEvent) => {
      if (event.kind === 'importProgress' && event.fileId === fileId) setRead({ rows: event.rows, total: event.total })
    },
    [fileId],
  )
  useDeskEvents(take)
  return read
}
