import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { refusalBeforeSending, sendFile, type FileProblem } from './upload.ts'
import { problemWords } from './words.ts'

/** A file that the host has. */
interface SentFile {
  fileId: string
  fileName: string
}

/** A file that was looked at: nothing was taken from it yet. */
export type Looked<Found> = Found & SentFile

/** Taking a list from a file: what it would bring first, then all of it. `How` is what else says how it is read. */
export interface ListFile<Found, How> {
  /** What the list would bring; undefined until it was read. */
  looked: Looked<Found> | undefined
  isReading: boolean
  isApplying: boolean
  /** Why the file was not even sent, as a sentence; null where it was. */
  problem: string | null
  /** Why it could not be read or taken. */
  error: unknown
  /** Sends a file and looks at it. */
  take(file: File | undefined, how: How): void
  /** Looks at the same file once more. */
  lookAgain(how: How): void
  /** Takes what was looked at. */
  apply(how: How): void
  /** Lets the host forget a file nothing was taken from. */
  discard(): void
}

/**
 * @param importFile reads the file at the host: with `dryRun` it only says what the list would bring
 * @param onApplied the list was taken
 */
export function useListFile<Found extends object, How = void>({
  importFile,
  onApplied,
}: {
  importFile: (reading: { fileId: string; dryRun: boolean }, how: How) => Promise<Found>
  onApplied: (found: Found) => void
}): ListFile<Found, How> {
  const { client } = useHost()
  const words = useWords('importing')
  const [refused, setRefused] = useState<FileProblem | null>(null)

  async function discardFile(fileId: string): Promise<void> {
    await client.imports.discardFile({ fileId }).catch(() => undefined)
  }

  const look = useMutation({
    async mutationFn({ of, how }: { of: File | SentFile; how: How }): Promise<Looked<Found>> {
      const { fileId, fileName } = 'fileId' in of ? of : { fileId: await sendFile(client.imports, of), fileName: of.name }
      try {
        return { ...(await importFile({ fileId, dryRun: true }, how)), fileId, fileName }
      } catch (error) {
        await discardFile(fileId)
        throw error
      }
    },
  })
  const apply = useMutation({
    mutationFn: ({ fileId, how }: { fileId: string; how: How }) => importFile({ fileId, dryRun: false }, how),
    onSuccess: onApplied,
  })
  const looked = look.data

  return {
    looked,
    isReading: look.isPending,
    isApplying: apply.isPending,
    problem: refused === null ? null : problemWords(words, refused),
    error: look.error ?? apply.error,
    take(file, how) {
      if (file === undefined) return
      const refusal = refusalBeforeSending(file)
      setRefused(refusal)
      if (refusal === null) look.mutate({ of: file, how })
    },
    lookAgain(how) {
      if (looked !== undefined) look.mutate({ of: looked, how })
    },
    apply(how) {
      if (looked !== undefined) apply.mutate({ fileId: looked.fileId, how })
    },
    discard() {
      if (looked !== undefined) void discardFile(looked.fileId)
    },
  }
}
