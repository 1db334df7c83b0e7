import type { Account } from '../../../shared/contract/accounts.ts'
import type { ListenerView } from '../../../shared/contract/listener.ts'
import type { ProviderDescriptor } from '../../../shared/providers/descriptor.ts'
import { pastedState } from '../../../shared/tunnels/pasted.ts'
import { atStart, nameInSentence } from '../../accounts/form.ts'
import { AddressList, UseAddress } from '../../accounts/HookCard.tsx'
import { hookBrings } from '../../accounts/hook-words.ts'
import { PastedNotice } from '../../accounts/PastedNotice.tsx'
import { hashFor } from '../../app/routes.ts'
import { Chip } from '../../components/Chip.tsx'
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
    return hookBrings(account.capabilities ?? provider.capabilities) === null ? [] : [{ account, provider }]
  })
}

/** What to paste where, for each account, and whether it was done. */
export function AddressesStep({ view, called }: { view: ListenerView; called: readonly CalledAccount[] }) {
  const { publicUrl } = view
  const stateOf = (account: Account) =>
    pastedState(
      publicUrl,
      view.pasted.find(({ accountId }) => accountId === account.id),
    )
  const done = called.length > 0 && called.every(({ account }) => stateOf(account) === 'current')
  return (
    <Step number={4} title="Paste the addresses" done={done}>
      {called.length === 0 ? (
        <p className="sec">
          No account has a provider that reports anything yet. <a href={hashFor('settings', 'accounts')}>Add an account</a> first.
        </p>
      ) : publicUrl === null ? (
        <p className="sec">
          Once the way in is open, the addresses for{' '}
          {new Intl.ListFormat('en', { type: 'conjunction' }).format(called.map(({ account }) => account.name))} stand here, with where each
          goes.
        </p>
      ) : (
        called.map(({ account, provider }) => (
          <section key={account.id} className="listener-account" aria-label={account.name}>
            <div className="listener-account-head">
              <b>{account.name}</b>
              {stateOf(account) === 'current' ? (
                <Chip tone="ok">pasted</Chip>
              ) : stateOf(account) === 'changed' ? (
                <Chip tone="warn">changed</Chip>
              ) : (
                <Chip>not pasted yet</Chip>
              )}
            </div>
            <AddressList provider={provider} address={`${publicUrl}${account.hookPath}`} of={account.name} />
            <UseAddress account={account} provider={provider} publicUrl={publicUrl} />
            <PastedNotice
              accountId={account.id}
              provider={nameInSentence(account)}
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
  const words = new Set(
    called.flatMap(
      ({ account, provider }) => awayWords(atStart(nameInSentence(account)), account.capabilities ?? provider.capabilities) ?? [],
    ),
  )
  if (words.size === 0) return null
  return (
    <section className="settings-card" aria-labelledby="listener-away">
      <h3 id="listener-away">While the desk is closed</h3>
      <ul className="listener-away">
        {[...words].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="sec">
        The same desk runs without a window on a machine that is always on; <code>docs/always-on.md</code> in the folder of SMS Desk says
        how.
      </p>
    </section>
  )
}
