import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createDoor } from '../../src/main/doors/connection.ts'
import { MAX_CALLS_IN_FLIGHT, MAX_MESSAGE, MAX_MESSAGE_BEFORE_CLOSE, MAX_STREAMS } from '../../src/main/doors/limits.ts'
import { serveMessagePort } from '../../src/main/doors/message-port.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { ACCOUNTS, browserSocket, clientOver, deskBehindDoors, startServer, type DeskBehindDoors } from './desk-behind-doors.ts'

interface RawDoor {
  client: DeskClient
  /** Sends something that no client of ours would. */
  send(message: unknown): void
  closed: Promise<unknown>
  close(): void
}

function overPort(desk: DeskBehindDoors): RawDoor {
  const { port1, port2 } = new MessageChannel()
  serveMessagePort(createDoor(desk), port1)
  onTestFinished(() => port2.close())
  return {
    client: createORPCClient<DeskClient>(new PortLink({ port: port2 })),
    send: (message) => port2.postMessage(message),
    closed: closing(port2),
    close: () => port2.close(),
  }
}

function closing(port: MessagePort): Promise<unknown> {
  return new Promise((resolve) => port.once('close', () => resolve('closed')))
}

async function overSocket(desk: DeskBehindDoors): Promise<RawDoor> {
  const socket = await browserSocket(await startServer(desk))
  const client = clientOver(socket)
  await client.desk.startup()
  return {
    client,
    send: (message) => socket.send(message as string),
    closed: new Promise((resolve) => socket.once('close', () => resolve('closed'))),
    close: () => socket.close(),
  }
}

describe.each([
  ['message port', (desk: DeskBehindDoors) => Promise.resolve(overPort(desk))],
  ['WebSocket', overSocket],
] as const)('one caller on a %s', (_name, open) => {
  test('that asks for more at once than is allowed is told to try later, and can', async () => {
    const desk = deskBehindDoors()
    const { client } = await open(desk)
    const slow = Array.from({ length: MAX_CALLS_IN_FLIGHT }, () =>
      client.accounts.get({ id: ACCOUNTS.slow }).catch((error: unknown) => error),
    )
    await expect.poll(() => desk.slowCalls.running).toBe(MAX_CALLS_IN_FLIGHT)
    const oneMore = await client.desk.startup().catch((error: unknown) => error)
    expect(oneMore).toBeInstanceOf(ORPCError)
    expect(oneMore).toMatchObject({ code: 'REFUSED', defined: true, data: { code: 'busy', retryable: true } })
    desk.finishSlowCalls()
    await Promise.all(slow)
    expect(await client.desk.startup()).toEqual({ problem: null })
  })

  test('that opens stream after stream is stopped at the limit, and gets one again for one it lets go', async () => {
    const desk = deskBehindDoors()
    const { client } = await open(desk)
    const letGo = new AbortController()
    await client.desk.events(undefined, { signal: letGo.signal })
    for (let opened = 1; opened < MAX_STREAMS; opened += 1) await client.desk.events()
    const refused = await client.desk.events().catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'REFUSED', data: { code: 'busy', retryable: true } })
    letGo.abort()
    await expect
      .poll(() =>
        client.desk.events().then(
          () => 'opened',
          () => 'refused',
        ),
      )
      .toBe('opened')
  })

  test('that goes away has what it asked for aborted', async () => {
    const desk = deskBehindDoors()
    const { client, close } = await open(desk)
    client.accounts.get({ id: ACCOUNTS.slow }).catch(() => undefined)
    const events = await client.desk.events()
    events.next().catch(() => undefined)
    await expect.poll(() => desk.slowCalls.running).toBe(1)
    await expect.poll(() => desk.streams()).toBe(1)
    close()
    await expect.poll(() => desk.slowCalls.aborted).toBe(1)
    await expect.poll(() => desk.streams()).toBe(0)
    desk.finishSlowCalls()
  })

  test('that sends a message of the largest size is answered, one larger is refused in words', async () => {
    const { client } = await open(deskBehindDoors())
    const fits = await client.accounts.get({ id: 'x'.repeat(MAX_MESSAGE - 200) }).catch((error: unknown) => error)
    expect(fits).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('cannot be used') })
    const larger = await client.accounts.get({ id: 'x'.repeat(MAX_MESSAGE) }).catch((error: unknown) => error)
    expect(larger).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('too large') })
    expect(await client.desk.startup()).toEqual({ problem: null })
  })

  test.each([
    ['far more than any call', 'x'.repeat(MAX_MESSAGE_BEFORE_CLOSE + 1)],
    ['something that is not JSON', 'not JSON'],
    ['JSON that is no call', '{"a":1}'],
    ['null', 'null'],
    ['a call without a path', '{"i":"1","p":{}}'],
    ['a call to nowhere', '{"i":"1","p":{"u":"::::"}}'],
    ['bytes', Buffer.from([0, 1, 2, 255, 254])],
  ])('that sends %s is cut off, and the desk goes on for others', async (_what, message) => {
    const desk = deskBehindDoors()
    const raw = await open(desk)
    raw.send(message)
    expect(await raw.closed).toBe('closed')
    const other = await open(desk)
    expect(await other.client.desk.startup()).toEqual({ problem: null })
  })
})

test('a message port that carries anything but text or bytes is closed', async () => {
  const raw = overPort(deskBehindDoors())
  raw.send({ i: '1', p: { u: '/desk/startup' } })
  expect(await raw.closed).toBe('closed')
})
