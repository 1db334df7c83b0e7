import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import type { DeskEvent } from '../../src/shared/contract/desk.ts'
import type { Host } from '../../src/renderer/host/host.ts'
import { createImportSession } from '../../src/renderer/import/session.ts'

const counts = { rows: 2, created: 2, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 }
const refused = (message: string) => new ORPCError('REFUSED', { data: { code: 'refused', message, retryable: false } })

/** The import half of a host whose commit ends when the test says so. */
function host() {
  const listeners = new Set<(event: DeskEvent) => void>()
  const discarded: string[] = []
  const cancelled: string[] = []
  const commit = Promise.withResolvers<{ importId: string; counts: typeof counts; rejects: never[] }>()
  let files = 0
  const imports = {
    beginFile: async () => ({ fileId: `file-${++files}` }),
    appendFile: async (input: { offset: number; data: string }) => ({ received: input.offset + atob(input.data).length }),
    discardFile: async ({ fileId }: { fileId: string }) => {
      discarded.push(fileId)
      return { discarded: true }
    },
    commit: () => commit.promise,
    cancel: async ({ fileId }: { fileId: string }) => {
      cancelled.push(fileId)
      return { cancelled: true }
    },
  }
  // The session asks for nothing but these operations.
  const client = { imports } as unknown as Host['client']
  const session = createImportSession({
    client,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  return { session, discarded, cancelled, commit, listeners, emit: (event: DeskEvent) => listeners.forEach((listener) => listener(event)) }
}

const file = () => new File(['a;b'], 'people.csv')

describe('an import session', () => {
  it('goes from the file to the preview to what was done', async () => {
    const { session, commit, emit, listeners } = host()
    await session.begin(file())
    expect(session.phase.getState()).toMatchObject({ step: 'preview', fileId: 'file-1', fileName: 'people.csv' })
    const committing = session.commit()
    emit({ kind: 'importProgress', fileId: 'another', rows: 9, total: 9 })
    emit({ kind: 'importProgress', fileId: 'file-1', rows: 1, total: 2 })
    expect(session.phase.getState()).toMatchObject({ step: 'importing', rows: 1, total: 2 })
    commit.resolve({ importId: 'import-1', counts, rejects: [] })
    await committing
    expect(session.phase.getState()).toMatchObject({ step: 'done', importId: 'import-1', counts })
    expect(listeners.size).toBe(0)
  })

  it('goes back to the preview with the host’s words when an import is refused', async () => {
    const { session, commit } = host()
    await session.begin(file())
    const committing = session.commit()
    const error = refused('The disk is full.')
    commit.reject(error)
    await committing
    expect(session.phase.getState()).toMatchObject({ step: 'preview', problem: { kind: 'failed', error } })
  })

  it('goes back to the preview without a word when the person cancelled', async () => {
    const { session, commit, cancelled } = host()
    await session.begin(file())
    const committing = session.commit()
    session.cancel()
    commit.reject(refused('The import was cancelled.'))
    await committing
    expect(cancelled).toEqual(['file-1'])
    expect(session.phase.getState()).toMatchObject({ step: 'preview', problem: null })
  })

  it('begins anew once the person has left what was done, and keeps all else', async () => {
    const { session, commit } = host()
    await session.begin(file())
    session.leave()
    expect(session.phase.getState()).toMatchObject({ step: 'preview', fileId: 'file-1' })
    const committing = session.commit()
    session.leave()
    commit.resolve({ importId: 'import-1', counts, rejects: [] })
    await committing
    expect(session.phase.getState()).toMatchObject({ step: 'done' })
    session.leave()
    expect(session.phase.getState()).toEqual({ step: 'choose', problem: null })
  })

  it('forgets the file on the host when another one is taken or the person starts over', async () => {
    const { session, discarded } = host()
    await session.begin(file())
    await session.begin(file())
    expect(discarded).toEqual(['file-1'])
    session.startOver({ kind: 'unreadable' })
    expect(discarded).toEqual(['file-1', 'file-2'])
    expect(session.phase.getState()).toEqual({ step: 'choose', problem: { kind: 'unreadable' } })
  })
})
