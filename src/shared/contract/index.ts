import { accountsContract } from './accounts.ts'
import { contactsContract } from './contacts.ts'
import { conversationsContract } from './conversations.ts'
import { deskContract, sandboxContract, settingsContract } from './desk.ts'
import { groupsContract } from './groups.ts'
import { hooksContract } from './hooks.ts'
import { importsContract } from './imports.ts'
import { listenerContract } from './listener.ts'
import { messagesContract } from './messages.ts'
import { optOutsContract } from './opt-outs.ts'
import { outboxContract } from './outbox.ts'
import { repliesContract } from './replies.ts'
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
  messages: messagesContract,
  outbox: outboxContract,
  replies: repliesContract,
  hooks: hooksContract,
  listener: listenerContract,
  search: searchContract,
  sandbox: sandboxContract,
}
export type Contract = typeof contract
