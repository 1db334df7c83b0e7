import type { ProviderCapabilities } from '../../../shared/providers/descriptor.ts'
import { withDefaults } from '../../accounts/form.ts'
import type { CarrierProtocol } from '../../sandbox/carrier/protocol.ts'
import { capabilitiesOf } from '../capabilities.ts'
import { sandboxToken } from './token.ts'
import type { ProviderAccount, ProviderAdapter, SendOutcome } from '../types.ts'

export const SANDBOX_PROVIDER_ID = 'sandbox'

/** The provider a sandbox account stands in for, where it does not say. */
export const DEFAULT_PROTOCOL = 'connectel'

/** What recipients would see, where the account says nothing else. */
const DEFAULT_SENDER = 'Sandbox'

/** Stands for the carrier's address where nothing is called. */
const NO_ADDRESS = 'http://127.0.0.1:9'

const NOT_RUNNING = { code: 'sandbox_not_running', message: 'The sandbox carrier is not running yet. Try again in a moment.' } as const

const NO_EXCHANGE = { request: '', response: null }

const NOT_SENT: SendOutcome = { class: 'not_accepted_transient', ...NOT_RUNNING, retryAfterMs: null, exchange: NO_EXCHANGE }

type Config = Readonly<Record<string, string>>

/** What the sandbox is made of. */
export interface SandboxAdapterParts {
  /** The real adapters, in the order they are offered. */
  adapters: readonly ProviderAdapter[]
  /** The protocols that the carrier speaks. What has no adapter is not offered. */
  protocols: ReadonlyArray<Pick<CarrierProtocol, 'id' | 'accountFor'>>
  /** Where the carrier answers (`http://127.0.0.1:port`), or null while it does not run. */
  carrierAddress: () => string | null
}

/** A provider that can be practised, as an account of it sees the carrier. */
interface Practice {
  adapter: ProviderAdapter
  /** The account that reaches the carrier at this address. */
  account(address: string): ProviderAccount
}

/**
 * The built-in carrier as a provider: an account stands in for one of the real providers, whose own adapter then speaks to this
 * app's own server. Nothing leaves the computer.
 * @throws TypeError when there is nothing to stand in for
 */
export function createSandboxAdapter({ adapters, protocols, carrierAddress }: SandboxAdapterParts): ProviderAdapter {
  const offered = adapters.flatMap((adapter) => {
    const protocol = protocols.find(({ id }) => id === adapter.descriptor.id)
    return protocol === undefined ? [] : [{ adapter, protocol }]
  })
  const first = firstOf(offered)
  const byId = new Map(offered.map((one) => [one.protocol.id, one]))
  const caller = offered.find(({ adapter }) => adapter.descriptor.capabilities.missedCalls)?.adapter

  function practiceOf({ id, config }: { id: string; config: Config }): Practice {
    // A choice that this version does not have is refused by the form: it can only come from a newer one.
    const { adapter, protocol } = byId.get(config['protocol'] ?? '') ?? first
    return {
      adapter,
      account(address) {
        const made = protocol.accountFor(address, { id, token: sandboxToken(id), sender: senderOf(config) })
        return { id, config: withDefaults(adapter.descriptor, made.config), secrets: made.secrets }
      },
    }
  }

  /** Adapter and account for what calls nobody. */
  function offline(config: Config, id = ''): { adapter: ProviderAdapter; account: ProviderAccount } {
    const { adapter, account } = practiceOf({ id, config })
    return { adapter, account: account(carrierAddress() ?? NO_ADDRESS) }
  }

  /** Adapter and account for a call; null while the carrier does not run. */
  function online(account: ProviderAccount): { adapter: ProviderAdapter; account: ProviderAccount } | null {
    const address = carrierAddress()
    const practice = practiceOf(account)
    return address === null ? null : { adapter: practice.adapter, account: practice.account(address) }
  }

  function capabilities(config: Config): ProviderCapabilities {
    const { adapter, account } = offline(config)
    return capabilitiesOf(adapter, account.config)
  }

  return {
    descriptor: {
      id: SANDBOX_PROVIDER_ID,
      name: 'Sandbox',
      summary: 'A pretend provider inside this app: try everything, nothing is really sent and nothing costs.',
      configFields: [
        {
          key: 'protocol',
          label: 'Practise as',
          help: 'The provider that the sandbox stands in for, with its rules, its limits and its refusals.',
          required: false,
          defaultValue: first.protocol.id,
          kind: 'choice',
          options: offered.map(({ adapter }) => ({ value: adapter.descriptor.id, label: adapter.descriptor.name })),
        },
        {
          key: 'sender',
          label: 'Sender',
          help: 'What recipients would see: a name of at most 11 characters, or a number.',
          placeholder: DEFAULT_SENDER,
          required: false,
          defaultValue: DEFAULT_SENDER,
          kind: 'sender',
        },
      ],
      secretFields: [],
      capabilities: capabilities({ protocol: first.protocol.id }),
      hookAddresses: [],
      presets: [],
    },

    capabilitiesOf: capabilities,

    checkConfig(config): Record<string, string> {
      const protocol = config['protocol'] ?? first.protocol.id
      if (!byId.has(protocol)) return { protocol: `Choose one of: ${[...byId.keys()].join(', ')}.` }
      const { adapter, account } = offline(config)
      // All but the sender is the carrier's own, so a problem can only be about that.
      const [problem] = Object.values(adapter.checkConfig(account.config))
      return problem === undefined ? {} : { sender: problem }
    },

    senderOf(config) {
      const { adapter, account } = offline(config)
      return adapter.senderOf(account.config)
    },

    checkMessage(message, config) {
      const { adapter, account } = offline(config)
      return adapter.checkMessage(message, account.config)
    },

    async send(account, message, context) {
      const real = online(account)
      return real === null ? NOT_SENT : real.adapter.send(real.account, message, context)
    },

    async sendBatch(account, batch, context) {
      const real = online(account)
      if (real === null) return batch.recipients.map(() => NOT_SENT)
      if (real.adapter.sendBatch !== null) return real.adapter.sendBatch(real.account, batch, context)
      const alone = batchUnsupported(real.adapter.descriptor.name)
      return batch.recipients.map(() => alone)
    },

    async callWithCode(account, call, context) {
      const real = online(account)
      if (real === null) return NOT_SENT
      if (real.adapter.callWithCode !== undefined) return real.adapter.callWithCode(real.account, call, context)
      return { class: 'not_accepted_permanent', ...noVoiceCode(real.adapter.descriptor.name), exchange: NO_EXCHANGE }
    },

    checkVoiceCode(call, config) {
      const { adapter, account } = offline(config)
      if (adapter.checkVoiceCode === undefined) return noVoiceCode(adapter.descriptor.name)
      return adapter.checkVoiceCode(call, account.config)
    },

    blockedUntil(config, priority, now) {
      const { adapter, account } = offline(config)
      return adapter.blockedUntil?.(account.config, priority, now) ?? null
    },

    hookProof: {
      // The carrier's keys are made from the account's id; none is stored.
      secretKeys: [],
      problem({ id, config }, request, now) {
        const { adapter, account } = offline(config, id)
        return adapter.hookProof?.problem(account, request, now) ?? null
      },
    },

    answerHook(reading, reply) {
      const isCall = reading.kind === 'read' && (reading.missedCalls ?? []).length > 0
      return (isCall ? caller?.answerHook?.(reading, reply) : undefined) ?? { contentType: 'text/plain', body: '' }
    },

    readHook({ id, config }, request) {
      const { adapter, account } = offline(config, id)
      return adapter.readHook(account, request)
    },

    secretFieldNames: [...new Set(offered.flatMap(({ adapter }) => adapter.secretFieldNames))],

    async queryStatus(account, ref, context) {
      const real = online(account)
      if (real === null) return { kind: 'failed', ...NOT_RUNNING }
      if (real.adapter.queryStatus !== null) return real.adapter.queryStatus(real.account, ref, context)
      return { kind: 'not_found', message: `${real.adapter.descriptor.name} cannot be asked what became of a text.` }
    },

    async queryCall(account, callRef, context) {
      const real = online(account)
      if (real === null) return { kind: 'failed', ...NOT_RUNNING }
      if (real.adapter.queryCall !== undefined) return real.adapter.queryCall(real.account, callRef, context)
      return { kind: 'not_found', message: `${real.adapter.descriptor.name} cannot be asked about several texts at once.` }
    },

    async testConnection(account, context) {
      const real = online(account)
      if (real === null) return { ok: false, ...NOT_RUNNING }
      const result = await real.adapter.testConnection(real.account, context)
      return result.ok ? { ...result, message: 'The sandbox is running. Nothing you send with it leaves this computer.' } : result
    },
  }
}

function firstOf<Offered extends { protocol: { id: string } }>(offered: readonly Offered[]): Offered {
  const first = offered.find(({ protocol }) => protocol.id === DEFAULT_PROTOCOL) ?? offered[0]
  if (first === undefined) throw new TypeError('the sandbox needs a provider to stand in for')
  return first
}

function senderOf(config: Config): string {
  const sender = (config['sender'] ?? '').trim()
  return sender === '' ? DEFAULT_SENDER : sender
}

function noVoiceCode(provider: string): { code: string; message: string } {
  const message = `${provider} cannot call a number and speak a code. Choose another account.`
  return { code: 'voice_code_unsupported', message }
}

function batchUnsupported(provider: string): SendOutcome {
  const message = `${provider} takes one number at a time.`
  return { class: 'not_accepted_transient', code: 'batch_unsupported', message, retryAfterMs: null, exchange: NO_EXCHANGE }
}
