import { MessageChannel } from 'node:worker_threads'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { App } from '../../src/main/app/createApp.ts'
import { createEventHub } from '../../src/main/app/events.ts'
import { host, os } from '../../src/main/app/implement.ts'
import { Refused } from '../../src/main/app/refused.ts'
import { startBrowserServer, type BrowserServer } from '../../src/main/browser/server.ts'
import { openCommandLineDoor } from '../../src/main/doors/command-line.ts'
import { connectToRunningDesk } from '../../src/main/doors/connect.ts'
import { createDoor, type DeskRouter } from '../../src/main/doors/connection.ts'
import { createInProcessClient } from '../../src/main/doors/in-process.ts'
import { serveMessagePort } from '../../src/main/doors/message-port.ts'
import type { StartupProblem } from '../../src/shared/contract/desk.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog, type MemoryLog } from '../support/memory-log.ts'
import { TEST_SETTINGS } from '../support/settings.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

/** Ids of accounts that behave in a certain way when asked for. */
export const ACCOUNTS = {
  unknown: '0190a000-0000-7000-8000-000000000001',
  broken: '0190a000-0000-7000-8000-000000000002',
  outsideTheContract: '0190a000-0000-7000-8000-000000000003',
  slow: '0190a000-0000-7000-8000-000000000004',
} as const

/** What a bug says that nobody outside may read. */
export const INNER_WORDS = 'SELECT secret FROM accounts'

/** A desk that is all doors: a handful of operations behind the host's real error handling. */
export interface DeskBehindDoors {
  app: App
  router: DeskRouter
  log: MemoryLog
  dataFolder: string
  /** Lets the slow calls of now finish. */
  finishSlowCalls(): void
  /** Slow calls under way, and how many were aborted. */
  slowCalls: { running: number; aborted: number }
  /** Event streams under way. */
  streams(): number
  setProblem(problem: StartupProblem | null): void
}

export function deskBehindDoors(): DeskBehindDoors {
  const log = memoryLog()
  const events = createEventHub(createFakeClock())
  const slowCalls = { running: 0, aborted: 0 }
  let finish: Array<() => void> = []
  let problem: StartupProblem | null = null
  let streams = 0

  const router = host.router({
    desk: {
      startup: host.desk.startup.handler(() => ({ problem })),
      status: os.desk.status.handler(() => {
        throw new Error('not reached while the data is not open')
      }),
      events: host.desk.events.handler(({ signal }) => {
        streams += 1
        signal?.addEventListener('abort', () => (streams -= 1))
        return events.iterate(signal)
      }),
    },
    settings: {
      get: host.settings.get.handler(() => TEST_SETTINGS),
      set: host.settings.set.handler(({ input }) => ({ ...TEST_SETTINGS, ...input })),
    },
    accounts: {
      get: host.accounts.get.handler(async ({ input, signal }) => {
        switch (input.id) {
          case ACCOUNTS.broken:
            throw new Error(INNER_WORDS)
          case ACCOUNTS.outsideTheContract:
            return { id: 7 } as never
          case ACCOUNTS.slow:
            slowCalls.running += 1
            signal?.addEventListener('abort', () => (slowCalls.aborted += 1))
            await new Promise<void>((resolve) => finish.push(resolve))
            slowCalls.running -= 1
            throw new Refused('slow', 'This took long, and then it was refused.', { retryable: true })
          default:
            throw new Refused('account_not_found', 'There is no such account any more.')
        }
      }),
      check: host.accounts.check.handler(({ input }) => {
        throw new Refused('reached', `The settings came through: ${JSON.stringify(input)}.`)
      }),
      callReplies: host.accounts.callReplies.handler(({ input }) => {
        throw new Refused('reached', `The account came through: ${JSON.stringify(input)}.`)
      }),
      setCallReply: host.accounts.setCallReply.handler(({ input }) => {
        throw new Refused('reached', `The answer came through: ${input.text?.length ?? 0} characters.`)
      }),
      setRate: host.accounts.setRate.handler(({ input }) => {
        throw new Refused('reached', `The rate came through: ${JSON.stringify(input.rate)}.`)
      }),
    },
    conversations: {
      list: host.conversations.list.handler(({ input }) => {
        throw new Refused('reached', `It came through: ${JSON.stringify(input).length} characters.`)
      }),
      some: host.conversations.some.handler(({ input }) => {
        throw new Refused('reached', `It came through: ${JSON.stringify(input).length} characters.`)
      }),
      counts: host.conversations.counts.handler(({ input }) => {
        throw new Refused('reached', `It came through: ${JSON.stringify(input).length} characters.`)
      }),
      unarchive: host.conversations.unarchive.handler(({ input }) => {
        throw new Refused('reached', `It came through: ${JSON.stringify(input).length} characters.`)
      }),
    },
    labels: {
      create: host.labels.create.handler(({ input }) => {
        throw new Refused('reached', `It came through: ${JSON.stringify(input).length} characters.`)
      }),
      move: host.labels.move.handler(({ input }) => {
        throw new Refused('reached', `It came through: ${JSON.stringify(input).length} characters.`)
      }),
    },
    drafts: {
      save: host.drafts.save.handler(({ input }) => {
        throw new Refused('reached', `The draft came through: ${input.draft.text.length} characters.`)
      }),
    },
    prices: {
      set: host.prices.set.handler(({ input }) => {
        throw new Refused('reached', `The price came through: ${input.micros}.`)
      }),
    },
    messages: {
      send: host.messages.send.handler(({ input }) => {
        throw new Refused('reached', `The text came through: ${JSON.stringify(input)}.`)
      }),
      callWithCode: host.messages.callWithCode.handler(({ input }) => {
        throw new Refused('reached', `The code came through: ${JSON.stringify(input)}.`)
      }),
      sendNow: host.messages.sendNow.handler(({ input }) => {
        throw new Refused('reached', `The reason came through: ${JSON.stringify(input.reason)}.`)
      }),
      reschedule: host.messages.reschedule.handler(({ input }) => {
        throw new Refused('reached', `The time came through: ${JSON.stringify(input.schedule)}.`)
      }),
      list: host.messages.list.handler(({ input }) => {
        throw new Refused('reached', `The list came through: ${JSON.stringify(input)}.`)
      }),
    },
    notes: {
      list: host.notes.list.handler(({ input }) => {
        throw new Refused('reached', `The stretch came through: ${JSON.stringify(input)}.`)
      }),
      add: host.notes.add.handler(({ input }) => {
        throw new Refused('reached', `The note came through: ${input.text.length} characters.`)
      }),
      restore: host.notes.restore.handler(({ input }) => {
        throw new Refused('reached', `The note came through: ${input.text.length} characters.`)
      }),
    },
    hooks: {
      list: host.hooks.list.handler(({ input }) => {
        throw new Refused('reached', `The list came through: ${JSON.stringify(input)}.`)
      }),
      replay: host.hooks.replay.handler(({ input }) => {
        throw new Refused('reached', `The hook came through: ${input.id}.`)
      }),
      replayUnreadable: host.hooks.replayUnreadable.handler(({ input }) => {
        throw new Refused('reached', `The account came through: ${JSON.stringify(input)}.`)
      }),
    },
    search: {
      query: host.search.query.handler(({ input }) => {
        throw new Refused('reached', `The search came through: ${JSON.stringify(input)}.`)
      }),
    },
    listener: {
      setPort: host.listener.setPort.handler(({ input }) => {
        throw new Refused('reached', `The port came through: ${input.port}.`)
      }),
      setTunnel: host.listener.setTunnel.handler(({ input }) => {
        throw new Refused('reached', `The choice came through: ${JSON.stringify(input.choice)}.`)
      }),
      setTunnelToken: host.listener.setTunnelToken.handler(({ input }) => {
        throw new Refused('reached', `The token came through: ${input.value?.length ?? 0} characters.`)
      }),
    },
    outbox: {
      list: host.outbox.list.handler(({ input }) => {
        throw new Refused('reached', `The list came through: ${JSON.stringify(input)}.`)
      }),
      cancel: host.outbox.cancel.handler(({ input }) => ({ cancelled: input.ids.length, tooLate: 0 })),
      cancelAll: host.outbox.cancelAll.handler(({ input }) => {
        throw new Refused('reached', `The list came through: ${JSON.stringify(input)}.`)
      }),
      retryFailed: host.outbox.retryFailed.handler(({ input }) => {
        throw new Refused('reached', `The kind came through: ${JSON.stringify(input)}.`)
      }),
      sendNow: host.outbox.sendNow.handler(({ input }) => {
        throw new Refused('reached', `The reason came through: ${JSON.stringify(input.reason)}.`)
      }),
      settle: host.outbox.settle.handler(({ input }) => {
        throw new Refused('reached', `The decision came through: ${JSON.stringify(input.decision)}.`)
      }),
      moveWaiting: host.outbox.moveWaiting.handler(({ input }) => {
        throw new Refused('reached', `The accounts came through: ${JSON.stringify(input)}.`)
      }),
    },
    templates: {
      list: host.templates.list.handler(({ input }) => {
        throw new Refused('reached', `The search came through: ${JSON.stringify(input)}.`)
      }),
      create: host.templates.create.handler(({ input }) => {
        throw new Refused('reached', `The template came through: ${input.text.length} characters.`)
      }),
      people: host.templates.people.handler(({ input }) => {
        throw new Refused('reached', `The numbers came through: ${input.numbers.length}.`)
      }),
    },
    replies: {
      setAway: host.replies.setAway.handler(({ input }) => {
        throw new Refused('reached', `The away message came through: ${input.text.length} characters.`)
      }),
    },
  } as unknown as Parameters<typeof host.router>[0]) as DeskRouter

  const app: App = {
    log,
    events,
    startupProblem: () => problem,
    resolveStartup: () => Promise.resolve(problem),
    services() {
      throw new Refused('vault_locked', 'The keys are locked. Type the passphrase to open them.', { retryable: true })
    },
    status: () => Promise.reject(new Error('not used')),
    useVault: () => Promise.reject(new Error('not used')),
    stop: () => Promise.resolve(),
  }
  return {
    app,
    router,
    log,
    dataFolder: temporaryFolder(),
    slowCalls,
    streams: () => streams,
    finishSlowCalls() {
      for (const resolve of finish) resolve()
      finish = []
    },
    setProblem(next) {
      problem = next
    },
  }
}

/** A window's page as the build makes it, with one more file beside it. */
export function builtWindow(): string {
  const folder = join(temporaryFolder(), 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><head><meta property="csp-nonce" nonce="%CSP_NONCE%"><title>SMS Desk</title></head></html>',
  )
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {}')
  writeFileSync(join(folder, '.hidden'), 'hidden')
  return folder
}

export async function startServer(desk: DeskBehindDoors, rendererFolder = builtWindow()): Promise<BrowserServer> {
  const server = await startBrowserServer({
    door: createDoor(desk),
    rendererFolder,
    port: 0,
    log: desk.log,
    now: () => Date.now(),
  })
  onTestFinished(() => server.close())
  return server
}

/** Opens the printed address as a browser does, and returns the cookie it would keep. */
export async function cookieOf(server: BrowserServer): Promise<string> {
  const response = await fetch(server.url, { redirect: 'manual' })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** A WebSocket to the browser shell with the headers a browser would send, changed as wished. */
export async function browserSocket(server: BrowserServer, headers: Record<string, string> = {}): Promise<WebSocket> {
  const origin = `http://127.0.0.1:${server.port}`
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, {
    headers: { origin, 'sec-fetch-site': 'same-origin', cookie: await cookieOf(server), ...headers },
  })
  onTestFinished(() => socket.terminate())
  return socket
}

export function clientOver(socket: WebSocket): DeskClient {
  return createORPCClient<DeskClient>(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }))
}

/** Every way in, by name. Each gives a client that is closed after the test. */
export const DOORS: Record<string, (desk: DeskBehindDoors) => Promise<DeskClient>> = {
  async 'message port'(desk) {
    const { port1, port2 } = new MessageChannel()
    serveMessagePort(createDoor(desk), port1)
    onTestFinished(() => port2.close())
    return createORPCClient<DeskClient>(new PortLink({ port: port2 }))
  },
  async 'browser WebSocket'(desk) {
    return clientOver(await browserSocket(await startServer(desk)))
  },
  async 'command line of a running desk'(desk) {
    const door = await openCommandLineDoor(desk)
    onTestFinished(() => door.close())
    const running = await connectToRunningDesk(desk.dataFolder)
    if (running === null) throw new Error('the running desk was not found')
    onTestFinished(() => running.close())
    return running.client
  },
  async 'in process'(desk) {
    return createInProcessClient(desk)
  },
}
