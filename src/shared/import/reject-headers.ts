/**
 * Headers of the two columns that a file of refused rows has before those of the file they come from. An import skips
 * them, so that the rows can be mended and imported again as they are.
 */
export const REJECT_HEADERS = { row: 'Row left out', reason: 'Why it was left out' } as const

const ALL: ReadonlySet<string> = new Set(Object.values(REJECT_HEADERS))

/** Whether a header is one of a file of refused rows, and none of the file they come from. */
export function isRejectHeader(header: string): boolean {
  return ALL.has(header.trim())
}
