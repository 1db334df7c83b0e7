import type { Account } from '../../shared/contract/accounts.ts'
import type { DeskClient } from '../../shared/contract/client.ts'
import { Refused } from '../app/refused.ts'

/**
 * The account that goes by a name or an id. A name in other letters (`sandbox` for `Sandbox`) will do where it is not
 * itself the id or name of another.
 * @throws Refused `account_not_found`
 */
export async function findAccount(client: DeskClient, nameOrId: string): Promise<Account> {
  const accounts = await client.accounts.list()
  const wanted = nameOrId.trim()
  const found =
    accounts.find((account) => account.id === wanted.toLowerCase()) ??
    accounts.find((account) => account.name === wanted) ??
    accounts.find((account) => account.name.toLowerCase() === wanted.toLowerCase())
  if (found !== undefined) return found
  const names = accounts.map((account) => `“${account.name}”`).join(', ')
  throw new Refused(
    'account_not_found',
    `There is no account “${wanted}”. ${names === '' ? 'There are none yet: add one first.' : `There are: ${names}.`}`,
  )
}
