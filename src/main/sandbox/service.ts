import type { SandboxBehaviour } from '../../shared/contract/desk.ts'
import type { AccountService } from '../accounts/service.ts'
import type { EventHub } from '../app/events.ts'
import type { Clock } from '../app/ports.ts'
import { Refused } from '../app/refused.ts'
import type { Listener } from '../listener/service.ts'
import type { Log } from '../log/log.ts'
import { DEFAULT_PROTOCOL, SANDBOX_PROVIDER_ID } from '../providers/sandbox/index.ts'
import { accountOfToken, sandboxToken } from '../providers/sandbox/token.ts'
import type { Store } from '../store/store.ts'
import { CARRIER_NUMBER, GOOD_DAY, startCarrier } from './carrier/carrier.ts'
import type { Carrier } from './carrier/carrier.ts'
import type { CarrierProtocol } from './carrier/protocol.ts'
import { CARRIER_PROTOCOLS } from './carrier/protocols/index.ts'

/** The built-in carrier and the accounts that use it. */
export interface SandboxService {
  /** Where the carrier answers, or null while no Sandbox account needs it. */
  readonly address: string | null
  /** Starts the carrier if a Sandbox account exists, and stops it when none does any more. */
  ensure(): Promise<void>
  behaviour(): SandboxBehaviour
  /** What the carrier can be, in the order providers are offered. */
  protocols(): SandboxProtocol[]
  /** Holds until the desk stops: a carrier on a good day is what it starts with. */
  setBehaviour(change: Partial<SandboxBehaviour>): SandboxBehaviour
  /**
   * Adds a Sandbox account and, if asked, samples. Doing it twice changes nothing.
   * @param input.as the provider it stands in for; left out: that of the Sandbox account there is, else Connectel
   * @throws Refused `sandbox_protocol_unknown`
   */
  start(input: { sampleData: boolean; as?: string }): Promise<{ accountId: string }>
  /**
   * A customer texts the desk.
   * @param input.accountId whose number is texted; left out: the first Sandbox account's
   * @throws Refused `sandbox_not_started`, `listener_not_running`
   */
  reply(input: { from: string; text: string; accountId?: string }): Promise<{ accepted: boolean }>
  /**
   * A customer calls a number of the business and hangs up.
   * @param input.accountId whose number is called; left out: the first Sandbox account's whose provider tells of such calls
   * @throws Refused `sandbox_not_started`, `listener_not_running`, `missed_calls_unsupported`
   */
  missedCall(input: { from: string; accountId?: string }): Promise<{ accepted: boolean }>
  stop(): Promise<void>
}

export interface SandboxServiceDependencies {
  accounts: Pick<AccountService, 'list' | 'get' | 'add' | 'adapter'>
  store: Pick<Store, 'sandbox'>
  listener: Pick<Listener, 'address'>
  events: Pick<EventHub, 'changed' | 'subscribe'>
  clock: Clock
  log: Log
  /** What the carrier speaks; left out: everything it can. */
  protocols?: readonly CarrierProtocol[]
}

/** A provider the carrier can be, with the documented errors it can be told to answer with. */
export interface SandboxProtocol {
  provider: string
  name: string
  errors: { key: string; label: string }[]
}

/** A Sandbox account, as its customers reach it. */
interface SandboxAccount {
  id: string
  /** The provider it stands in for. */
  protocol: string
  sender: string
  missedCalls: boolean
}

const ACCOUNT_NAME = 'Sandbox'

/** For numbers of sample people; all are international, so it decides nothing. */
const SAMPLE_COUNTRY = 'SE'

export function createSandboxService({
  accounts,
  store,
  listener,
  events,
  clock,
  log,
  protocols = CARRIER_PROTOCOLS,
}: SandboxServiceDependencies): SandboxService {
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
      carrier = await startCarrier({ clock, behaviour, findToken, protocols, magicNumbers: true })
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

  async function listAccounts(): Promise<SandboxAccount[]> {
    return (await accounts.list())
      .filter((account) => account.provider === SANDBOX_PROVIDER_ID)
      .map(({ id, config, capabilities }) => ({
        id,
        protocol: config['protocol'] ?? DEFAULT_PROTOCOL,
        sender: config['sender'] ?? ACCOUNT_NAME,
        missedCalls: capabilities?.missedCalls ?? false,
      }))
  }

  async function addAccount(protocol: string, like: string): Promise<SandboxAccount> {
    const taken = new Set((await accounts.list()).map((account) => account.name.toLowerCase()))
    let name = like
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${like} ${number}`
    const config = { sender: ACCOUNT_NAME, ...(protocol === DEFAULT_PROTOCOL ? {} : { protocol }) }
    const { id, capabilities } = await accounts.add({ provider: SANDBOX_PROVIDER_ID, name, config, secrets: {} })
    return { id, protocol, sender: ACCOUNT_NAME, missedCalls: capabilities?.missedCalls ?? false }
  }

  /** @throws Refused `sandbox_protocol_unknown` */
  function accountNameFor(protocol: string): string {
    if (protocol === DEFAULT_PROTOCOL) return ACCOUNT_NAME
    const { options = [] } = accounts.adapter(SANDBOX_PROVIDER_ID).descriptor.configFields.find(({ key }) => key === 'protocol') ?? {}
    const option = options.find(({ value }) => value === protocol)
    if (option !== undefined) return `${ACCOUNT_NAME} (${option.label})`
    const known = options.map(({ value }) => value).join(', ')
    throw new Refused('sandbox_protocol_unknown', `The sandbox cannot stand in for “${protocol.slice(0, 40)}”. It can for: ${known}.`)
  }

  async function start({ sampleData, as }: { sampleData: boolean; as?: string }): Promise<{ accountId: string }> {
    const known = await listAccounts()
    const found = as === undefined ? known[0] : known.find(({ protocol }) => protocol === as)
    const protocol = as ?? DEFAULT_PROTOCOL
    const account = found ?? (await addAccount(protocol, accountNameFor(protocol)))
    await ensure()
    if (sampleData) {
      const { added } = await store.sandbox.addSamples({
        accountId: account.id,
        sender: account.sender,
        ownNumber: `+${CARRIER_NUMBER}`,
        defaultCountry: SAMPLE_COUNTRY,
        now: clock.now(),
      })
      if (added)
        events.changed({ topic: 'contacts' }, { topic: 'conversations' }, { topic: 'messages' }, { topic: 'templates' }, { topic: 'desk' })
    }
    return { accountId: account.id }
  }

  /** The carrier and the account a customer turns to, when both are there and the desk hears of it. */
  async function reach(
    accountId: string | undefined,
    fits: (account: SandboxAccount) => boolean,
  ): Promise<{ carrier: Carrier; account: SandboxAccount }> {
    await ensure()
    const known = await listAccounts()
    const account = known.find((one) => (accountId === undefined ? fits(one) : one.id === accountId)) ?? known[0]
    if (carrier === null || account === undefined || (accountId !== undefined && account.id !== accountId)) {
      throw new Refused('sandbox_not_started', 'The sandbox is not in use. Start it first.')
    }
    if (listener.address === null) {
      throw new Refused(
        'listener_not_running',
        'The desk does not receive texts just now, since its listener is not running. Settings shows why.',
      )
    }
    return { carrier, account }
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
    protocols: () =>
      protocols.map(({ id, errors }) => ({
        provider: id,
        name: accounts.adapter(id).descriptor.name,
        errors: errors.map((error) => ({ ...error })),
      })),
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
    async reply({ from, text, accountId }) {
      const { carrier: running, account } = await reach(accountId, () => true)
      return { accepted: await running.reply({ ...callTo(account, from), text }) }
    },
    async missedCall({ from, accountId }) {
      const { carrier: running, account } = await reach(accountId, ({ missedCalls }) => missedCalls)
      if (!account.missedCalls) {
        throw new Refused(
          'missed_calls_unsupported',
          'The provider that this sandbox account practises does not tell about missed calls. Add one that practises Kirusa Konnect.',
        )
      }
      return { accepted: await running.missedCall(callTo(account, from)) }
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

/** Who turns to which number of an account, as the carrier is told. */
function callTo({ id, protocol, sender }: SandboxAccount, from: string): { protocol: string; token: string; from: string; to: string } {
  const to = /^\+?\d+$/.test(sender) ? sender.replace(/^\+/, '') : CARRIER_NUMBER
  return { protocol, token: sandboxToken(id), from: asCarrierWrites(from), to }
}

/** A number as carriers write it: digits without `+` or `00`. A name stays as it is. */
function asCarrierWrites(from: string): string {
  const digits = from.replaceAll(/[\s().-]/g, '')
  return /^\+?\d+$/.test(digits) ? digits.replace(/^(?:\+|00)/, '') : from.trim()
}
