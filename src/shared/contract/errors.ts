import * as z from 'zod'

/**
 * What the person is told when something they asked for cannot be done. `code` is stable and for programs;
 * `message` is a whole sentence for a clerk; `retryable` says whether the same call may succeed later.
 */
export const refusal = z.object({
  code: z.string().max(80),
  message: z.string().max(2_000),
  retryable: z.boolean(),
  /** Names the log entry of an unexpected error, so that a person can report it. */
  id: z.string().max(64).optional(),
})
export type Refusal = z.infer<typeof refusal>

/** Error entries every operation of the contract shares. */
export const contractErrors = {
  /** Expected: the host understood and says no. */
  REFUSED: { status: 422, data: refusal },
  /** Input that does not fit the contract. */
  BAD_INPUT: { status: 400, data: refusal },
  /** A bug. Logged whole under `id`; nothing of it is shown. */
  UNEXPECTED: { status: 500, data: refusal },
} as const
