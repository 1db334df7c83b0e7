import type { Account } from '../../shared/contract/accounts.ts'
import type { HookAddress, SendingRate } from '../../shared/providers/descriptor.ts'
import { counted, facts, isoTime, localTime } from './format.ts'

/** An account for programs. */
export function accountView(account: Account) {
  const { pause, createdAt, ...rest } = account
  return { ...rest, pause: pause === null ? null : { ...pause, at: isoTime(pause.at) }, createdAt: isoTime(createdAt) }
}

/** What to hand to the provider: a path on the listener, where it has one of its own behind a public beginning. */
export interface HookPlace {
  label: string
  path: string
  instructions: string
}

/** The addresses of an account, as its provider is to be told them. */
export function hookPlaces({ hookPath }: Pick<Account, 'hookPath'>, addresses: readonly HookAddress[]): HookPlace[] {
  return addresses.map(({ label, suffix, instructions }) => ({ label, path: `${hookPath}${suffix}`, instructions }))
}

/** An account for people. */
export function accountFacts(account: Account, places: readonly HookPlace[] = []): string {
  return facts([
    ['Name', account.name],
    ['Provider', account.providerName],
    ['Status', account.pause === null ? account.status : `${account.status}: ${account.pause.message}`],
    ['Waiting', String(account.waiting)],
    ['Rate', rateWords(account.rate, account.rateIsDefault)],
    ...Object.entries(account.config).map(([key, value]) => [key, value] as const),
    ...Object.entries(account.secretsSet).map(([key, set]) => [key, set ? '(kept)' : '(missing)'] as const),
    ...(places.length === 0
      ? [['Hook path', account.hookPath] as const]
      : places.flatMap(({ label, path, instructions }) => [[label, path] as const, ['', instructions] as const])),
    ['Added', localTime(account.createdAt)],
    ['Id', account.id],
  ])
}

/** How fast an account sends. */
export function rateWords(rate: SendingRate | null, isUsual = false): string {
  const words = rate === null ? 'as fast as they are taken' : `${counted(rate.count, 'text')} a ${rate.per}`
  return isUsual ? `${words} (usual)` : words
}
