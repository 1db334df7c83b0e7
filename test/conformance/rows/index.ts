import type { ConformanceRow } from '../row.ts'
import { connectelRow } from './connectel.ts'
import { genericSimpleRow, genericTwilioRow, genericVonageRow } from './generic.ts'
import { karixRow, karixShortTypesRow } from './karix.ts'
import { konnectRow } from './konnect.ts'
import { kpnClassicRow, kpnRow } from './kpn.ts'
import { okrouteGetRow, okroutePostQueryRow, okrouteRow } from './okroute.ts'

/** Every provider. To add one, write its row and put it here. */
export const ROWS: readonly ConformanceRow[] = [
  konnectRow,
  connectelRow,
  karixRow,
  kpnRow,
  okrouteRow,
  genericTwilioRow,
  genericVonageRow,
  genericSimpleRow,
]

/** Accounts with other settings, where those change how texts go out. */
export const VARIANTS: readonly ConformanceRow[] = [karixShortTypesRow, kpnClassicRow, okrouteGetRow, okroutePostQueryRow]
