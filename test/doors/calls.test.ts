import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { refusal } from '../../src/shared/contract/errors.ts'
import { ACCOUNTS, deskBehindDoors, DOORS, INNER_WORDS } from './desk-behind-doors.ts'

interface Call {
  what: string
  call: (desk: DeskClient) => Promise<unknown>
  answer: unknown
}

interface Refused {
  what: string
  call: (desk: DeskClient) => Promise<unknown>
  answer: { error: string; data: { code: string; retryable: boolean } }
}

/** An operation the contract does not have, asked for as a caller of another version would. */
function unknown(desk: DeskClient, ...path: string[]): Promise<unknown> {
  let place: unknown = desk
  for (const name of path) place = (place as Record<string, unknown>)[name]
  return (place as (input: unknown) => Promise<unknown>)({})
}

const badInput = { error: 'BAD_INPUT', data: { code: 'bad_input', retryable: false } }
const unknownOperation = { error: 'BAD_INPUT', data: { code: 'unknown_operation', retryable: false } }

const ANSWERED: Call[] = [
  { what: 'a valid call', call: (desk) => desk.desk.startup(), answer: { problem: null } },
  {
    what: 'a valid call with input',
    call: (desk) => desk.settings.set({ defaultCountry: 'NL' }),
    answer: { defaultCountry: 'NL', theme: 'system', defaultAccountId: null, welcomed: true },
  },
]

const REFUSED: Refused[] = [
  { what: 'input of the wrong form', call: (desk) => desk.settings.set({ defaultCountry: 'Sweden' }), answer: badInput },
  { what: 'input of the wrong type', call: (desk) => desk.settings.set(7 as never), answer: badInput },
  { what: 'no input where some is needed', call: (desk) => desk.accounts.get(undefined as never), answer: badInput },
  { what: 'input that is too long', call: (desk) => desk.accounts.get({ id: 'x'.repeat(5_000) }), answer: badInput },
  { what: 'a call larger than a message may be', call: (desk) => desk.accounts.get({ id: 'x'.repeat(2_000_000) }), answer: badInput },
  { what: 'an operation that does not exist', call: (desk) => unknown(desk, 'accounts', 'steal'), answer: unknownOperation },
  { what: 'a group that does not exist', call: (desk) => unknown(desk, 'nothing', 'at', 'all'), answer: unknownOperation },
  { what: 'a name every object has', call: (desk) => unknown(desk, 'accounts', 'constructor'), answer: unknownOperation },
  { what: 'a group instead of an operation', call: (desk) => unknown(desk, 'accounts'), answer: unknownOperation },
  {
    what: 'an expected no',
    call: (desk) => desk.accounts.get({ id: ACCOUNTS.unknown }),
    answer: { error: 'REFUSED', data: { code: 'account_not_found', retryable: false } },
  },
  {
    what: 'an operation that needs open data while the desk has a start-up problem',
    call: (desk) => desk.desk.status(),
    answer: { error: 'REFUSED', data: { code: 'vault_locked', retryable: true } },
  },
  {
    what: 'a bug',
    call: (desk) => desk.accounts.get({ id: ACCOUNTS.broken }),
    answer: { error: 'UNEXPECTED', data: { code: 'unexpected', retryable: false } },
  },
  {
    what: 'an answer that breaks the contract',
    call: (desk) => desk.accounts.get({ id: ACCOUNTS.outsideTheContract }),
    answer: { error: 'UNEXPECTED', data: { code: 'unexpected', retryable: false } },
  },
]

describe.each(Object.entries(DOORS))('through the door “%s”', (_name, open) => {
  test.each(ANSWERED)('$what is answered as everywhere', async ({ call, answer }) => {
    expect(await call(await open(deskBehindDoors()))).toEqual(answer)
  })

  test.each(REFUSED)('$what is refused as everywhere', async ({ call, answer }) => {
    const client = await open(deskBehindDoors())
    const error = await call(client).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof ORPCError)) throw new Error(`not an error of the contract: ${String(error)}`)
    expect({ code: error.code, defined: error.defined, data: error.data }).toMatchObject({
      code: answer.error,
      defined: true,
      data: answer.data,
    })
    expect(refusal.safeParse(error.data).success).toBe(true)
    expect(error.message).toBe(error.data.message)
    expect(error.message).toMatch(/^[A-Z].*\.$/)
    expect(JSON.stringify(error)).not.toContain(INNER_WORDS)
  })

  test('a bug is logged whole under the id that the caller was shown', async () => {
    const desk = deskBehindDoors()
    const client = await open(desk)
    const error = await client.accounts.get({ id: ACCOUNTS.broken }).catch((thrown: unknown) => thrown)
    const entry = desk.log.lines.find((line) => line.event === 'operation.unexpected')
    expect(entry?.error).toMatchObject({ message: INNER_WORDS })
    expect(entry?.fields).toMatchObject({ id: (error as ORPCError<string, { id: string }>).data.id, operation: 'accounts.get' })
  })

  test('what changes is pushed until the caller lets go', async () => {
    const desk = deskBehindDoors()
    const client = await open(desk)
    const letGo = new AbortController()
    const events = await client.desk.events(undefined, { signal: letGo.signal })
    const next = events.next()
    await expect.poll(() => desk.streams()).toBe(1)
    desk.app.events.publish({ kind: 'startup' })
    expect((await next).value).toEqual({ kind: 'startup' })
    letGo.abort()
    await expect.poll(() => desk.streams()).toBe(0)
  })
})
