import type { Account } from '../../shared/contract/accounts.ts'
import type { Words } from '../language/words.ts'

/** A provider that can keep texts until their time. */
export interface Keeper {
  name: string
  /** How far ahead, in ms. */
  least: number
  most: number
}

const MINUTE_MS = 60_000

/**
 * The provider of an account, where it keeps texts until their time; null where it does not.
 * @param name what sentences call the provider, where that is not the account's provider itself
 */
export function keeperOf(account: Pick<Account, 'providerName' | 'capabilities'> | undefined, name = account?.providerName): Keeper | null {
  const ahead = account?.capabilities?.providerSchedule ?? null
  if (account === undefined || ahead === null) return null
  return { name: name ?? account.providerName, least: ahead.minAheadMinutes * MINUTE_MS, most: ahead.maxAheadDays * 24 * 60 * MINUTE_MS }
}

/** Why the provider cannot keep a text until this instant (ms UTC); null when it can. */
export function keeperProblem(words: Words<'chooseTime'>, { name, least, most }: Keeper, at: number, now: number): string | null {
  if (at - now < least) return words('keeper.tooSoon', { name, minutes: least / MINUTE_MS })
  return at - now > most ? words('keeper.tooFar', { name, days: Math.floor(most / (24 * 60 * MINUTE_MS)) }) : null
}
