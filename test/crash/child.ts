/**
 * The process that is killed. Usage: `node child.ts DATA_FOLDER MODE [ARGUMENT]`
 *
 * - `prepare BASE_URL COUNT`: makes the account and queues COUNT texts, one per number.
 * - `send [POINT]`: sends what waits; kills itself at POINT if one is given; says `done` when nothing is left.
 * - `report`: prints every message as JSON.
 */
import { createApp } from '../../src/main/app/createApp.ts'
import { createNodePorts } from '../../src/main/app/node-ports.ts'
import type { Ports } from '../../src/main/app/ports.ts'
import { createRouter } from '../../src/main/app/router.ts'
import { createInProcessClient } from '../../src/main/doors/in-process.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import type { Store } from '../../src/main/store/store.ts'

/** Where the child can kill itself; the others are the parent's to choose, by what the carrier sees. */
export const CHILD_POINTS = ['before claim', 'after claim', 'before outcome', 'after outcome'] as const
export type ChildPoint = (typeof CHILD_POINTS)[number]

const [dataFolder = '', mode, ...rest] = process.argv.slice(2)

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000)
}

/** The store, with a trapdoor at one point on its third call, when some outcomes are already written. */
function trapped(store: Store, point: ChildPoint | undefined): Store {
  if (point === undefined) return store
  let calls = 0
  const due = (wanted: ChildPoint) => point === wanted && ++calls === 3
  return {
    ...store,
    outbox: {
      ...store.outbox,
      async claim(input, options) {
        if (due('before claim')) die()
        const claims = await store.outbox.claim(input, options)
        if (claims.length > 0 && due('after claim')) die()
        return claims
      },
      async recordOutcome(input, options) {
        if (due('before outcome')) die()
        const done = await store.outbox.recordOutcome(input, options)
        if (due('after outcome')) die()
        return done
      },
    },
  }
}

async function withDesk(dispatch: boolean, point: ChildPoint | undefined, task: (desk: DeskClient) => Promise<void>): Promise<void> {
  const plain = createNodePorts({
    shell: 'test',
    dataFolder,
    secretsKind: 'vault',
    vaultPassphrase: 'correct horse battery staple',
    listenerPort: null,
    dispatch,
  })
  const ports: Ports = { ...plain, openStore: async (options) => trapped(await plain.openStore(options), point) }
  const app = await createApp(ports)
  const problem = app.startupProblem()
  if (problem !== null) throw new Error(problem.message)
  try {
    await task(createInProcessClient({ app, router: createRouter() }))
  } finally {
    await app.stop()
  }
}

async function allMessages(desk: DeskClient): Promise<Message[]> {
  const messages: Message[] = []
  let before: string | undefined
  for (;;) {
    const page = await desk.messages.list({ limit: 500, before })
    messages.push(...page.messages)
    if (page.next === null) return messages
    before = page.next
  }
}

async function untilNothingMoves(desk: DeskClient): Promise<void> {
  const events = await desk.desk.events()
  for (;;) {
    const moving = (await allMessages(desk)).filter(({ status }) => status === 'queued' || status === 'sending')
    if (moving.length === 0) break
    await events.next()
  }
  await events.return?.()
}

if (mode === 'prepare') {
  const [baseUrl = '', count = '0'] = rest
  await withDesk(false, undefined, async (desk) => {
    const account = await desk.accounts.add({
      provider: 'connectel',
      name: 'Crash',
      config: { baseUrl, sender: 'Desk' },
      secrets: { token: 'a-token' },
    })
    for (let index = 0; index < Number(count); index += 1) {
      await desk.messages.send({
        requestId: crypto.randomUUID(),
        accountId: account.id,
        to: [`+4670174${String(600 + (index % 100)).padStart(4, '0')}`],
        text: `text ${index}`,
      })
    }
  })
} else if (mode === 'send') {
  await withDesk(true, rest[0] as ChildPoint | undefined, untilNothingMoves)
} else if (mode === 'report') {
  await withDesk(false, undefined, async (desk) => {
    process.stdout.write(JSON.stringify((await allMessages(desk)).map(({ text, status }) => ({ text, status }))))
  })
}
