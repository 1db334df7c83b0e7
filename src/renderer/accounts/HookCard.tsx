import './accounts.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { hashFor } from '../app/routes.ts'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useListenerAction } from '../settings/listener/useListenerAction.ts'
import { CopyableAddress } from './CopyableAddress.tsx'
import { atStart, nameInSentence } from './form.ts'
import { hookAddress, hookBrings, hookMisses, isOnThisComputerOnly } from './hook-words.ts'
import { PastedNotice } from './PastedNotice.tsx'

/**
 * The addresses a provider calls with what it has to tell: where each goes, and what it takes to be reached. Nothing
 * where nothing comes back.
 */
export function HookCard({ account, provider }: { account: Account; provider: ProviderDescriptor }) {
  const { queries } = useHost()
  const view = useQuery(queries.listener.get.queryOptions())
  const listener = view.data
  const capabilities = account.capabilities ?? provider.capabilities
  const brings = hookBrings(capabilities)
  const misses = hookMisses(capabilities)
  if (listener === undefined || provider.hookAddresses.length === 0) return null
  const name = nameInSentence(account)
  const address = hookAddress(listener.publicUrl ?? listener.address, account.hookPath)
  const single = provider.hookAddresses.length === 1
  const these = single ? 'this address' : 'these addresses'
  const pasted = listener.pasted.find(({ accountId }) => accountId === account.id)
  return (
    <section className="account-card" aria-labelledby="account-hook-title">
      <h3 id="account-hook-title">
        {single ? 'Address' : 'Addresses'} to give to {name}
      </h3>
      {brings === null ? (
        <p className="sec">
          With these settings {name} reports nothing, so it needs no address. {single ? 'This one is' : 'These are'} for when it does.
        </p>
      ) : (
        <p className="sec">
          {atStart(name)} sends {brings} to {these}. Texts go out without {single ? 'it' : 'them'}, but {misses}.
        </p>
      )}
      {address === null ? (
        <Notice tone="warn" icon="warning">
          {listener.problem ?? 'There is no address at the moment.'}
        </Notice>
      ) : (
        <>
          {brings !== null && listener.publicUrl === null && isOnThisComputerOnly(address) ? (
            <p className="account-reach">
              <b>As {single ? 'it stands here, it works' : 'they stand here, they work'} on this computer only.</b> {atStart(name)} needs a
              way in from the internet: <a href={hashFor('settings', 'listener')}>set it up under Listener</a>. Its beginning then takes the
              place of <code>{listener.address}</code>, and the rest stays the same.
            </p>
          ) : null}
          <AddressList provider={provider} address={address} />
          <UseAddress account={account} provider={provider} publicUrl={listener.publicUrl} />
          {brings === null ? null : <PastedNotice accountId={account.id} provider={name} publicUrl={listener.publicUrl} pasted={pasted} />}
          <p className="account-small">
            {single ? 'The address holds' : 'Each address holds'} a key of its own. Show it to {name} only.
          </p>
        </>
      )}
    </section>
  )
}

/** Each address with where it goes, in the provider's own words. */
export function AddressList({
  provider,
  address,
  of,
}: {
  provider: ProviderDescriptor
  /** Up to the hook key. */
  address: string
  /** The account's name, where more than one is on the screen. */
  of?: string
}) {
  return (
    <ul className="account-hooks">
      {provider.hookAddresses.map(({ label, suffix, instructions }) => (
        <li key={label}>
          <b>{label}</b>
          <CopyableAddress label={of === undefined ? label : `${label} of ${of}`} address={`${address}${suffix}`} />
          <span className="sec">{instructions}</span>
        </li>
      ))}
    </ul>
  )
}

/** Where the adapter itself hands the address over: a button that enters it. Nothing elsewhere. */
export function UseAddress({ account, provider, publicUrl }: { account: Account; provider: ProviderDescriptor; publicUrl: string | null }) {
  const { enterAddress } = useListenerAction()
  const field = [...provider.configFields, ...provider.secretFields].find(({ holdsHookAddress }) => holdsHookAddress)
  if (field === undefined || publicUrl === null) return null
  if (account.config[field.key] === `${publicUrl}${account.hookPath}`) {
    return <p className="account-small">“{field.label}” of this account holds this address.</p>
  }
  return (
    <p className="account-use">
      <span className="sec">“{field.label}” of this account can take this address, too.</span>
      <Button size="xs" loading={enterAddress.isPending} onClick={() => enterAddress.mutate({ accountId: account.id })}>
        Enter it there
      </Button>
    </p>
  )
}
