import type { AccountService, OpenedAccount } from '../accounts/service.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import type { AdapterContext } from '../providers/types.ts'
import { askAbout, askAboutCall } from '../receipts/ask.ts'
import type { AskableCall } from '../receipts/calls.ts'
import type { Store } from '../store/store.ts'
import type { Askable } from './bulk-operations.ts'

/** Questions under way at a time: few, since providers limit them as they limit texts. */
const AT_A_TIME = 4
/** Questions asked in one go. */
const MOST = 200

/** What asking about unconfirmed messages brought. */
export interface Asked {
  /** Messages asked about. */
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
  store: Pick<Store, 'outboxLists' | 'messages' | 'receipts'>
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

  async function abilitiesOf(accountId: string): Promise<Abilities> {
    try {
      const { adapter } = await accounts.describe(accountId)
      return { texts: adapter.queryStatus !== null, calls: adapter.queryCall !== undefined }
    } catch (error) {
      if (error instanceof Refused) return { texts: false, calls: false }
      throw error
    }
  }

  /**
   * Asks about a call first, where there is one to ask about, and then about each text that its answer did not speak of.
   * @returns the messages that were asked about
   */
  async function askGroup({ call, members }: Group, open: (accountId: string) => Promise<OpenedAccount | null>): Promise<Askable[]> {
    const [first] = members
    const opened = first === undefined ? null : await open(first.accountId)
    if (opened === null) return []
    const told = call === null ? [] : await askCall(opened, call)
    for (const member of members) if (!told.includes(member.id)) await askOne(opened, member)
    return members
  }

  /** @returns the messages that the answer spoke of */
  async function askCall(opened: OpenedAccount, call: AskableCall): Promise<string[]> {
    const answer = await askAboutCall(opened, call.ref, { adapterContext, log })
    if (answer.kind !== 'texts') return []
    try {
      const { told, conversationIds } = await store.receipts.applyCall({ call, texts: answer.texts, at: now() })
      settledIn(conversationIds)
      return told
    } catch (error) {
      log.error('outbox.answer_not_written', error, { account: call.accountId })
      return []
    }
  }

  async function askOne(opened: OpenedAccount, { id, accountId, refs }: Askable): Promise<void> {
    try {
      for (const ref of refs) {
        const answer = await askAbout(opened, ref, { adapterContext, log })
        if (answer.kind === 'receipt') await store.messages.applyReceipt({ accountId, reading: answer.receipt, at: now() })
      }
    } catch (error) {
      log.error('outbox.answer_not_written', error, { message: id })
    }
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
    const abilities = new Map<string, Abilities>()
    for (const accountId of new Set(unconfirmed.map((one) => one.accountId))) abilities.set(accountId, await abilitiesOf(accountId))
    const questions = unconfirmed.flatMap((one) => askableWith(one, abilities.get(one.accountId)) ?? [])

    round += 1
    lastAsked = new Map(questions.map(({ id }) => [id, lastAsked.get(id) ?? 0]))
    const turn = questions.toSorted((one, other) => (lastAsked.get(one.id) ?? 0) - (lastAsked.get(other.id) ?? 0)).slice(0, MOST)
    const open = openOnce()
    const asked: Askable[] = []
    const waiting = groupsOf(turn).values()
    await Promise.all(
      Array.from({ length: AT_A_TIME }, async () => {
        for (const group of waiting) {
          for (const { id } of group.members) lastAsked.set(id, round)
          asked.push(...(await askGroup(group, open)))
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

/** What an account's provider can be asked about. */
interface Abilities {
  texts: boolean
  calls: boolean
}

/** Messages that are asked about together. */
interface Group {
  /** The call to ask about first; null where each is asked about by itself. */
  call: AskableCall | null
  members: Askable[]
}

/** What is left of the ways to ask about a message, given what its provider can answer; null where nothing is. */
function askableWith(message: Askable, abilities: Abilities | undefined): Askable | null {
  const refs = abilities?.texts === true ? message.refs : []
  const latest = abilities?.calls === true ? message.latest : null
  return refs.length > 0 || latest?.isNameless === true ? { ...message, refs, latest } : null
}

/** Messages of one call together, where that saves questions or one of them can be asked about in no other way. */
function groupsOf(messages: readonly Askable[]): Group[] {
  const byCall = Map.groupBy(messages, ({ id, latest }) => latest?.call.id ?? id)
  return [...byCall.values()].flatMap((members): Group[] => {
    const call = members[0]?.latest?.call ?? null
    if (call !== null && (members.length > 1 || members.some(({ latest }) => latest?.isNameless === true))) return [{ call, members }]
    return members.map((member) => ({ call: null, members: [member] }))
  })
}
