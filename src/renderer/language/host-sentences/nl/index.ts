import type { HostSentences } from '../index.ts'
import { accounts } from './accounts.ts'
import { connections } from './connections.ts'
import { contacts } from './contacts.ts'
import { conversations } from './conversations.ts'
import { delivery } from './delivery.ts'
import { history } from './history.ts'
import { imports } from './imports.ts'
import { keys } from './keys.ts'
import { listener } from './listener.ts'
import { numbers } from './numbers.ts'
import { optOuts } from './opt-outs.ts'
import { prices } from './prices.ts'
import { requests } from './requests.ts'
import { selfTest } from './self-test.ts'
import { sending } from './sending.ts'
import { startup } from './startup.ts'
import { templates } from './templates.ts'
import { tunnels } from './tunnels.ts'

export const areas: readonly HostSentences[] = [
  accounts,
  connections,
  contacts,
  conversations,
  delivery,
  history,
  imports,
  keys,
  listener,
  numbers,
  optOuts,
  prices,
  requests,
  selfTest,
  sending,
  startup,
  templates,
  tunnels,
]
