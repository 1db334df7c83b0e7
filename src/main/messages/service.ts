import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { messagesContract } from '../../shared/contract/messages.ts'
import { readPhone } from '../../shared/phone/index.ts'
import type { AccountService, OpenedAccount } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import { capabilitiesOf } from '../providers/capabilities.ts'
import { messageProblem } from '../providers/check-message.ts'
import type { AdapterContext } from '../providers/types.ts'
import type { AskableCall } from '../receipts/calls.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import { requestKey } from './enqueue.ts'
import type { MessageView } from './rows.ts'
import { instantOfSchedule, providerTime, readRecipients, refusePast, textsFor, waitingOf, wishedTime } from './send-rules.ts'

type Inputs = InferContractRouterInputs<typeof messagesContract>
type Outputs = InferContractRouterOutputs<typeof messagesContract>

export interface MessageService {
  send(input: Inputs['send']): Promise<Outputs['send']>
  callWithCode(input: Inputs['callWithCode']): Promise<Outputs['callWithCode']>
  list(input: Inputs['list']): Promise<Outputs['list']>
  get(id: string): Promise<Outputs['get']>
  cancel(id: string): Promise<Outputs['cancel']>
  retry(id: string): Promise<Outputs['retry']>
  settle(input: Inputs['settle']): Promise<Outputs['settle']>
  sendNow(input: Inputs['sendNow']): Promise<Outputs['sendNow']>
  reschedule(input: Inputs['reschedule']): Promise<Outputs['reschedule']>
  refresh(id: string): Promise<Outputs['refresh']>
}

export interface MessageServiceDependencies {
  store: Pick<Store, 'messages' | 'outbox' | 'hooks' | 'receipts'>
  accounts: Pick<AccountService, 'open' | 'describe'>
  settings: Pick<SettingsService, 'get'>
  /** Tells the dispatcher that something is due. */
  wakeOutbox: () => void
  adapterContext: AdapterContext
  events: EventHub
  now: () => number
}

/** A one-time code is of no use later than this after it was asked for, in ms. */
const CODE_VALID_MS = 10 * 60_000

/** Whoever asks for a code waits for it. */
const CODE_AT_ANY_HOUR = 'A one-time code is called at once, whatever the hour.'

export function createMessageService(dependencies: MessageServiceDependencies): MessageService {
  const { store, accounts, settings, wakeOutbox, adapterContext, events, now } = dependencies

  function changed(message: MessageView): MessageView {
    events.changed(
      { topic: 'desk' },
      { topic: 'outbox' },
      { topic: 'messages', conversationId: message.conversationId },
      { topic: 'conversations', conversationId: message.conversationId },
    )
    return message
  }

  /** Asks about a text that has no reference of its own, by that of its call; what is said of the others counts as well. */
  async function askAboutCallOf(
    id: string,
    call: AskableCall,
    { account, adapter }: Pick<OpenedAccount, 'account' | 'adapter'>,
  ): Promise<void> {
    const { name } = adapter.descriptor
    const answer = (await adapter.queryCall?.(account, call.ref, adapterContext)) ?? {
      kind: 'not_found',
      message: `${name} cannot be asked.`,
    }
    if (answer.kind !== 'texts') throw new Refused('status_query_failed', answer.message, { retryable: true })
    const { told, conversationIds } = await store.receipts.applyCall({ call, texts: answer.texts, at: now() })
    for (const conversationId of conversationIds) {
      events.changed({ topic: 'messages', conversationId }, { topic: 'conversations', conversationId })
    }
    if (told.includes(id)) return
    const message = `${name} says nothing of this number among those of the same call. That does not prove that it was not sent.`
    throw new Refused('status_query_failed', message, { retryable: true })
  }

  return {
    async send(input) {
      const inForce = await settings.get()
      const recipients = readRecipients(input.to, inForce.defaultCountry)
      const texts = textsFor(input, recipients)
      const wished = wishedTime(input)
      // What the provider keeps does not wait here.
      const providerAt = input.keptByProvider === true ? wished.scheduledAt : null
      const time = providerAt === null ? wished : { ...wished, scheduledAt: null, schedule: null }
      const request = {
        requestId: input.requestId,
        accountId: input.accountId,
        items: texts.map((item) => ({ ...item, requestKey: requestKey(input.requestId, item.to) })),
        ...time,
        providerAt,
      }
      // First of all, since what may be asked for once may not be any more when the answer got lost and it is asked again.
      const earlier = await store.messages.findRequest(request)
      if (earlier !== null) return { messages: earlier }

      const account = await accounts.describe(input.accountId)
      const at = now()
      if (input.keptByProvider === true) {
        const ahead = capabilitiesOf(account.adapter, account.config).providerSchedule
        providerTime(wished, { provider: account.adapter.descriptor.name, ahead, now: at })
      }
      const waiting = waitingOf(input, { ...time, providerAt }, { recipients, settings: inForce, now: at })
      for (const { to, text } of texts) {
        const problem = account.adapter.checkMessage({ to, text }, account.config)
        if (problem !== null) throw new Refused(problem.code, problem.message)
      }
      const sender = account.adapter.senderOf(account.config)
      const { templateIds = [] } = input
      const messages = await store.messages.enqueue({ ...request, ...waiting, sender, templateIds, now: at })
      for (const message of messages) changed(message)
      const [only] = messages
      events.changed({ topic: 'drafts' })
      if (only !== undefined && messages.length === 1) events.changed({ topic: 'drafts', conversationId: only.conversationId })
      if (templateIds.length > 0) events.changed({ topic: 'templates' })
      wakeOutbox()
      return { messages }
    },

    async callWithCode(input) {
      const { defaultCountry } = await settings.get()
      const [to = ''] = readRecipients([input.to], defaultCountry)
      const digits = input.digits.replaceAll(/[\s-]/g, '')
      const items = [{ to, text: digits, parts: 0, requestKey: requestKey(input.requestId, to) }]
      const request = { requestId: input.requestId, accountId: input.accountId, kind: 'voice_code' as const, items, scheduledAt: null }
      const [earlier] = (await store.messages.findRequest(request)) ?? []
      if (earlier !== undefined) return earlier

      const { adapter, config } = await accounts.describe(input.accountId)
      const problem = messageProblem(adapter, config, { kind: 'voice_code', to, text: digits })
      if (problem !== null) throw new Refused(problem.code, problem.message)
      const at = now()
      const [message] = await store.messages.enqueue({
        ...request,
        validUntil: at + CODE_VALID_MS,
        quietOverride: CODE_AT_ANY_HOUR,
        sender: adapter.callerOf?.(config) ?? adapter.senderOf(config),
        now: at,
      })
      if (message === undefined) throw new Error('a call was not queued')
      wakeOutbox()
      return changed(message)
    },

    async list(input) {
      let to: string | null = null
      if (input.to !== undefined) {
        const { defaultCountry } = await settings.get()
        const phone = readPhone(input.to, defaultCountry)
        if (!phone.valid) throw new Refused('number_invalid', `“${input.to}” is not a phone number: ${phone.reason}`)
        to = phone.e164
      }
      return store.messages.list({
        conversationId: input.conversationId ?? null,
        to,
        status: input.status ?? null,
        before: input.before ?? null,
        after: input.after ?? null,
        around: input.around ?? null,
        limit: input.limit,
      })
    },

    get: (id) => store.messages.get({ id }),

    async cancel(id) {
      const message = changed(await store.messages.cancel({ id, now: now() }))
      // It may have held back others of its conversation.
      wakeOutbox()
      return message
    },

    async retry(id) {
      const message = changed(await store.messages.retry({ id, now: now() }))
      wakeOutbox()
      return message
    },

    async settle(input) {
      const message = changed(await store.messages.settle({ ...input, now: now() }))
      wakeOutbox()
      return message
    },

    async sendNow({ id, reason }) {
      const message = changed(await store.messages.sendNow({ id, reason: reason ?? null, now: now() }))
      wakeOutbox()
      return message
    },

    async reschedule({ id, schedule }) {
      const at = instantOfSchedule(schedule)
      refusePast(at, now())
      const message = changed(await store.messages.reschedule({ id, at, schedule, now: now() }))
      // It may have held back others of its conversation, or be the next to come due.
      wakeOutbox()
      return message
    },

    async refresh(id) {
      const message = await store.messages.get({ id })
      const { account, adapter } = await accounts.open(message.accountId)
      if (adapter.queryStatus === null) {
        throw new Refused('status_query_unsupported', `${adapter.descriptor.name} cannot be asked what became of a text.`)
      }
      const latest = adapter.queryCall === undefined ? null : await store.messages.latestCall({ id, accountId: message.accountId })
      if (latest?.isNameless === true) {
        await askAboutCallOf(id, latest.call, { account, adapter })
        return changed(await store.messages.get({ id }))
      }
      const ref = (await store.messages.latestRef({ id })) ?? message.providerRefs[0]
      if (ref === undefined) {
        throw new Refused(
          'status_query_no_reference',
          `${adapter.descriptor.name} gave no reference for this text, so it cannot be asked about it.`,
        )
      }
      const answer = await adapter.queryStatus(account, ref, adapterContext)
      if (answer.kind !== 'receipt') throw new Refused('status_query_failed', answer.message, { retryable: true })
      await store.messages.applyReceipt({ accountId: message.accountId, reading: answer.receipt, at: now() })
      return changed(await store.messages.get({ id }))
    },
  }
}
