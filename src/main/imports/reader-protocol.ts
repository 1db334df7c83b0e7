import type { CrossedError } from '../store/worker-protocol.ts'

/** Chunks the reader may be ahead: enough that neither waits for the other, few enough to hold. */
export const CHUNKS_AHEAD = 4

/** What the reader says: that it runs, then chunks as JSON, which is cheaper to pass on than the same as objects (measured: half). */
export type FromReader = { kind: 'started' } | { kind: 'chunk'; json: string } | { kind: 'end' } | { kind: 'failed'; error: CrossedError }

/** What it is told: a chunk was taken, another may come. */
export type ToReader = 'next'
