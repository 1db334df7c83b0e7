import type { Area } from '../state.ts'
import { ACTIVITY } from './activity.ts'
import { ACCOUNTS } from './accounts.ts'
import { COMPOSER } from './composer.ts'
import { CONTACTS } from './contacts.ts'
import { GROUPS } from './groups.ts'
import { IMPORT } from './import.ts'
import { INBOX } from './inbox.ts'
import { LISTENER } from './listener.ts'
import { OPT_OUTS } from './opt-outs.ts'
import { OUTBOX } from './outbox.ts'
import { PALETTE } from './palette.ts'
import { SAVING } from './saving.ts'
import { SEARCH } from './search.ts'
import { SETTINGS } from './settings.ts'
import { STARTING } from './starting.ts'
import { TEMPLATES } from './templates.ts'
import { THREAD } from './thread.ts'
import { VOICE_CODE } from './voice-code.ts'

/** Every screen and state that has a picture, as docs/pictures.md shows them. */
export const AREAS: readonly Area[] = [
  STARTING,
  INBOX,
  THREAD,
  COMPOSER,
  SEARCH,
  PALETTE,
  CONTACTS,
  GROUPS,
  OPT_OUTS,
  IMPORT,
  SAVING,
  OUTBOX,
  ACTIVITY,
  VOICE_CODE,
  ACCOUNTS,
  LISTENER,
  TEMPLATES,
  SETTINGS,
]
