import type { Account } from '../../../shared/contract/accounts.ts'
import { formatPhone } from '../../../shared/phone/index.ts'
import type { Words } from '../../language/words.ts'

/** What the composer needs to know of an account. */
export type ChoosableAccount = Pick<Account, 'id' | 'name' | 'sender' | 'capabilities'>

/** The account a conversation went through until now. */
export interface Usual {
  id: string
  name: string
  /** What the customer saw the texts come from; null where none came yet. */
  sender: string | null
}

/** The account a text goes through. */
export interface AccountChoice<Kind extends ChoosableAccount> {
  account: Kind | undefined
  /** Why it is not the usual one, or cannot reach the number, as a sentence; null where there is nothing to say. */
  note: string | null
}

/**
 * Chooses the account for a text: the one a person chose for it, else the one the conversation goes through, else the standard one,
 * else the first that can text these numbers. An account that was removed, or cannot, is passed over, and that is said.
 * @param unreachable why an account cannot text these numbers, by its id, in the language of the window
 */
export function chooseAccount<Kind extends ChoosableAccount>(
  words: Words<'composer'>,
  {
    accounts,
    chosenId,
    usual,
    defaultId,
    unreachable,
  }: {
    accounts: readonly Kind[]
    chosenId: string | null
    usual: Usual | null
    defaultId: string | null
    unreachable: ReadonlyMap<string, string>
  },
): AccountChoice<Kind> {
  const find = (id: string | null | undefined) => accounts.find((account) => account.id === id)
  const chosen = find(chosenId)
  if (chosen !== undefined) return { account: chosen, note: unreachable.get(chosen.id) ?? null }
  const wanted = [usual?.id, defaultId].map((id) => find(id)).filter((account) => account !== undefined)
  const reaches = (account: Kind) => !unreachable.has(account.id)
  const account = [...wanted, ...accounts].find((each) => reaches(each)) ?? wanted[0] ?? accounts[0]
  if (account === undefined) return { account, note: null }
  if (!reaches(account)) return { account, note: unreachable.get(account.id) ?? null }
  const used = usual ?? wanted[0]
  if (used === undefined || used.id === account.id) return { account, note: null }
  const note =
    find(used.id) === undefined
      ? words('account.removed', { usual: used.name, account: account.name })
      : words('account.instead', { reason: unreachable.get(used.id) ?? '', account: account.name }).trim()
  return { account, note }
}

/** A number as people write it; a name as it is. */
export function senderWords(sender: string): string {
  const number = /^\+?\d{7,15}$/.test(sender) ? formatPhone(sender.startsWith('+') ? sender : `+${sender}`) : null
  return number ?? sender
}

/** Whether whoever gets a text from this account can answer it and the answer comes here. */
function bringsAnswers({ sender, capabilities }: ChoosableAccount): boolean {
  return capabilities?.inbound === true && !/\p{L}/u.test(sender)
}

/**
 * What a customer will notice when a text comes through another account than before; null where nothing changes for them.
 * @param name who it is, as sentences call them
 */
export function changeWarning(
  words: Words<'composer'>,
  { name, usual, account }: { name: string; usual: Usual | null; account: ChoosableAccount },
): string | null {
  if (usual === null || usual.id === account.id) return null
  const sender = account.sender === '' ? account.name : senderWords(account.sender)
  const answers = bringsAnswers(account) ? 'arrive' : 'lost'
  if (usual.sender === null) return words('account.wroteTo', { name, usual: usual.name, sender, answers })
  if (usual.sender === account.sender) return answers === 'arrive' ? null : words('account.answersLost', { account: account.name })
  return words('account.hadTexts', { name, usual: senderWords(usual.sender), sender, answers })
}
