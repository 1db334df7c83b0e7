import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { storeWorkerUrl } from '../../src/main/app/store-worker-url.ts'
import { createWorkerOpenStore } from '../../src/main/store/worker-store.ts'
import type { CarrierCall } from './carrier.ts'
import {
  createProbeStore,
  KARL,
  MAJA,
  MINUTE,
  numbers,
  SECOND,
  send,
  sendOne,
  startFaultDesk,
  until,
  untilCalls,
  untilStatus,
} from './desk.ts'

const CHILD = fileURLToPath(new URL('hold-database.ts', import.meta.url))

/**
 * Another process takes the database. Resolves when it has it, to a way to have it let go.
 * @param longerMs how much longer it then keeps it, in milliseconds
 */
async function lockFromOutside(dataFolder: string, longerMs = 0): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [CHILD, dataFolderPaths(dataFolder).database, String(longerMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return async () => {
    const ended = once(child, 'exit')
    child.stdin.end()
    await ended
  }
}

/** A desk whose connection gives up after a moment instead of five seconds, since its thread is the test's. */
async function startHastyDesk() {
  const probe = createProbeStore()
  const test = await startFaultDesk({
    openStore: async (options) => {
      const store = await probe.openStore(options)
      probe.db().pragma('busy_timeout = 20')
      return store
    },
  })
  return test
}

describe('a database that another process holds', () => {
  it('lets nothing be claimed, and what was due goes when it is free again', async () => {
    const test = await startHastyDesk()
    const id = await sendOne(test, MAJA, 'At nine and a minute', { at: test.clock.now() + MINUTE })
    const release = await lockFromOutside(test.dataFolder)
    await test.clock.advance(MINUTE + 10 * SECOND)
    expect(test.carrier.calls).toHaveLength(0)
    expect(test.log.events()).toContain('outbox.turn_failed')
    expect((await test.desk.messages.get({ id })).status).toBe('queued')
    await release()
    await test.clock.advance(2 * SECOND)
    expect((await untilStatus(test, id, 'sent')).attempts).toHaveLength(1)
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('keeps the outcomes of calls in flight until they can be written, and none of them goes again', async () => {
    const test = await startHastyDesk()
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    const to = numbers(5)
    const ids = await Promise.all(to.slice(0, 3).map((number) => sendOne(test, number, 'Ready')))
    const batch = (await send(test, to.slice(3), 'Offer')).map(({ id }) => id)
    await untilCalls(test.carrier, 4)
    const release = await lockFromOutside(test.dataFolder)
    for (const call of open) call.accept()
    await until(() => expect(test.log.events()).toContain('outbox.turn_failed'))
    await test.clock.advance(5 * SECOND)
    expect((await test.desk.messages.list({ limit: 10, status: 'sending' })).messages).toHaveLength(5)
    await release()
    await test.clock.advance(2 * SECOND)
    for (const id of [...ids, ...batch]) {
      const message = await untilStatus(test, id, 'sent')
      expect(message.providerRefs).toHaveLength(1)
      expect(message.attempts).toHaveLength(1)
    }
    await test.clock.advance(MINUTE)
    expect(test.carrier.calls).toHaveLength(4)
  })

  it('and a desk that stops meanwhile leaves texts whose fate nobody knows, and does not repeat them', async () => {
    const test = await startHastyDesk()
    const open: CarrierCall[] = []
    test.carrier.onCall = (call) => void open.push(call)
    const id = await sendOne(test, MAJA, 'Ready')
    await untilCalls(test.carrier, 1)
    const release = await lockFromOutside(test.dataFolder)
    for (const call of open) call.accept()
    await until(() => expect(test.log.events()).toContain('outbox.turn_failed'))
    await test.app.stop()
    await release()
    test.carrier.onCall = (call) => call.accept()
    const again = await test.restart()
    await untilStatus(again, id, 'unconfirmed')
    await again.clock.advance(MINUTE)
    expect(test.carrier.calls).toHaveLength(1)
  })

  it('for a moment only makes everything wait for that moment', async () => {
    const asked = Promise.withResolvers<void>()
    let isHeld = false
    const openInThread = createWorkerOpenStore(storeWorkerUrl())
    const test = await startFaultDesk({
      openStore: async (options) => {
        const store = await openInThread(options)
        const enqueue: typeof store.messages.enqueue = (input) => {
          const queued = store.messages.enqueue(input)
          if (isHeld) asked.resolve()
          return queued
        }
        return { ...store, messages: { ...store.messages, enqueue } }
      },
    })
    const release = await lockFromOutside(test.dataFolder, 300)
    isHeld = true
    const queued = sendOne(test, MAJA, 'Ready')
    await Promise.race([asked.promise, queued])
    await release()
    await untilStatus(test, await queued, 'sent')
    expect(test.carrier.calls).toHaveLength(1)
    expect(test.log.events()).not.toContain('outbox.turn_failed')
  })

  it('is named to who wants to send, as something that may pass', async () => {
    const test = await startHastyDesk()
    const release = await lockFromOutside(test.dataFolder)
    const refused = await sendOne(test, KARL, 'Ready').catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'REFUSED', data: { retryable: true } })
    await release()
    await untilStatus(test, await sendOne(test, KARL, 'Ready'), 'sent')
  })
})
