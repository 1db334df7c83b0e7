import type { SandboxBehaviour } from '../../shared/contract/desk.ts'
import type { AccountService } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import type { Clock } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'
import type { Listener } from '../listener/service.ts'
import type { Log } from '../log/log.ts'
import { accountOfToken, SANDBOX_PROVIDER_ID, sandboxToken } from '../providers/sandbox.ts'
import type { Store } from '../store/store.ts'
import { CARRIER_NUMBER, GOOD_DAY, startCarrier } from './carrier/carrier.ts'
import type { Carrier } from './carrier/carrier.ts'

/** The built-in carrier and the account that uses it. */
export interface SandboxService {
  /** Where the carrier answers, or null while no Sandbox account needs it. */
  readonly address: string | null
  /** Starts the carrier if a Sandbox account exists, and stops it when none does any more. */
  ensure(): Promise<void>
  behaviour(): SandboxBehaviour
  /** Holds until the desk stops: a carrier on a good day is what it starts with. */
  setBehaviour(change: Partial<SandboxBehaviour>): SandboxBehaviour
  /** Adds the Sandbox account and, if asked, samples. Doing it twice changes nothing. */
  start(input: { sampleData: boolean }): Promise<{ accountId: string }>
  /**
   * A customer texts the desk.
   * @throws Refused `sandbox_not_started`, `listener_not_running`
   */
  reply(input: { from: string; text: string }): Promise<{ accepted: boolean }>
  stop(): Promise<void>
}

export interface SandboxServiceDependencies {
  accounts: Pick<AccountService, 'list' | 'get' | 'add'>
  store: Pick<Store, 'sandbox'>
  listener: Pick<Listener, 'address'>
  events: Pick<EventHub, 'changed' | 'subscribe'>
  clock: Clock
  log: Log
}

const ACCOUNT_NAME = 'Sandbox'

/** For numbers of sample people; all are international, so it decides nothing. */
const SAMPLE_COUNTRY = 'SE'

export function createSandboxService({ accounts, store, listener, events, clock, log }: SandboxServiceDependencies): SandboxService {
  let behaviour: SandboxBehaviour = GOOD_DAY
  let carrier: Carrier | null = null
  /** The last `ensure`; each waits for the one before, so that none goes by an older list of accounts. */
  let ensuring: Promise<void> = Promise.resolve()
  let stopped = false
  /** One start at a time: two windows may press the button. */
  let queue: Promise<unknown> = Promise.resolve()
  const hookPaths = new Map<string, string>()

  /** Whose token it is and where its reports go. */
  async function findToken(token: string): Promise<{ hookUrl: string | null } | null> {
    const accountId = accountOfToken(token)
    if (accountId === null) return null
    if (!hookPaths.has(accountId)) {
      try {
        hookPaths.set(accountId, (await accounts.get(accountId)).hookPath)
      } catch (error) {
        if (error instanceof Refused) return null
        // Says nothing about the token: the carrier answers that it is busy.
        throw Object.assign(new Error('the account could not be read', { cause: error }), { statusCode: 503 })
      }
    }
    const path = hookPaths.get(accountId)
    return { hookUrl: listener.address === null || path === undefined ? null : `${listener.address}${path}` }
  }

  async function startOrStop(): Promise<void> {
    if (stopped) return
    const needed = (await accounts.list()).some((account) => account.provider === SANDBOX_PROVIDER_ID)
    if (needed === (carrier !== null)) return
    if (needed) {
      carrier = await startCarrier({ clock, behaviour, findToken, magicNumbers: true })
      carrier.setBehaviour(behaviour)
      log.info('sandbox.started', { address: carrier.address })
    } else {
      const idle = carrier
      carrier = null
      await idle?.stop()
      log.info('sandbox.stopped')
    }
    events.changed({ topic: 'sandbox' })
  }

  function ensure(): Promise<void> {
    const result = ensuring.then(startOrStop)
    ensuring = result.catch(() => undefined)
    return result
  }

  async function findAccount(): Promise<{ id: string; sender: string } | null> {
    const account = (await accounts.list()).find((one) => one.provider === SANDBOX_PROVIDER_ID)
    return account === undefined ? null : { id: account.id, sender: account.config['sender'] ?? ACCOUNT_NAME }
  }

  async function addAccount(): Promise<{ id: string; sender: string }> {
    const taken = new Set((await accounts.list()).map((account) => account.name.toLowerCase()))
    let name = ACCOUNT_NAME
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${ACCOUNT_NAME} ${number}`
    const { id } = await accounts.add({ provider: SANDBOX_PROVIDER_ID, name, config: { sender: ACCOUNT_NAME }, secrets: {} })
    return { id, sender: ACCOUNT_NAME }
  }

  async function start({ sampleData }: { sampleData: boolean }): Promise<{ accountId: string }> {
    const account = (await findAccount()) ?? (await addAccount())
    await ensure()
    if (sampleData) {
      const { added } = await store.sandbox.addSamples({
        accountId: account.id,
        sender: account.sender,
        ownNumber: `+${CARRIER_NUMBER}`,
        defaultCountry: SAMPLE_COUNTRY,
        now: clock.now(),
      })
      if (added) events.changed({ topic: 'contacts' }, { topic: 'conversations' }, { topic: 'messages' }, { topic: 'desk' })
    }
    return { accountId: account.id }
  }

  const unsubscribe = events.subscribe((event) => {
    if (event.kind !== 'changed' || !event.changes.some((change) => change.topic === 'accounts')) return
    hookPaths.clear()
    ensure().catch((error: unknown) => log.error('sandbox.not_started', error))
  })

  return {
    get address() {
      return carrier?.address ?? null
    },
    ensure,
    behaviour: () => behaviour,
    setBehaviour(change) {
      behaviour = { ...behaviour, ...change }
      carrier?.setBehaviour(behaviour)
      events.changed({ topic: 'sandbox' })
      return behaviour
    },
    start(input) {
      const result = queue.then(() => start(input))
      queue = result.catch(() => undefined)
      return result
    },
    async reply({ from, text }) {
      await ensure()
      const account = await findAccount()
      if (carrier === null || account === null) {
        throw new Refused('sandbox_not_started', 'The sandbox is not in use. Start it first.')
      }
      if (listener.address === null) {
        throw new Refused(
          'listener_not_running',
          'The desk does not receive texts just now, since its listener is not running. Settings shows why.',
        )
      }
      const to = /^\+?\d+$/.test(account.sender) ? account.sender.replace(/^\+/, '') : CARRIER_NUMBER
      return { accepted: await carrier.reply({ token: sandboxToken(account.id), from: asCarrierWrites(from), to, text }) }
    },
    async stop() {
      stopped = true
      unsubscribe()
      await ensuring
      await carrier?.stop()
      carrier = null
    },
  }
}

/** A number as carriers write it: digits without `+` or `00`. A name stays as it is. */
function asCarrierWrites(from: string): string {
  const digits = from.replaceAll(/[\s().-]/g, '')
  return /^\+?\d+$/.test(digits) ? digits.replace(/^(?:\+|00)/, '') : from.trim()
}
