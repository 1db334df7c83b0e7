import { accountHandlers } from '../accounts/handlers.ts'
import { contactHandlers } from '../contacts/handlers.ts'
import { conversationHandlers } from '../conversations/handlers.ts'
import { draftHandlers } from '../drafts/handlers.ts'
import { exportHandlers } from '../exports/handlers.ts'
import { groupHandlers } from '../groups/handlers.ts'
import { importHandlers } from '../imports/handlers.ts'
import { labelHandlers } from '../labels/handlers.ts'
import { hookHandlers, listenerHandlers } from '../listener/handlers.ts'
import { messageHandlers } from '../messages/handlers.ts'
import { noteHandlers } from '../notes/handlers.ts'
import { notificationHandlers } from '../notifications/handlers.ts'
import { optOutHandlers } from '../opt-outs/handlers.ts'
import { outboxHandlers } from '../outbox/handlers.ts'
import { priceHandlers } from '../prices/handlers.ts'
import { replyHandlers } from '../replies/handlers.ts'
import { sandboxHandlers } from '../sandbox/handlers.ts'
import { searchHandlers } from '../search/handlers.ts'
import { settingsHandlers } from '../settings/handlers.ts'
import { templateHandlers } from '../templates/handlers.ts'
import { deskHandlers } from './desk-handlers.ts'
import { host } from './implement.ts'

/** Every operation of the contract with its handler. The compiler finds one that is missing. */
export function createRouter() {
  return host.router({
    desk: deskHandlers,
    settings: settingsHandlers,
    accounts: accountHandlers,
    contacts: contactHandlers,
    groups: groupHandlers,
    optOuts: optOutHandlers,
    imports: importHandlers,
    conversations: conversationHandlers,
    labels: labelHandlers,
    drafts: draftHandlers,
    prices: priceHandlers,
    messages: messageHandlers,
    notes: noteHandlers,
    outbox: outboxHandlers,
    replies: replyHandlers,
    hooks: hookHandlers,
    listener: listenerHandlers,
    search: searchHandlers,
    sandbox: sandboxHandlers,
    templates: templateHandlers,
    exports: exportHandlers,
    notifications: notificationHandlers,
  })
}
