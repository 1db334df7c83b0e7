import type { DeskClient } from '../../src/shared/contract/client.ts'
import { seededRandom } from '../support/random.ts'
import { addBenchAccount, withBenchDesk } from './desk.ts'
import { SEARCHES } from './searches.ts'
import { withSeededFolder } from './seeded.ts'
import { timeEach, timesOf, type Times } from './timing.ts'

/** What the inbox asks of the host, and how long each answer took. */
export interface InboxTimes {
  messages: number
  /** The first page of the list. */
  openInbox: Times
  /** The first page under each filter. */
  filters: Times
  /** A conversation with its latest messages: as many are long ones as a person would open. */
  openConversation: Times
  /** An earlier page of a conversation. */
  pageBack: Times
  search: Times
  /** From the call that sends to the state that a tick stands for, with a provider that answers at once. */
  sendToTick: Times
}

const FILTERS = ['unread', 'unanswered', 'failed'] as const
/** Conversations opened; each is paged back in, as far as it goes. */
const OPENED = 300
const PAGES_BACK = 3
/** Messages of a page. */
const PAGE = 60
const SENT = 100

/** Measures the inbox on a history of `messages`, with a provider on loopback. */
export function measureInbox(messages: number, providerPort: number): Promise<InboxTimes> {
  return withSeededFolder(messages, (dataFolder) =>
    withBenchDesk(async ({ desk }) => {
      const again = (count: number) => Array.from({ length: count }, (_, index) => index)
      // What is asked for the first time is read from the disk; a person opens the inbox all day.
      await desk.conversations.list({ filter: 'all', limit: PAGE })
      const openInbox = await timeEach(again(200), () => desk.conversations.list({ filter: 'all', limit: PAGE }))
      const filters = await timeEach(again(100), (index) =>
        desk.conversations.list({ filter: FILTERS[index % FILTERS.length] ?? 'all', limit: PAGE }),
      )
      const conversations = await chooseConversations(desk)
      const nexts: { conversationId: string; before: string }[] = []
      const openConversation = await timeEach(conversations, async (conversationId) => {
        const [, { next }] = await Promise.all([
          desk.conversations.get({ id: conversationId }),
          desk.messages.list({ conversationId, limit: PAGE }),
        ])
        if (next !== null) nexts.push({ conversationId, before: next })
      })
      const pageBack = timesOf(await timePagesBack(desk, nexts))
      const search = await timeEach(SEARCHES, (query) => desk.search.query({ query, limit: 50 }))
      const accountId = await addBenchAccount(desk, providerPort)
      const events = await desk.desk.events()
      const sendToTick = await timeEach(again(SENT), async (index) => {
        const { messages: sent } = await desk.messages.send({
          requestId: crypto.randomUUID(),
          accountId,
          to: [`+4673${String(1_000_000 + index)}`],
          text: `Your car is ready, number ${index}.`,
        })
        const id = sent[0]?.id ?? ''
        while ((await desk.messages.get({ id })).status !== 'sent') await events.next()
      })
      await events.return?.()
      return { messages, openInbox, filters, openConversation, pageBack, search, sendToTick }
    }, dataFolder),
  )
}

/** Conversations as people open them: half by how much is written in them, half any. The same at each run. */
async function chooseConversations(desk: DeskClient): Promise<string[]> {
  const random = seededRandom(1)
  const chosen: string[] = []
  let before: string | undefined
  const listed: string[] = []
  for (let page = 0; page < 20; page += 1) {
    const { conversations, next } = await desk.conversations.list({
      filter: 'all',
      limit: 500,
      ...(before === undefined ? {} : { before }),
    })
    listed.push(...conversations.map(({ id }) => id))
    if (next === null) break
    before = next
  }
  while (chosen.length < OPENED) {
    const top = chosen.length % 2 === 0 ? Math.min(60, listed.length) : listed.length
    chosen.push(listed[Math.floor(random() * top)] ?? '')
  }
  return chosen
}

/** How long earlier pages took, in milliseconds. Only whole ones count: a small history has fewer, and they must not look faster for it. */
async function timePagesBack(desk: DeskClient, starts: readonly { conversationId: string; before: string }[]): Promise<number[]> {
  const times: number[] = []
  for (const start of starts) {
    let before: string | null = start.before
    for (let page = 0; page < PAGES_BACK && before !== null; page += 1) {
      const asked = performance.now()
      const { messages, next } = await desk.messages.list({ conversationId: start.conversationId, limit: PAGE, before })
      if (messages.length === PAGE) times.push(performance.now() - asked)
      before = next
    }
  }
  return times
}
