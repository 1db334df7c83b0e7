import type { AccountService } from '../accounts/service.ts'
import type { ContactService } from '../contacts/service.ts'
import type { ConversationService } from '../conversations/service.ts'
import type { DraftService } from '../drafts/service.ts'
import type { ExportService } from '../exports/service.ts'
import type { GroupService } from '../groups/service.ts'
import type { ImportService } from '../imports/service.ts'
import type { LabelService } from '../labels/service.ts'
import type { HookJournal } from '../listener/journal-service.ts'
import type { ListenerScreenService } from '../listener/screen-service.ts'
import type { Listener } from '../listener/service.ts'
import type { MessageService } from '../messages/service.ts'
import type { NoteService } from '../notes/service.ts'
import type { NotificationService } from '../notifications/service.ts'
import type { OptOutService } from '../opt-outs/service.ts'
import type { OutboxListService } from '../outbox/screen-service.ts'
import type { PriceService } from '../prices/service.ts'
import type { ReplyService } from '../replies/service.ts'
import type { SandboxService } from '../sandbox/service.ts'
import type { SearchService } from '../search/service.ts'
import type { SecretStore } from '../secrets/types.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import type { TemplateService } from '../templates/service.ts'
import type { TunnelService } from '../tunnels/service.ts'

/** What is there once the desk's data is open. Handlers call these and nothing deeper. */
export interface Services {
  store: Store
  secrets: SecretStore
  settings: SettingsService
  accounts: AccountService
  contacts: ContactService
  groups: GroupService
  optOuts: OptOutService
  conversations: ConversationService
  labels: LabelService
  drafts: DraftService
  prices: PriceService
  search: SearchService
  imports: ImportService
  messages: MessageService
  notes: NoteService
  outboxLists: OutboxListService
  replies: ReplyService
  listener: Listener
  hookJournal: HookJournal
  listenerScreen: ListenerScreenService
  tunnel: TunnelService
  sandbox: SandboxService
  templates: TemplateService
  exports: ExportService
  notifications: NotificationService
}
