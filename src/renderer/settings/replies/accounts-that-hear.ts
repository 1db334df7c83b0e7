import type { Account } from '../../../shared/contract/accounts.ts'

/** Accounts that texts from customers come in on. */
export function accountsThatHear(accounts: readonly Account[]): Account[] {
  return accounts.filter(({ capabilities }) => capabilities?.inbound === true)
}
