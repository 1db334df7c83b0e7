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
import { providerCommon } from './provider-common.ts'
import { providerConnectel } from './provider-connectel.ts'
import { providerGeneric } from './provider-generic.ts'
import { providerGenericChecks } from './provider-generic-checks.ts'
import { providerKarix } from './provider-karix.ts'
import { providerKonnect } from './provider-konnect.ts'
import { providerKpn } from './provider-kpn.ts'
import { providerOkroute } from './provider-okroute.ts'
import { providerSandbox } from './provider-sandbox.ts'
import { providerTextRules } from './provider-text-rules.ts'
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
  providerCommon,
  providerConnectel,
  providerGeneric,
  providerGenericChecks,
  providerKarix,
  providerKonnect,
  providerKpn,
  providerOkroute,
  providerSandbox,
  providerTextRules,
  requests,
  selfTest,
  sending,
  startup,
  templates,
  tunnels,
]
