import { accountOperations } from '../accounts/operations.ts'
import { callReplyOperations } from '../accounts/call-replies.ts'
import { contactOperations } from '../contacts/operations.ts'
import { conversationOperations } from '../conversations/operations.ts'
import { draftOperations } from '../drafts/operations.ts'
import { exportOperations } from '../exports/operations.ts'
import { groupOperations } from '../groups/operations.ts'
import { importOperations } from '../imports/operations.ts'
import { labelOperations } from '../labels/operations.ts'
import { journalOperations } from '../listener/journal-operations.ts'
import { hookOperations } from '../listener/operations.ts'
import { pastedAddressOperations } from '../listener/pasted-addresses.ts'
import { messageOperations } from '../messages/operations.ts'
import { noteOperations } from '../notes/operations.ts'
import { optOutOperations } from '../opt-outs/operations.ts'
import { outboxOperations } from '../outbox/operations.ts'
import { outboxListOperations } from '../outbox/screen-operations.ts'
import { priceOperations } from '../prices/operations.ts'
import { receiptOperations } from '../receipts/operations.ts'
import { replyOperations } from '../replies/operations.ts'
import { sandboxOperations } from '../sandbox/operations.ts'
import { searchOperations } from '../search/operations.ts'
import { settingOperations } from '../settings/operations.ts'
import { templateOperations } from '../templates/operations.ts'
import type { Operation } from './operation.ts'
import { maintenanceOperations } from './operations.ts'

/** Every operation of the data thread, by feature. The worker runs these; the `Store` type derives from them. */
export const operationGroups = {
  accounts: accountOperations,
  callReplies: callReplyOperations,
  contacts: contactOperations,
  conversations: conversationOperations,
  drafts: draftOperations,
  exports: exportOperations,
  groups: groupOperations,
  hooks: hookOperations,
  hookJournal: journalOperations,
  imports: importOperations,
  labels: labelOperations,
  maintenance: maintenanceOperations,
  messages: messageOperations,
  notes: noteOperations,
  optOuts: optOutOperations,
  outbox: outboxOperations,
  outboxLists: outboxListOperations,
  pastedAddresses: pastedAddressOperations,
  prices: priceOperations,
  receipts: receiptOperations,
  replies: replyOperations,
  sandbox: sandboxOperations,
  search: searchOperations,
  settings: settingOperations,
  templates: templateOperations,
} satisfies Record<string, Record<string, Operation<never, unknown>>>
