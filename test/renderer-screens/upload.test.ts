import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { MAX_CHUNK_CHARS, MAX_FILE_BYTES } from '../../src/shared/contract/imports.ts'
import { PIECE_BYTES, refusalBeforeSending, sendFile, toBase64 } from '../../src/renderer/import/upload.ts'

/** A host that keeps the bytes it is given, as the contract says: pieces in order, each at the offset reached. */
function keepingHost(options: { failAtOffset?: number } = {}) {
  const kept: Buffer[] = []
  let received = 0
  const discarded: string[] = []
  const fileId = '0198c0de-0000-7000-8000-000000000001'
  return {
    bytes: () => Buffer.concat(kept),
    pieces: kept,
    discarded,
    imports: {
      beginFile: async () => ({ fileId }),
      appendFile: async (input: { offset: number; data: string }) => {
        if (input.offset === options.failAtOffset) throw new Error('The disk is full.')
        expect(input.offset).toBe(received)
        expect(input.data.length).toBeLessThanOrEqual(MAX_CHUNK_CHARS)
        const piece = Buffer.from(input.data, 'base64')
        kept.push(piece)
        received += piece.length
        return { received }
      },
      discardFile: async (input: { fileId: string }) => {
        discarded.push(input.fileId)
        return { discarded: true }
      },
    },
  }
}

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 256)

describe('sending a file in pieces', () => {
  it('encodes bytes as base64 the way Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
      { numRuns: 60 },
    )
  })

  it('fills a piece to exactly what one call may carry', () => {
    expect(toBase64(new Uint8Array(PIECE_BYTES)).length).toBe(MAX_CHUNK_CHARS)
  })

  it.each([0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES + 7])(
    'brings all of %i bytes over, in order',
    async (length) => {
      const host = keepingHost()
      const bytes = bytesOf(length)
      const sent: number[] = []
      await sendFile(host.imports, new File([bytes], 'people.csv'), { onSent: (count) => sent.push(count) })
      expect(Buffer.compare(host.bytes(), Buffer.from(bytes))).toBe(0)
      expect(sent.at(-1) ?? 0).toBe(length)
      expect(host.discarded).toEqual([])
    },
  )

  it('discards what was sent when a piece fails, and says why', async () => {
    const host = keepingHost({ failAtOffset: PIECE_BYTES })
    await expect(sendFile(host.imports, new File([bytesOf(2 * PIECE_BYTES)], 'people.csv'))).rejects.toThrow('The disk is full.')
    expect(host.discarded).toHaveLength(1)
  })

  it('stops and discards when the person cancels', async () => {
    const host = keepingHost()
    const stop = new AbortController()
    const sending = sendFile(host.imports, new File([bytesOf(3 * PIECE_BYTES)], 'people.csv'), {
      signal: stop.signal,
      onSent: () => stop.abort(),
    })
    await expect(sending).rejects.toThrow(/abort/iu)
    expect(host.pieces).toHaveLength(1)
    expect(host.discarded).toHaveLength(1)
  })

  it('refuses a file the host would refuse for its size, before sending any of it', () => {
    expect(refusalBeforeSending({ name: 'people.csv', size: MAX_FILE_BYTES })).toBeNull()
    expect(refusalBeforeSending({ name: 'people.csv', size: MAX_FILE_BYTES + 1 })).toEqual({ kind: 'tooLarge', fileName: 'people.csv' })
  })
})
