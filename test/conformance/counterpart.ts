import { onTestFinished } from 'vitest'
import type { SandboxBehaviour } from '../../src/shared/contract/desk.ts'
import { withDefaults } from '../../src/main/accounts/form.ts'
import type { ProviderAccount, ProviderAdapter } from '../../src/main/providers/types.ts'
import type { Carrier } from '../../src/main/sandbox/carrier/carrier.ts'
import { startCarrier } from '../../src/main/sandbox/carrier/carrier.ts'
import type { CarrierMessage } from '../../src/main/sandbox/carrier/ledger.ts'
import type { CarrierProtocol } from '../../src/main/sandbox/carrier/protocol.ts'
import type { FakeClock } from '../support/fake-clock.ts'
import type { SeenRequest } from '../support/scripted-server.ts'
import { startScriptedServer } from '../support/scripted-server.ts'

/** Awkward on purpose: what is kept must hide it however it is escaped. */
export const TOKEN = 'tok-Kéy/+&"=%7e9f8'

export const SENDER = 'Bistro'

/** A text, or the digits of a call, that the other side took. */
export interface Taken {
  /** As the provider wrote it down. */
  to: string
  text: string
  /** Ids that stand for it alone, in the order of its parts. */
  ids: readonly string[]
  /** The id of the call it came by; null where calls have none. */
  callId: string | null
  /** When it goes out, in ms UTC, where that is later. */
  startsAt?: number
}

/** The other side: a carrier of the sandbox, or another server that follows a provider's document. */
export interface Counterpart {
  account: ProviderAccount
  /** Texts, oldest first. */
  taken(): readonly Taken[]
  /** Calls that speak a code, oldest first. */
  spoken(): readonly Taken[]
  behave(change: Partial<Pick<SandboxBehaviour, 'answer' | 'error' | 'receipt' | 'receiptEncoding' | 'receiptBeforeAnswer'>>): void
  /** The keys of all errors it can answer with. */
  errorKeys: readonly string[]
  /** A number it always refuses, like `number`. */
  refused(number: string): string
  /** What it sent to the account's hook. */
  hooks(): readonly SeenRequest[]
  /** The carrier itself; null where another server stands in. */
  carrier: Carrier | null
  stop(): Promise<void>
}

export type OpenCounterpart = (adapter: ProviderAdapter, clock: FakeClock) => Promise<Counterpart>

/** The other side of a provider that the sandbox speaks for. It answers at once and reports nothing unless told. */
export function carrierOf(protocol: CarrierProtocol, config: Readonly<Record<string, string>> = {}): OpenCounterpart {
  return async (adapter, clock) => {
    const hook = await startScriptedServer()
    const carrier = await startCarrier({
      clock,
      protocols: [protocol],
      behaviour: { answerDelayMs: 0, receiptDelayMs: 0, receipt: 'none' },
      magicNumbers: true,
      findToken: (token) => Promise.resolve(token === TOKEN ? { hookUrl: `${hook.address}/hooks/a/b` } : null),
    })
    onTestFinished(() => carrier.stop())
    const made = protocol.accountFor(carrier.address, { id: 'account', token: TOKEN, sender: SENDER })
    return {
      account: { id: 'account', config: withDefaults(adapter.descriptor, { ...made.config, ...config }), secrets: made.secrets },
      taken: () => carrier.accepted.map(takenOf),
      spoken: () => carrier.calls.map(takenOf),
      behave: (change) => void carrier.setBehaviour(change),
      errorKeys: protocol.errors.map(({ key }) => key),
      refused: (number) => `${number.slice(0, -4)}0000`,
      hooks: () => hook.seen,
      carrier,
      stop: () => carrier.stop(),
    }
  }
}

function takenOf({ recipient, text, partIds, requestid, bulkid, startsAt }: CarrierMessage): Taken {
  const ids = partIds.length === 0 ? [requestid] : partIds
  return { to: recipient, text, ids, callId: bulkid, ...(startsAt === undefined ? {} : { startsAt }) }
}
