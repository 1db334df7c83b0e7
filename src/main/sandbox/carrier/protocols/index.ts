import type { CarrierProtocol } from '../protocol.ts'
import { connectelProtocol } from './connectel/index.ts'
import { karixProtocol } from './karix/index.ts'
import { konnectProtocol } from './konnect/index.ts'
import { kpnProtocol } from './kpn/index.ts'
import { okrouteProtocol } from './okroute/index.ts'

/** Every protocol the carrier can speak, in the order in which providers are offered. */
export const CARRIER_PROTOCOLS: readonly CarrierProtocol[] = [
  konnectProtocol,
  connectelProtocol,
  karixProtocol,
  kpnProtocol,
  okrouteProtocol,
]
