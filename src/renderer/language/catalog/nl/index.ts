import type { Catalog } from '../index.ts'
import { accountForm } from './accountForm.ts'
import { accountTexts } from './accountTexts.ts'
import { accounts } from './accounts.ts'
import { activity } from './activity.ts'
import { appearance } from './appearance.ts'
import { arrivals } from './arrivals.ts'
import { contacts } from './contacts.ts'
import { exporting } from './exporting.ts'
import { groups } from './groups.ts'
import { importing } from './importing.ts'
import { keys } from './keys.ts'
import { lanes } from './lanes.ts'
import { listener } from './listener.ts'
import { optOuts } from './optOuts.ts'
import { outbox } from './outbox.ts'
import { outboxActions } from './outboxActions.ts'
import { print } from './print.ts'
import { replies } from './replies.ts'
import { sandbox } from './sandbox.ts'
import { sending } from './sending.ts'
import { settings } from './settings.ts'
import { startup } from './startup.ts'
import { times } from './times.ts'
import { voiceCode } from './voiceCode.ts'
import { welcome } from './welcome.ts'

export const catalog: Catalog = {
  accountForm,
  accountTexts,
  accounts,
  activity,
  appearance,
  arrivals,
  contacts,
  exporting,
  groups,
  importing,
  keys,
  lanes,
  listener,
  optOuts,
  outbox,
  outboxActions,
  print,
  replies,
  sandbox,
  sending,
  settings,
  startup,
  times,
  voiceCode,
  welcome,
}
