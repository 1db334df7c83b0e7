import { ORPCError } from '@orpc/server'
import type { Refusal } from '../../shared/contract/errors.ts'

/** The input cannot be read at all: it is not what any window or command line of ours sends. */
export function unreadable(): ORPCError<'BAD_INPUT', Refusal> {
  return badInput('bad_input', 'The desk could not read what it was asked. Please reload the window and try again.')
}

/** The call is larger than any call of the contract. */
export function tooLarge(): ORPCError<'BAD_INPUT', Refusal> {
  return badInput('bad_input', 'That is too large to be taken in one go. Please shorten it and try again.')
}

/** The contract has no such operation: the caller is of another version, or none of ours. */
export function unknownOperation(): ORPCError<'BAD_INPUT', Refusal> {
  return badInput(
    'unknown_operation',
    'This desk does not know that operation. Please reload the window, or update the program that asked.',
  )
}

/** Too many calls at once from one caller. */
export function busy(): ORPCError<'REFUSED', Refusal> {
  const message = 'The desk is busy with many things that were asked at once. Please try again in a moment.'
  return new ORPCError('REFUSED', { defined: true, status: 422, message, data: { code: 'busy', message, retryable: true } })
}

function badInput(code: string, message: string): ORPCError<'BAD_INPUT', Refusal> {
  return new ORPCError('BAD_INPUT', { defined: true, status: 400, message, data: { code, message, retryable: false } })
}
