import type { ReactNode } from 'react'
import type { Account } from '../../../shared/contract/accounts.ts'
import type { ListenerView } from '../../../shared/contract/listener.ts'
import type { ProviderDescriptor } from '../../../shared/providers/descriptor.ts'
import { pastedState } from '../../../shared/tunnels/pasted.ts'
import { atStart, nameInSentence } from '../../accounts/form.ts'
import { AddressList, UseAddress } from '../../accounts/HookCard.tsx'
import { bringsSomething } from '../../accounts/hook-words.ts'
import { PastedNotice } from '../../accounts/PastedNotice.tsx'
import { hashFor } from '../../app/routes.ts'
import { Chip } from '../../components/Chip.tsx'
import { useFormatTag, useWords } from '../../language/words.ts'
import { Step } from './Step.tsx'
import { awayWords } from './words.ts'

/** An account whose provider has something to tell, with its provider. */
export interface CalledAccount {
  account: Account
  provider: ProviderDescriptor
}

/** Accounts whose providers call the listener. */
export function calledAccounts(accounts: readonly Account[], providers: readonly ProviderDescriptor[]): CalledAccount[] {
  return accounts.flatMap((account) => {
    const provider = providers.find(({ id }) => id === account.provider)
    if (provider === undefined || provider.hookAddresses.length === 0) return []
    return bringsSomething(account.capabilities ?? provider.capabilities) ? [{ account, provider }] : []
  })
}

/** A way to where accounts are added. */
const asAdd = (text: ReactNode) => <a href={hashFor('settings', 'accounts')}>{text}</a>

/** The name of a file within a sentence. */
const asFile = (name: ReactNode) => <code>{name}</code>

/** What to paste where, for each account, and whether it was done. */
export function AddressesStep({ view, called }: { view: ListenerView; called: readonly CalledAccount[] }) {
  const words = useWords('listener')
  const accountWords = useWords('accounts')
  const list = new Intl.ListFormat(useFormatTag(), { type: 'conjunction' })
  const { publicUrl } = view
  const stateOf = (account: Account) =>
    pastedState(
      publicUrl,
      view.pasted.find(({ accountId }) => accountId === account.id),
    )
  const done = called.length > 0 && called.every(({ account }) => stateOf(account) === 'current')
  return (
    <Step number={4} title={words('addresses.title')} done={done}>
      {called.length === 0 ? (
        <p className="sec">{words.rich('addresses.noAccount', { add: asAdd })}</p>
      ) : publicUrl === null ? (
        <p className="sec">{words('addresses.waiting', { accounts: list.format(called.map(({ account }) => account.name)) })}</p>
      ) : (
        called.map(({ account, provider }) => (
          <section key={account.id} className="listener-account" aria-label={account.name}>
            <div className="listener-account-head">
              <b>{account.name}</b>
              {stateOf(account) === 'current' ? (
                <Chip tone="ok">{words('addresses.current')}</Chip>
              ) : stateOf(account) === 'changed' ? (
                <Chip tone="warn">{words('addresses.changed')}</Chip>
              ) : (
                <Chip>{words('addresses.never')}</Chip>
              )}
            </div>
            <AddressList provider={provider} address={`${publicUrl}${account.hookPath}`} of={account.name} />
            <UseAddress account={account} provider={provider} publicUrl={publicUrl} />
            <PastedNotice
              accountId={account.id}
              provider={nameInSentence(accountWords, account)}
              publicUrl={publicUrl}
              pasted={view.pasted.find(({ accountId }) => accountId === account.id)}
            />
          </section>
        ))
      )}
    </Step>
  )
}

/** What becomes of reports and replies while nobody listens. */
export function AwayCard({ called }: { called: readonly CalledAccount[] }) {
  const words = useWords('listener')
  const accountWords = useWords('accounts')
  const tag = useFormatTag()
  const sentences = new Set(
    called.flatMap(
      ({ account, provider }) =>
        awayWords(words, tag, atStart(nameInSentence(accountWords, account)), account.capabilities ?? provider.capabilities) ?? [],
    ),
  )
  if (sentences.size === 0) return null
  return (
    <section className="settings-card" aria-labelledby="listener-away">
      <h3 id="listener-away">{words('away.title')}</h3>
      <ul className="listener-away">
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="sec">{words.rich('away.alwaysOn', { file: asFile })}</p>
    </section>
  )
}
