import { accountsContract } from './accounts.ts'
import { contactsContract } from './contacts.ts'
import { conversationsContract } from './conversations.ts'
import { deskContract, sandboxContract, settingsContract } from './desk.ts'
import { draftsContract } from './drafts.ts'
import { exportsContract } from './exports.ts'
import { groupsContract } from './groups.ts'
import { hooksContract } from './hooks.ts'
import { importsContract } from './imports.ts'
import { labelsContract } from './labels.ts'
import { listenerContract } from './listener.ts'
import { messagesContract } from './messages.ts'
import { notesContract } from './notes.ts'
import { notificationsContract } from './notifications.ts'
import { optOutsContract } from './opt-outs.ts'
import { outboxContract } from './outbox.ts'
import { pricesContract } from './prices.ts'
import { repliesContract } from './replies.ts'
import { templatesContract } from './templates.ts'
import { searchContract } from './search.ts'

/**
 * Everything a window, a browser tab or the command line can ask of the host: once, with its bounds. Types,
 * validation, the doors and their tests derive from it. To add an operation, see CONTRIBUTING.md.
 */
export const contract = {
  desk: deskContract,
  settings: settingsContract,
  accounts: accountsContract,
  contacts: contactsContract,
  groups: groupsContract,
  optOuts: optOutsContract,
  imports: importsContract,
  conversations: conversationsContract,
  labels: labelsContract,
  drafts: draftsContract,
  prices: pricesContract,
  messages: messagesContract,
  notes: notesContract,
  outbox: outboxContract,
  replies: repliesContract,
  hooks: hooksContract,
  listener: listenerContract,
  search: searchContract,
  sandbox: sandboxContract,
  templates: templatesContract,
  exports: exportsContract,
  notifications: notificationsContract,
}
export type Contract = typeof contract
