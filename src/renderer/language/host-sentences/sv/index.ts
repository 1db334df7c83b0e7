import type { HostSentences } from '../index.ts'
import { conversations } from './conversations.ts'
import { providerCommon } from './provider-common.ts'
import { providerTextRules } from './provider-text-rules.ts'
import { providerSandbox } from './provider-sandbox.ts'
import { providerKonnect } from './provider-konnect.ts'
import { providerConnectel } from './provider-connectel.ts'
import { providerKarix } from './provider-karix.ts'
import { providerKpn } from './provider-kpn.ts'
import { providerOkroute } from './provider-okroute.ts'
import { providerGeneric } from './provider-generic.ts'
import { providerGenericChecks } from './provider-generic-checks.ts'

export const areas: readonly HostSentences[] = [
  conversations,
  providerCommon,
  providerTextRules,
  providerSandbox,
  providerKonnect,
  providerConnectel,
  providerKarix,
  providerKpn,
  providerOkroute,
  providerGeneric,
  providerGenericChecks,
]
