import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { conversationsContract } from '../../shared/contract/conversations.ts'
import { readPhone } from '../../shared/phone/index.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { ContactService } from '../contacts/service.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'

type Inputs = InferContractRouterInputs<typeof conversationsContract>
type Outputs = InferContractRouterOutputs<typeof conversationsContract>

export interface ConversationService {
  list(input: Inputs['list']): Promise<Outputs['list']>
  get(id: string): Promise<Outputs['get']>
  lookUp(input: Inputs['lookUp']): Promise<Outputs['lookUp']>
  setRead(id: string, read: boolean): Promise<{ unread: number }>
  some(input: Inputs['some']): Promise<Outputs['some']>
  counts(input: Inputs['counts']): Promise<Outputs['counts']>
  /** @throws Refused `conversation_not_found`, `pinned_too_many` */
  pin(id: string): Promise<Outputs['pin']>
  /** @throws Refused `conversation_not_found` */
  unpin(id: string): Promise<Outputs['unpin']>
  /** @throws Refused `conversation_not_found` */
  archive(id: string): Promise<Outputs['archive']>
  /** @throws Refused `conversation_not_found` */
  unarchive(input: Inputs['unarchive']): Promise<Outputs['unarchive']>
}

export interface ConversationServiceDependencies {
  store: Pick<Store, 'conversations'>
  contacts: Pick<ContactService, 'get'>
  settings: Pick<SettingsService, 'get'>
  events: EventHub
  now: () => number
}

export function createConversationService({
  store,
  contacts,
  settings,
  events,
  now,
}: ConversationServiceDependencies): ConversationService {
  function changed(id: string): void {
    events.changed({ topic: 'conversations', conversationId: id }, { topic: 'desk' })
  }

  return {
    list: (input) => store.conversations.list({ ...input, before: input.before ?? null }),
    some: (input) => store.conversations.some(input),
    counts: (input) => store.conversations.counts(input),

    async get(id) {
      const conversation = await store.conversations.get({ id })
      return { ...conversation, contact: conversation.contactId === null ? null : await contacts.get(conversation.contactId) }
    },

    async lookUp(input) {
      const { defaultCountry } = await settings.get()
      const phone = readPhone(input.number, defaultCountry)
      if (!phone.valid) throw new Refused('number_invalid', `“${input.number}” cannot get a text: ${phone.reason}`)
      const found = await store.conversations.lookUp({ peer: phone.e164 })
      return {
        e164: phone.e164,
        conversationId: found.conversationId,
        contact: found.contactId === null ? null : await contacts.get(found.contactId),
      }
    },

    async setRead(id, read) {
      const { unread, changed: isOther } = await store.conversations.setRead({ id, read })
      if (isOther) changed(id)
      return { unread }
    },

    async pin(id) {
      const { pinnedAt, changed: isOther } = await store.conversations.pin({ id, now: now() })
      if (isOther) changed(id)
      return { pinnedAt }
    },

    async unpin(id) {
      const result = await store.conversations.unpin({ id })
      if (result.unpinned) changed(id)
      return result
    },

    async archive(id) {
      const was = await store.conversations.archive({ id })
      if (was !== null) changed(id)
      return was ?? { unread: 0, pinnedAt: null }
    },

    async unarchive({ id, was }) {
      const { unread, changed: isOther } = await store.conversations.unarchive({ id, was: was ?? null })
      if (isOther) changed(id)
      return { unread }
    },
  }
}
