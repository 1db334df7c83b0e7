import { withDefaults } from '../accounts/form.ts'
import type { HookAccount } from '../accounts/operations.ts'
import type { ProviderAdapter } from '../providers/types.ts'

/** What people see as sender, by account. */
export type Senders = Readonly<Record<string, string>>

/** Keeps at hand what people see as sender of each account in use. */
export interface SenderList {
  get(): Promise<Senders>
  /** Accounts changed: ask again before the next answer. */
  forget(): void
}

/** @param options.adapter throws for a provider that this version does not know: its accounts have no sender */
export function createSenderList(options: {
  load(): Promise<readonly HookAccount[]>
  adapter(provider: string): ProviderAdapter
}): SenderList {
  let known: Promise<Senders> | null = null

  async function read(): Promise<Senders> {
    const accounts = await options.load()
    return Object.fromEntries(accounts.flatMap((account) => senderOf(account)))
  }

  function senderOf({ id, provider, config }: HookAccount): [string, string][] {
    try {
      const adapter = options.adapter(provider)
      return [[id, adapter.senderOf(withDefaults(adapter.descriptor, config))]]
    } catch {
      return []
    }
  }

  return {
    get() {
      if (known !== null) return known
      const reading = read()
      known = reading
      // What could not be read is asked for again.
      reading.catch(() => {
        if (known === reading) known = null
      })
      return reading
    },
    forget() {
      known = null
    },
  }
}
