import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Account, CallReply } from '../../shared/contract/accounts.ts'
import { readPeer } from '../../shared/messages/peer.ts'
import type { ProviderDescriptor, SendingRate } from '../../shared/providers/descriptor.ts'
import { textProblem } from '../../shared/providers/text-rules.ts'
import { normaliseText } from '../../shared/segments/index.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import { capabilitiesOf } from '../providers/capabilities.ts'
import type { AdapterContext, ProviderAccount, ProviderAdapter, ProviderRegistry } from '../providers/types.ts'
import type { SecretStore } from '../secrets/types.ts'
import type { Store } from '../store/store.ts'
import { checkedConfig, checkedSecrets, refuseUnknownField, tidySecret, withDefaults } from './form.ts'
import { accountNotFound } from './in-use.ts'
import type { AccountRow } from './operations.ts'

/** An account ready for use: adapter, configuration with defaults, and secrets just read from the secret store. */
export interface OpenedAccount {
  account: ProviderAccount
  adapter: ProviderAdapter
  name: string
}

export interface AccountService {
  /** What an account can be made for, in the order they are offered. */
  providers(): ProviderDescriptor[]
  /** @throws Refused `provider_unknown` */
  adapter(provider: string): ProviderAdapter
  list(): Promise<Account[]>
  /** @throws Refused `account_not_found` */
  get(id: string): Promise<Account>
  /**
   * Adds an account with its secrets; nothing is kept when either half fails.
   * @throws Refused `provider_unknown`, `account_name_taken`, `account_field_unknown`, `account_field_missing`,
   *   `account_config_invalid`, `secret_missing`, `secret_not_kept`
   */
  add(input: { provider: string; name: string; config: Record<string, string>; secrets: Record<string, string> }): Promise<Account>
  /**
   * Replaces name and configuration. A changed configuration lets an account send again that was paused for a
   * problem of its own; one a person paused stays paused.
   */
  update(input: { id: string; name: string; config: Record<string, string> }): Promise<Account>
  /** Replaces one secret, and lets an account send again as `update` does. */
  setSecret(input: { id: string; key: string; value: string }): Promise<Account>
  /**
   * Takes the account out of use and forgets its secrets.
   * @throws Refused `account_has_waiting_messages`, `secret_not_removed` (then the account stays)
   */
  remove(id: string): Promise<void>
  /**
   * What is wrong or unwise about a configuration, by field key; the same rules that `add` and `update` refuse by.
   * @throws Refused `provider_unknown`
   */
  check(input: { provider: string; config: Record<string, string> }): {
    problems: Record<string, string>
    warnings: Record<string, string>
  }
  /** Texts that answer missed calls, by the number called. */
  callReplies(id: string): Promise<{ replies: CallReply[] }>
  /**
   * Sets or, with null, removes the text that answers missed calls to a number.
   * @throws Refused `account_not_found`, `missed_calls_unsupported`, `number_invalid`, `text_too_long`
   */
  setCallReply(input: { id: string; number: string; text: string | null }): Promise<{ replies: CallReply[] }>
  /** Asks the provider whether the settings work. Whatever the answer, it is a sentence. */
  test(id: string): Promise<{ ok: boolean; code: string; message: string }>
  /** Sets how many texts it sends in which time; null for the provider's usual rate. */
  setRate(input: { id: string; rate: SendingRate | null }): Promise<Account>
  /** Which accounts cannot text one of these numbers (E.164), and why. */
  unreachable(input: { numbers: readonly string[] }): Promise<{ accounts: { accountId: string; message: string }[] }>
  pause(id: string): Promise<Account>
  resume(id: string): Promise<Account>
  /**
   * The stored ones of these secrets, for checking hooks. Rejects where they cannot be read just now.
   */
  hookSecrets(id: string, keys: readonly string[]): Promise<Record<string, string>>
  /** Where every account's secrets are, by account and key: for moving them to another secret store. Never a value. */
  secretKeys(): Promise<Array<{ accountId: string; key: string }>>
  /**
   * The account's adapter and configuration with defaults, without touching its secrets.
   * @throws Refused `account_not_found`
   */
  describe(id: string): Promise<{ adapter: ProviderAdapter; config: Readonly<Record<string, string>>; name: string }>
  /**
   * The account with its secrets, for a call to its provider.
   * @throws Refused `account_not_found`, `secret_missing`
   */
  open(id: string): Promise<OpenedAccount>
}

export interface AccountServiceDependencies {
  store: Pick<Store, 'accounts' | 'callReplies'>
  secrets: SecretStore
  providers: ProviderRegistry
  events: Pick<EventHub, 'changed'>
  now: () => number
  /** Tells the dispatcher that accounts changed: one can send again, say, or has another key. */
  wakeOutbox: () => void
  adapterContext: AdapterContext
  /** For numbers written without a country. */
  defaultCountry: () => Promise<string>
}

/** Pause code of an account that a person paused, as against one paused for a problem. */
export const PAUSED_BY_PERSON = 'paused_by_person'

/** Random bytes in a hook key: 256 bits cannot be guessed. */
const HOOK_KEY_BYTES = 32

export function createAccountService({
  store,
  secrets,
  providers,
  events,
  now,
  wakeOutbox,
  adapterContext,
  defaultCountry,
}: AccountServiceDependencies): AccountService {
  /**
   * Which secrets are stored, by account and key; never a value. Keychains are slow and may ask the person, so a
   * list of accounts asks each only once.
   */
  const storedSecrets = new Map<string, Map<string, boolean>>()

  /** For stored accounts: one whose provider this build lacks is still listed. */
  function findAdapter(provider: string): ProviderAdapter | null {
    return providers.list().find((one) => one.descriptor.id === provider) ?? null
  }

  function adapter(provider: string): ProviderAdapter {
    return providers.get(provider)
  }

  async function row(id: string): Promise<AccountRow> {
    return found(await store.accounts.get({ id }))
  }

  function remember(id: string, key: string, stored: boolean): void {
    const known = storedSecrets.get(id) ?? new Map<string, boolean>()
    storedSecrets.set(id, known.set(key, stored))
  }

  async function isSecretStored(id: string, key: string): Promise<boolean> {
    const known = storedSecrets.get(id)?.get(key)
    if (known !== undefined) return known
    try {
      const stored = (await secrets.get(id, key)) !== null
      remember(id, key, stored)
      return stored
    } catch {
      // A keychain that is locked now may open later: the list still shows, and the next one asks again.
      return false
    }
  }

  async function present(account: AccountRow): Promise<Account> {
    const known = findAdapter(account.provider)
    const descriptor = known?.descriptor
    const capabilities = known === null ? null : capabilitiesOf(known, withDefaults(known.descriptor, account.config))
    const secretsSet: Record<string, boolean> = {}
    for (const field of descriptor?.secretFields ?? []) secretsSet[field.key] = await isSecretStored(account.id, field.key)
    return {
      id: account.id,
      name: account.name,
      provider: account.provider,
      providerName: descriptor?.name ?? account.provider,
      config: account.config,
      secretsSet,
      status: account.status,
      pause:
        account.pausedAt === null ? null : { code: account.pauseCode ?? '', message: account.pauseMessage ?? '', at: account.pausedAt },
      hookPath: hookPath(account),
      waiting: account.waiting,
      rate: account.rate ?? capabilities?.defaultRate ?? null,
      rateIsDefault: account.rate === null,
      capabilities,
      sender: known === null ? '' : known.senderOf(withDefaults(known.descriptor, account.config)),
      createdAt: account.createdAt,
    }
  }

  function announce(): void {
    // It keeps what it knows of an account, its keys included, until it is told.
    wakeOutbox()
    events.changed({ topic: 'accounts' }, { topic: 'desk' })
  }

  async function resume(id: string, exceptCodes: readonly string[]): Promise<void> {
    await store.accounts.resume({ id, exceptCodes, at: now() })
  }

  async function keepSecret(id: string, key: string, value: string): Promise<void> {
    try {
      await secrets.set(id, key, value)
    } catch (error) {
      storedSecrets.delete(id)
      if (error instanceof Refused) throw error
      throw new Refused(
        'secret_not_kept',
        'The key could not be stored safely on this computer, so nothing was saved. Settings shows where keys are kept; check it and try again.',
        { cause: error, retryable: true },
      )
    }
    remember(id, key, true)
  }

  async function forgetSecrets(id: string, keys: readonly string[]): Promise<void> {
    storedSecrets.delete(id)
    if (keys.length > 0) await secrets.remove(id, keys)
  }

  async function open(id: string): Promise<OpenedAccount> {
    const account = await row(id)
    const { descriptor } = adapter(account.provider)
    const values: Record<string, string> = {}
    for (const field of descriptor.secretFields) {
      const value = await secrets.get(id, field.key)
      remember(id, field.key, value !== null)
      if (value !== null) values[field.key] = value
      else if (field.required) {
        throw new Refused(
          'secret_missing',
          `“${field.label}” of the account “${account.name}” is not stored on this computer. Open the account in Settings and enter it again.`,
        )
      }
    }
    return {
      account: { id, config: withDefaults(descriptor, account.config), secrets: values },
      adapter: adapter(account.provider),
      name: account.name,
    }
  }

  return {
    providers: () => providers.list().map((one) => one.descriptor),
    adapter,

    async list() {
      const accounts: Account[] = []
      // One after the other: a keychain takes one question at a time.
      for (const account of await store.accounts.list()) accounts.push(await present(account))
      return accounts
    },

    async get(id) {
      return present(await row(id))
    },

    async add(input) {
      const provider = adapter(input.provider)
      const config = checkedConfig(provider, input.config)
      const values = checkedSecrets(provider.descriptor, input.secrets)
      const name = input.name.normalize('NFC')
      // Known before any key is stored; the insert has the last word.
      await store.accounts.checkName({ name })
      const id = uuidv7()
      try {
        for (const [key, value] of Object.entries(values)) await keepSecret(id, key, value)
        const hookKey = randomBytes(HOOK_KEY_BYTES).toString('base64url')
        await store.accounts.insert({ id, name, provider: input.provider, config, hookKey, at: now() })
      } catch (error) {
        // The reason to report is why adding failed, not why tidying up after it did.
        await forgetSecrets(id, Object.keys(values)).catch(() => undefined)
        throw error
      }
      announce()
      return present(await row(id))
    },

    async update({ id, name, config }) {
      const before = await row(id)
      const checked = checkedConfig(adapter(before.provider), config)
      found(await store.accounts.update({ id, name: name.normalize('NFC'), config: checked, at: now() }))
      if (!sameValues(before.config, checked)) await resume(id, [PAUSED_BY_PERSON])
      announce()
      return present(await row(id))
    },

    async setSecret({ id, key, value }) {
      const account = await row(id)
      const { descriptor } = adapter(account.provider)
      refuseUnknownField(descriptor, descriptor.secretFields, key)
      const tidied = tidySecret(value)
      if (tidied === '') throw new Refused('secret_missing', 'This key is empty. Enter it and save again.')
      await keepSecret(id, key, tidied)
      await resume(id, [PAUSED_BY_PERSON])
      announce()
      return present(await row(id))
    },

    async remove(id) {
      const account = await row(id)
      if (!(await store.accounts.remove({ id, at: now() }))) throw accountNotFound()
      const keys = findAdapter(account.provider)?.descriptor.secretFields.map((field) => field.key) ?? []
      try {
        await forgetSecrets(id, keys)
      } catch (error) {
        await store.accounts.restore({ id, at: now() })
        throw new Refused(
          'secret_not_removed',
          `The keys of “${account.name}” could not be removed from this computer, so the account was kept. Try again.`,
          { cause: error, retryable: true },
        )
      }
      announce()
    },

    async test(id) {
      try {
        const opened = await open(id)
        return await opened.adapter.testConnection(opened.account, adapterContext)
      } catch (error) {
        if (error instanceof Refused && error.code !== 'account_not_found') {
          return { ok: false, code: error.code, message: error.message }
        }
        throw error
      }
    },

    check({ provider, config }) {
      const known = adapter(provider)
      const values = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, value.trim()]))
      const filled = withDefaults(known.descriptor, values)
      const problems = new Map(Object.entries(known.checkConfig(filled)))
      for (const field of known.descriptor.configFields) {
        // What is missing comes before what is wrong with nothing.
        if (field.required && !Object.hasOwn(filled, field.key)) problems.set(field.key, `${field.label} is needed.`)
      }
      return { problems: Object.fromEntries(problems), warnings: known.warnConfig?.(filled) ?? {} }
    },

    async callReplies(id) {
      await row(id)
      return { replies: await store.callReplies.list({ accountId: id }) }
    },

    async setCallReply({ id, number, text }) {
      const account = await row(id)
      const known = adapter(account.provider)
      const { name } = known.descriptor
      const capabilities = capabilitiesOf(known, withDefaults(known.descriptor, account.config))
      if (!capabilities.missedCalls) {
        throw new Refused('missed_calls_unsupported', `${name} does not tell about missed calls, so none can be answered.`)
      }
      const { peer, kind } = readPeer(number, await defaultCountry())
      if (kind === 'alphanumeric') throw new Refused('number_invalid', `“${number}” is not a number that can be called.`)
      const reply = text === null || text.trim() === '' ? null : normaliseText(text)
      const problem = reply === null ? null : textProblem(reply, capabilities.text, name)
      if (problem !== null) throw new Refused(problem.code, problem.message)
      await store.callReplies.set({ accountId: id, number: peer, text: reply, at: now() })
      events.changed({ topic: 'accounts' })
      return { replies: await store.callReplies.list({ accountId: id }) }
    },

    async unreachable({ numbers }) {
      const accounts = (await store.accounts.list()).flatMap((account) => {
        const known = findAdapter(account.provider)
        if (known === null) return []
        const config = withDefaults(known.descriptor, account.config)
        // Any text does: it is the number that is asked about.
        for (const to of numbers) {
          const problem = known.checkMessage({ to, text: 'a' }, config)
          if (problem !== null) return [{ accountId: account.id, message: problem.message }]
        }
        return []
      })
      return { accounts }
    },

    async setRate({ id, rate }) {
      const account = found(await store.accounts.setRate({ id, rate, at: now() }))
      announce()
      return present(account)
    },

    async pause(id) {
      await row(id)
      const message = 'You paused this account. Its messages wait until you let it send again.'
      if (await store.accounts.pause({ id, code: PAUSED_BY_PERSON, message, at: now() })) announce()
      return present(await row(id))
    },

    async resume(id) {
      await row(id)
      await resume(id, [])
      announce()
      return present(await row(id))
    },

    async hookSecrets(id, keys) {
      const values: Record<string, string> = {}
      for (const key of keys) {
        const value = await secrets.get(id, key)
        if (value !== null) values[key] = value
      }
      return values
    },

    async secretKeys() {
      const accounts = await store.accounts.list()
      return accounts.flatMap(({ id, provider }) =>
        (findAdapter(provider)?.descriptor.secretFields ?? []).map(({ key }) => ({ accountId: id, key })),
      )
    },

    async describe(id) {
      const account = await row(id)
      const provider = adapter(account.provider)
      return { adapter: provider, config: withDefaults(provider.descriptor, account.config), name: account.name }
    },

    open,
  }
}

/** Path of an account's hook on the listener. */
export function hookPath(account: { id: string; hookKey: string }): string {
  return `/hooks/${account.id}/${account.hookKey}`
}

function found(account: AccountRow | null): AccountRow {
  if (account === null) throw accountNotFound()
  return account
}

function sameValues(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
