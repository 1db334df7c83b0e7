import type { Catalog } from '../index.ts'
import { accountForm } from './accountForm.ts'
import { accounts } from './accounts.ts'
import { accountTexts } from './accountTexts.ts'
import { activity } from './activity.ts'
import { appearance } from './appearance.ts'
import { arrivals } from './arrivals.ts'
import { capabilities } from './capabilities.ts'
import { characters } from './characters.ts'
import { chooseTime } from './chooseTime.ts'
import { commands } from './commands.ts'
import { composer } from './composer.ts'
import { contacts } from './contacts.ts'
import { controls } from './controls.ts'
import { desk } from './desk.ts'
import { exporting } from './exporting.ts'
import { failures } from './failures.ts'
import { frame } from './frame.ts'
import { groups } from './groups.ts'
import { importing } from './importing.ts'
import { inbox } from './inbox.ts'
import { inboxSearch } from './inboxSearch.ts'
import { keys } from './keys.ts'
import { labels } from './labels.ts'
import { lanes } from './lanes.ts'
import { listener } from './listener.ts'
import { messages } from './messages.ts'
import { messageStory } from './messageStory.ts'
import { newConversation } from './newConversation.ts'
import { notificationSettings } from './notificationSettings.ts'
import { optOuts } from './optOuts.ts'
import { outbox } from './outbox.ts'
import { outboxActions } from './outboxActions.ts'
import { palette } from './palette.ts'
import { prices } from './prices.ts'
import { print } from './print.ts'
import { replies } from './replies.ts'
import { sandbox } from './sandbox.ts'
import { sending } from './sending.ts'
import { settings } from './settings.ts'
import { shortcuts } from './shortcuts.ts'
import { startup } from './startup.ts'
import { templates } from './templates.ts'
import { thread } from './thread.ts'
import { times } from './times.ts'
import { undo } from './undo.ts'
import { voiceCode } from './voiceCode.ts'
import { welcome } from './welcome.ts'

export const catalog: Catalog = {
  accountForm,
  accounts,
  accountTexts,
  activity,
  appearance,
  arrivals,
  capabilities,
  characters,
  chooseTime,
  commands,
  composer,
  contacts,
  controls,
  desk,
  exporting,
  failures,
  frame,
  groups,
  importing,
  inbox,
  inboxSearch,
  keys,
  labels,
  lanes,
  listener,
  messages,
  messageStory,
  newConversation,
  notificationSettings,
  optOuts,
  outbox,
  outboxActions,
  palette,
  prices,
  print,
  replies,
  sandbox,
  sending,
  settings,
  shortcuts,
  startup,
  templates,
  thread,
  times,
  undo,
  voiceCode,
  welcome,
}
