import { accountForm } from './accountForm.ts'
import { accountTexts } from './accountTexts.ts'
import { accounts } from './accounts.ts'
import { activity } from './activity.ts'
import { appearance } from './appearance.ts'
import { capabilities } from './capabilities.ts'
import { contacts } from './contacts.ts'
import { failures } from './failures.ts'
import { groups } from './groups.ts'
import { importing } from './importing.ts'
import { keys } from './keys.ts'
import { listener } from './listener.ts'
import { optOuts } from './optOuts.ts'
import { replies } from './replies.ts'
import { sandbox } from './sandbox.ts'
import { sending } from './sending.ts'
import { settings } from './settings.ts'
import { startup } from './startup.ts'
import { times } from './times.ts'
import { voiceCode } from './voiceCode.ts'
import { welcome } from './welcome.ts'

/** Every word of the screens, in ICU message format, by area. The other languages have the same keys. */
export const catalog = {
  accountForm,
  accountTexts,
  accounts,
  activity,
  appearance,
  capabilities,
  contacts,
  failures,
  groups,
  importing,
  keys,
  listener,
  optOuts,
  replies,
  sandbox,
  sending,
  settings,
  startup,
  times,
  voiceCode,
  welcome,
} as const
