import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderAccount, ProviderAdapter } from '../providers/types.ts'

/** An account ready for use: adapter, configuration with defaults, and secrets just read from the secret store. */
export interface OpenedAccount {
  account: ProviderAccount
  adapter: ProviderAdapter
  name: string
}

export interface AccountService {
  list(): Promise<Account[]>
  get(id: string): Promise<Account>
  add(input: { provider: string; name: string; config: Record<string, string>; secrets: Record<string, string> }): Promise<Account>
  update(input: { id: string; name: string; config: Record<string, string> }): Promise<Account>
  setSecret(input: { id: string; key: string; value: string }): Promise<Account>
  remove(id: string): Promise<void>
  test(id: string): Promise<{ ok: boolean; code: string; message: string }>
  pause(id: string): Promise<Account>
  resume(id: string): Promise<Account>
  /**
   * The account with its secrets, for a call to its provider.
   * @throws Refused `account_not_found`, `secret_missing`
   */
  open(id: string): Promise<OpenedAccount>
}
