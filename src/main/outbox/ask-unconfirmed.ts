import type { AccountService, OpenedAccount } from '../accounts/service.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext } from '../providers/types.ts'
import { askAbout } from '../receipts/ask.ts'
import type { Store } from '../store/store.ts'
import type { Askable } from './bulk-operations.ts'

/** Questions under way at a time: few, since providers limit them as they limit texts. */
const AT_A_TIME = 4
/** Questions asked in one go. */
const MOST = 200

/** What asking about unconfirmed messages brought. */
export interface Asked {
  /** Questions asked. */
  asked: number
  /** Messages whose fate is known now. */
  settled: number
  /** Messages nobody can be asked about: their provider cannot, gave no reference, or its account is gone. */
  cannotBeAsked: number
}

/** Asks providers what became of unconfirmed messages. */
export interface UnconfirmedAsker {
  /** A call while one is under way gets the same answer. */
  ask(): Promise<Asked>
}

export interface UnconfirmedAskerDependencies {
  store: Pick<Store, 'outboxLists' | 'messages'>
  accounts: Pick<AccountService, 'describe' | 'open'>
  adapterContext: AdapterContext
  /** Conversations in which a message's fate became known. */
  settledIn: (conversationIds: string[]) => void
  log: Log
  now: () => number
}

export function createUnconfirmedAsker(dependencies: UnconfirmedAskerDependencies): UnconfirmedAsker {
  const { store, accounts, adapterContext, settledIn, log, now } = dependencies
  /** When each was asked about last, so that the next call goes on with the others. Holds what is unconfirmed only. */
  let lastAsked = new Map<string, number>()
  let round = 0
  let running: Promise<Asked> | null = null

  async function canAnswer(accountId: string): Promise<boolean> {
    try {
      return (await accounts.describe(accountId)).adapter.queryStatus !== null
    } catch (error) {
      if (error instanceof Refused) return false
      throw error
    }
  }

  /** @returns whether a question was asked */
  async function askOne({ id, accountId, refs }: Askable, open: (accountId: string) => Promise<OpenedAccount | null>): Promise<boolean> {
    const opened = await open(accountId)
    if (opened === null || opened.adapter.queryStatus === null) return false
    try {
      for (const ref of refs) {
        const answer = await askAbout(opened, ref, { adapterContext, log })
        if (answer.kind === 'receipt') await store.messages.applyReceipt({ accountId, reading: answer.receipt, at: now() })
      }
    } catch (error) {
      log.error('outbox.answer_not_written', error, { message: id })
    }
    return true
  }

  /** Opens each account once: a keychain may ask its person. */
  function openOnce(): (accountId: string) => Promise<OpenedAccount | null> {
    const opened = new Map<string, Promise<OpenedAccount | null>>()
    return (accountId) => {
      const known = opened.get(accountId)
      if (known !== undefined) return known
      const opening = accounts.open(accountId).catch((error: unknown) => {
        if (!(error instanceof Refused)) log.error('outbox.account_not_opened', error, { account: accountId })
        return null
      })
      opened.set(accountId, opening)
      return opening
    }
  }

  async function run(): Promise<Asked> {
    const unconfirmed = await store.outboxLists.unconfirmed()
    const answering = new Map<string, boolean>()
    for (const accountId of new Set(unconfirmed.map((one) => one.accountId))) answering.set(accountId, await canAnswer(accountId))
    const questions = unconfirmed.filter(({ accountId, refs }) => refs.length > 0 && answering.get(accountId) === true)

    round += 1
    lastAsked = new Map(questions.map(({ id }) => [id, lastAsked.get(id) ?? 0]))
    const turn = questions.toSorted((one, other) => (lastAsked.get(one.id) ?? 0) - (lastAsked.get(other.id) ?? 0)).slice(0, MOST)
    const open = openOnce()
    const asked: Askable[] = []
    const waiting = turn.values()
    await Promise.all(
      Array.from({ length: AT_A_TIME }, async () => {
        for (const question of waiting) {
          lastAsked.set(question.id, round)
          if (await askOne(question, open)) asked.push(question)
        }
      }),
    )
    const settled = asked.length === 0 ? 0 : await store.outboxLists.countSettled({ ids: asked.map(({ id }) => id) })
    if (settled > 0) settledIn(asked.map(({ conversationId }) => conversationId))
    const unopened = turn.length - asked.length
    return { asked: asked.length, settled, cannotBeAsked: unconfirmed.length - questions.length + unopened }
  }

  return {
    ask: () =>
      (running ??= run().finally(() => {
        running = null
      })),
  }
}
