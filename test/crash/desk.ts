import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../../src/main/app/createApp.ts'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { createNodePorts } from '../../src/main/app/node-ports.ts'
import type { Ports } from '../../src/main/app/ports.ts'
import { createRouter } from '../../src/main/app/router.ts'
import { createInProcessClient } from '../../src/main/doors/in-process.ts'
import type { OpenSecrets } from '../../src/main/secrets/types.ts'
import type { DeskClient } from '../../src/shared/contract/client.ts'
import type { Message } from '../../src/shared/contract/messages.ts'
import type { ReportedMessage } from './evidence.ts'
import type { PlannedSend } from './plan.ts'

/** The token of every account, in every process: what a keychain would remember. */
const openSecrets: OpenSecrets = () =>
  Promise.resolve({
    kind: 'keychain',
    reason: null,
    get: () => Promise.resolve('a-token'),
    set: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  })

/** Opens a whole desk on a data folder for a task, as a shell does, and stops it after. */
export async function withDesk(
  {
    dataFolder,
    dispatch,
    openStore,
    listenerPort = null,
  }: { dataFolder: string; dispatch: boolean; openStore?: Ports['openStore']; listenerPort?: number | null },
  task: (desk: DeskClient) => Promise<void>,
): Promise<void> {
  const plain = createNodePorts({ shell: 'test', dataFolder, listenerPort, dispatch })
  const app = await createApp({ ...plain, openSecrets, openStore: openStore ?? plain.openStore })
  const problem = app.startupProblem()
  if (problem !== null) throw new Error(`${problem.message}\n${lastOfLog(dataFolder)}`)
  try {
    await task(createInProcessClient({ app, router: createRouter() }))
  } finally {
    await app.stop()
  }
}

/** Makes the account of a run and queues its texts. Sends nothing. */
export function prepareDesk(dataFolder: string, baseUrl: string, plan: readonly PlannedSend[]): Promise<void> {
  return withDesk({ dataFolder, dispatch: false }, async (desk) => {
    const account = await desk.accounts.add({
      provider: 'connectel',
      name: 'Crash',
      config: { baseUrl, sender: 'Desk' },
      secrets: { token: 'a-token' },
    })
    for (const { to, text } of plan) {
      await desk.messages.send({ requestId: crypto.randomUUID(), accountId: account.id, to, text, again: true })
    }
  })
}

/** Sends what waits, and answers what became of every message when nothing moves any more. */
export async function sendTheRest(dataFolder: string): Promise<ReportedMessage[]> {
  let report: ReportedMessage[] = []
  await withDesk({ dataFolder, dispatch: true }, async (desk) => {
    await untilNothingMoves(desk)
    report = (await allMessages(desk)).map(({ to, text, status, providerRefs }) => ({ to, text, status, refs: providerRefs }))
  })
  return report
}

/** Waits until nothing is queued or being sent. */
export async function untilNothingMoves(desk: DeskClient): Promise<void> {
  const events = await desk.desk.events()
  for (;;) {
    const moving = (await allMessages(desk)).filter(({ status }) => status === 'queued' || status === 'sending')
    if (moving.length === 0) break
    await events.next()
  }
  await events.return?.()
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

/** The end of the newest log file: why a desk did not start. */
function lastOfLog(dataFolder: string): string {
  const { logs } = dataFolderPaths(dataFolder)
  const newest = readdirSync(logs).toSorted().at(-1)
  return newest === undefined ? '' : readFileSync(join(logs, newest), 'utf8').slice(-4_000)
}
