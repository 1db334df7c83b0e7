import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import type { ImportOptions } from '../../shared/contract/imports.ts'
import { useHost } from '../host/HostProvider.tsx'
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
