import { expect, onTestFinished, vi } from 'vitest'
import type { Clock, Ports } from '../../src/main/app/ports.ts'
import { createDataThread } from '../../src/main/store/data-thread.ts'
import { operationGroups } from '../../src/main/store/groups.ts'
import { openDatabase } from '../../src/main/store/open-database.ts'
import type { Db } from '../../src/main/store/operation.ts'
import type { OpenStore, Store } from '../../src/main/store/store.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import type { TestDesk } from '../support/test-desk.ts'
import { startTestDesk } from '../support/test-desk.ts'
import type { Carrier } from './carrier.ts'
import { startCarrier } from './carrier.ts'

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

export const MAJA = '+46701740605'
export const KARL = '+46701740606'
export const ANNA = '+46701740607'

/** A clock that can also be set, as people and time servers do. */
export interface SettableClock extends FakeClock {
  /** Sets it forward, or back, by so many milliseconds: no timer notices. */
  set(ms: number): void
}

export function createSettableClock(start?: number): SettableClock {
  const clock = createFakeClock(start)
  let offset = 0
  return {
    setTimer: (ms, task) => clock.setTimer(ms, task),
    advance: (ms) => clock.advance(ms),
    get pendingTimers() {
      return clock.pendingTimers
    },
    now: () => clock.now() + offset,
    set(ms) {
      offset += ms
    },
  }
}

/** A desk with an account at a carrier of the test's own, and a clock it can set. */
export interface FaultDesk extends Omit<TestDesk, 'clock' | 'restart'> {
  clock: SettableClock
  carrier: Carrier
  accountId: string
  /** Stops the desk and opens it again on the same folder, with the same accounts. */
  restart(change?: Partial<Ports>): Promise<FaultDesk>
}

/** @param start what the clock shows at first, ms UTC; left out: a Monday, 9:00 UTC */
export async function startFaultDesk(change: Partial<Ports> = {}, start?: number): Promise<FaultDesk> {
  const clock = createSettableClock(start)
  const carrier = await startCarrier()
  const test = await startTestDesk({ clock, ...change })
  // Before the desk stops: with a clock that stands still it would wait for ever for a call that hangs.
  onTestFinished(() => carrier.hangUp())
  return around(test, { clock, carrier, accountId: await addAccount(test, carrier, 'Garage') })
}

function around(test: TestDesk, kept: Pick<FaultDesk, 'clock' | 'carrier' | 'accountId'>): FaultDesk {
  return { ...test, ...kept, restart: async (change) => around(await test.restart(change), kept) }
}

/** Adds an account at a carrier. Its sender is its name. */
export async function addAccount({ desk }: Pick<TestDesk, 'desk'>, { baseUrl }: Carrier, name: string): Promise<string> {
  const account = await desk.accounts.add({
    provider: 'connectel',
    name,
    config: { baseUrl, sender: name },
    secrets: { token: 'tok-example' },
  })
  return account.id
}

type SendInput = Parameters<DeskClient['messages']['send']>[0]

/** Queues a text for each number; one number makes a reply, several make bulk. */
export async function send(
  { desk, accountId }: Pick<FaultDesk, 'desk' | 'accountId'>,
  to: string | readonly string[],
  text: string,
  more: Partial<SendInput> = {},
): Promise<Message[]> {
  const numbers = typeof to === 'string' ? [to] : [...to]
  const { messages } = await desk.messages.send({ requestId: crypto.randomUUID(), accountId, to: numbers, text, again: true, ...more })
  return messages
}

/** Queues one text for one number, and answers its id. */
export async function sendOne(
  test: Pick<FaultDesk, 'desk' | 'accountId'>,
  to: string,
  text: string,
  more: Partial<SendInput> = {},
): Promise<string> {
  const [message] = await send(test, to, text, more)
  if (message === undefined) throw new Error('nothing was queued')
  return message.id
}

/** Waits until a check no longer throws, and answers what it does then. */
export function until<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 10_000, interval: 10 })
}

export type WholeMessage = Awaited<ReturnType<DeskClient['messages']['get']>>

/** Waits for a status, and answers the message in it. */
export function untilStatus({ desk }: Pick<FaultDesk, 'desk'>, id: string, status: Message['status']): Promise<WholeMessage> {
  return until(async () => {
    const message = await desk.messages.get({ id })
    expect(message.status, `${message.error?.code ?? ''} ${message.error?.message ?? ''}`).toBe(status)
    return message
  })
}

/** Waits until so many calls have reached a carrier. */
export function untilCalls(carrier: Carrier, calls: number): Promise<void> {
  return until(() => expect(carrier.calls.length).toBe(calls))
}

/** Different numbers of a block that is kept free for fiction. */
export function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+46701740${String(610 + index)}`)
}

/** The store in the test's thread, with its own connection in the test's hands: to make it fail as disks and other programs do. */
export interface ProbeStore {
  openStore: OpenStore
  /** The connection of the latest store that was opened. */
  db(): Db
}

export function createProbeStore(): ProbeStore {
  let latest: Db | null = null
  return {
    async openStore({ dataFolder, log, now, shell = 'test' }) {
      const opened = await openDatabase({ dataFolder, shell, now: now(), log })
      latest = opened.db
      const thread = createDataThread(opened.db, operationGroups, log)
      const nobody = { onProgress: () => undefined, isCancelled: () => false }
      const groups = Object.entries(thread.operations).map(([group, names]) => [
        group,
        Object.fromEntries(names.map((name) => [name, (input: unknown) => thread.run(group, name, structuredClone(input), nobody)])),
      ])
      const close = async (): Promise<void> => {
        await thread.idle()
        opened.close()
      }
      return { ...Object.fromEntries(groups), close } as Store
    },
    db() {
      if (latest === null) throw new Error('no store was opened')
      return latest
    },
  }
}

/** What a clock shows, as `HH:MM` in UTC: for times of day in tests. */
export function utc(clock: Pick<Clock, 'now'>): string {
  return new Date(clock.now()).toISOString().slice(11, 16)
}
