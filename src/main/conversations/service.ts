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
}

export interface ConversationServiceDependencies {
  store: Pick<Store, 'conversations'>
  contacts: Pick<ContactService, 'get'>
  settings: Pick<SettingsService, 'get'>
  events: EventHub
}

export function createConversationService({ store, contacts, settings, events }: ConversationServiceDependencies): ConversationService {
  return {
    list: (input) => store.conversations.list({ filter: input.filter, before: input.before ?? null, limit: input.limit }),

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
      const { unread, changed } = await store.conversations.setRead({ id, read })
      if (changed) events.changed({ topic: 'conversations', conversationId: id }, { topic: 'desk' })
      return { unread }
    },
  }
}
