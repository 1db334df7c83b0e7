import type { ListenerView, SelfTestResult } from '../../shared/contract/listener.ts'
import type { AccountService } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import { createHttpClient } from '../http/undici-client.ts'
import type { SettingsFile } from '../settings/file.ts'
import type { Store } from '../store/store.ts'
import type { TunnelService } from '../tunnels/service.ts'
import type { Probes } from './probe.ts'
import { runSelfTest } from './self-test.ts'
import type { Listener } from './service.ts'

/** What Settings → Listener asks and does, besides the tunnel itself. */
export interface ListenerScreenService {
  view(): Promise<ListenerView>
  /** @throws Refused `port_not_available`, and nothing is changed */
  setPort(port: number): Promise<void>
  selfTest(): Promise<SelfTestResult>
  /** @throws Refused `account_not_found`, `no_public_address` */
  confirmPasted(accountId: string): Promise<void>
  /**
   * Writes the account's hook address into its own settings.
   * @throws Refused `account_not_found`, `no_public_address`, `address_not_taken` where its provider is told elsewhere
   */
  enterAddress(accountId: string): Promise<void>
}

export interface ListenerScreenDependencies {
  listener: Listener
  tunnel: TunnelService
  probes: Probes
  accounts: Pick<AccountService, 'get' | 'update' | 'setSecret' | 'describe'>
  store: Pick<Store, 'pastedAddresses'>
  file: SettingsFile
  events: Pick<EventHub, 'changed'>
  now: () => number
}

/** Longest wait for a connection of the self-test, in milliseconds. */
const CONNECT_LIMIT_MS = 5_000

export function createListenerScreenService(deps: ListenerScreenDependencies): ListenerScreenService {
  const { listener, tunnel, probes, accounts, store, file, events, now } = deps

  function addressInForce(): string {
    if (tunnel.publicUrl !== null) return tunnel.publicUrl
    throw new Refused('no_public_address', 'Nothing leads from the internet to this computer just now. Start the tunnel first.')
  }

  async function paste(accountId: string, url: string): Promise<void> {
    await store.pastedAddresses.set({ accountId, url, at: now() })
    events.changed({ topic: 'listener' })
  }

  return {
    async view() {
      const { address, problem } = listener
      const [tokensSet, pasted] = await Promise.all([tunnel.tokensSet(), store.pastedAddresses.list()])
      const kept = file.get().listenerPort
      return {
        address,
        problem,
        port: address === null ? (kept === 0 ? null : kept) : Number(new URL(address).port),
        tunnel: { choice: tunnel.choice, on: tunnel.on, state: tunnel.state, tokensSet },
        publicUrl: tunnel.publicUrl,
        pasted,
      }
    },
    async setPort(port) {
      await listener.move(port)
      file.set({ listenerPort: port })
      events.changed({ topic: 'listener' }, { topic: 'desk' })
      await tunnel.follow()
    },
    selfTest: () =>
      runSelfTest({ listener, tunnel, probes, now, openHttp: () => createHttpClient({ connectTimeoutMs: CONNECT_LIMIT_MS }) }),
    async confirmPasted(accountId) {
      const { id } = await accounts.get(accountId)
      await paste(id, addressInForce())
    },
    async enterAddress(accountId) {
      const url = addressInForce()
      const { id, name, config, hookPath } = await accounts.get(accountId)
      const { configFields, secretFields } = (await accounts.describe(id)).adapter.descriptor
      const field = configFields.find(({ holdsHookAddress }) => holdsHookAddress)
      const secret = secretFields.find(({ holdsHookAddress }) => holdsHookAddress)
      const address = `${url}${hookPath}`
      if (field !== undefined) await accounts.update({ id, name, config: { ...config, [field.key]: address } })
      else if (secret !== undefined) await accounts.setSecret({ id, key: secret.key, value: address })
      else throw new Refused('address_not_taken', 'This provider is told the address by you, not by SMS Desk.')
      // Where the provider is told by each call, that is the only place.
      if (secret !== undefined) await paste(id, url)
    },
  }
}
