import fastify from 'fastify'
import type { SandboxBehaviour } from '../../../shared/contract/desk.ts'
import type { Clock } from '../../app/ports.ts'
import { CARRIER_NUMBER, createEngine, createTimers } from './engine.ts'
import { createHookSender } from './hook-sender.ts'
import type { CarrierMessage } from './ledger.ts'
import { createLedger } from './ledger.ts'
import type {
  AccountOwner,
  CampaignReport,
  CarrierAccount,
  CarrierError,
  CarrierProtocol,
  CustomerCall,
  CustomerText,
  MountedProtocol,
  TokenOwner,
} from './protocol.ts'
import { connectelProtocol } from './protocols/connectel/index.ts'

export { CARRIER_NUMBER }

/** A carrier on a good day. */
export const GOOD_DAY: SandboxBehaviour = {
  answer: 'accept',
  error: null,
  answerDelayMs: 300,
  receipt: 'delivered',
  receiptDelayMs: 1_500,
  receiptEncoding: 'json',
  receiptCopies: 1,
  receiptBeforeAnswer: false,
  receiptOrder: 'as_sent',
  autoReply: false,
}

export interface CarrierOptions {
  clock: Clock
  behaviour?: Partial<SandboxBehaviour>
  /** Who a token belongs to; null refuses it. A token without a hook address gets no receipts. */
  findToken(token: string): Promise<TokenOwner | null>
  /** Protocols it speaks besides Connectel, which it always does; each under its own prefix. */
  protocols?: readonly CarrierProtocol[]
  /** Refuse numbers that end in `0000`. Default false. */
  magicNumbers?: boolean
  /** Texts remembered; default 100,000. */
  capacity?: number
}

/** Which protocol a customer or a campaign comes by; Connectel where it is left out. */
export interface ByProtocol {
  protocol?: string
}

/** A running carrier. */
export interface Carrier {
  /** `http://127.0.0.1:port`. */
  readonly address: string
  /** Texts taken, oldest first. */
  readonly accepted: readonly CarrierMessage[]
  /** Calls that speak a code, oldest first; `text` holds the digits. */
  readonly calls: readonly CarrierMessage[]
  /** How many times this text to this number (with or without `+`) was taken. */
  countOf(recipient: string, text: string): number
  behaviour(): SandboxBehaviour
  setBehaviour(change: Partial<SandboxBehaviour>): SandboxBehaviour
  /** Documented errors that a protocol can be told to answer with; empty for a protocol it does not speak. */
  errorsOf(protocol: string): readonly CarrierError[]
  /** What an account of a provider enters to reach this carrier; null for a protocol it does not speak. */
  accountFor(protocol: string, owner: AccountOwner): CarrierAccount | null
  /** A customer texts. Resolves with whether the hook took it; false where the provider has no texts from customers. */
  reply(input: CustomerText & ByProtocol): Promise<boolean>
  /** A customer calls and hangs up. Resolves with whether the hook took it; false where the provider has no such thing. */
  missedCall(input: CustomerCall & ByProtocol): Promise<boolean>
  /** A report of a campaign started at the provider's own desk. Resolves like `missedCall`. */
  campaignReport(input: CampaignReport & ByProtocol): Promise<boolean>
  /** Closes connections, drops what waits. */
  stop(): Promise<void>
}

/** Starts a real HTTP server on a free loopback port that speaks Connectel and the protocols given. */
export async function startCarrier(options: CarrierOptions): Promise<Carrier> {
  const { clock, findToken, magicNumbers = false } = options
  const ledger = createLedger(options.capacity ?? 100_000)
  const hooks = createHookSender(clock)
  const timers = createTimers(clock)
  const protocols = [...new Set([connectelProtocol, ...(options.protocols ?? [])])]
  const mounted = new Map<string, MountedProtocol>()
  let behaviour: SandboxBehaviour = { ...GOOD_DAY, ...options.behaviour }

  const server = fastify({ forceCloseConnections: true, bodyLimit: 1_048_576, routerOptions: { ignoreTrailingSlash: false } })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
    void reply.code(error.statusCode ?? 500).send({ error: error.message })
  })
  const parts = { clock, ledger, hooks, timers, magicNumbers, findToken, behaviour: () => behaviour }
  for (const protocol of protocols) {
    const engine = createEngine(protocol, parts, () => mounted.get(protocol.id) ?? null)
    await server.register(
      (scope, _options, done) => {
        mounted.set(protocol.id, protocol.mount(scope, engine))
        done()
      },
      { prefix: protocol.prefix },
    )
  }
  const address = await server.listen({ host: '127.0.0.1', port: 0 })

  const protocolOf = ({ protocol = connectelProtocol.id }: ByProtocol): MountedProtocol => mounted.get(protocol) ?? {}

  return {
    address,
    get accepted() {
      return ledger.messages
    },
    get calls() {
      return ledger.calls
    },
    countOf: ledger.countOf,
    behaviour: () => behaviour,
    setBehaviour(change) {
      behaviour = { ...behaviour, ...change }
      return behaviour
    },
    errorsOf: (id) => protocols.find((protocol) => protocol.id === id)?.errors ?? [],
    accountFor: (id, owner) => protocols.find((protocol) => protocol.id === id)?.accountFor(address, owner) ?? null,
    reply: async (input) => (await protocolOf(input).reply?.(input)) ?? false,
    missedCall: async (input) => (await protocolOf(input).missedCall?.(input)) ?? false,
    campaignReport: async (input) => (await protocolOf(input).campaignReport?.(input)) ?? false,
    async stop() {
      timers.stop()
      await hooks.stop()
      await server.close()
    },
  }
}
