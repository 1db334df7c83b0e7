import './accounts.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { hashFor } from '../app/routes.ts'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useFormatTag, useWords } from '../language/words.ts'
import { useListenerAction } from '../settings/listener/useListenerAction.ts'
import { CopyableAddress } from './CopyableAddress.tsx'
import { atStart, nameInSentence } from './form.ts'
import { hookAddress, hookBrings, hookMisses, isOnThisComputerOnly } from './hook-words.ts'
import { PastedNotice } from './PastedNotice.tsx'

/** What matters within a sentence. */
const asBold = (text: ReactNode) => <b>{text}</b>

/** A way to the guide for the listener. */
const asSetup = (text: ReactNode) => <a href={hashFor('settings', 'listener')}>{text}</a>

/** An address within a sentence. */
const asAddress = (address: ReactNode) => <code>{address}</code>

/**
 * The addresses a provider calls with what it has to tell: where each goes, and what it takes to be reached. Nothing
 * where nothing comes back.
 */
export function HookCard({ account, provider }: { account: Account; provider: ProviderDescriptor }) {
  const words = useWords('accounts')
  const say = useHostSentences()
  const tag = useFormatTag()
  const { queries } = useHost()
  const view = useQuery(queries.listener.get.queryOptions())
  const listener = view.data
  const capabilities = account.capabilities ?? provider.capabilities
  const brings = hookBrings(words, tag, capabilities)
  const misses = hookMisses(words, capabilities)
  if (listener === undefined || provider.hookAddresses.length === 0) return null
  const name = nameInSentence(words, account)
  const address = hookAddress(listener.publicUrl ?? listener.address, account.hookPath)
  const count = provider.hookAddresses.length
  const pasted = listener.pasted.find(({ accountId }) => accountId === account.id)
  return (
    <section className="account-card" aria-labelledby="account-hook-title">
      <h3 id="account-hook-title">{words('hook.title', { count, provider: name })}</h3>
      <p className="sec">
        {brings === null || misses === null
          ? words('hook.nothing', { count, provider: name })
          : words('hook.brings', { count, provider: atStart(name), brings, misses })}
      </p>
      {address === null ? (
        <Notice tone="warn" icon="warning">
          {listener.problem === null ? words('hook.noAddress') : say(listener.problem)}
        </Notice>
      ) : (
        <>
          {brings !== null && listener.publicUrl === null && isOnThisComputerOnly(address) ? (
            <p className="account-reach">
              {words.rich('hook.reach', {
                count,
                provider: atStart(name),
                present: listener.address ?? '',
                b: asBold,
                setup: asSetup,
                address: asAddress,
              })}
            </p>
          ) : null}
          <AddressList provider={provider} address={address} />
          <UseAddress account={account} provider={provider} publicUrl={listener.publicUrl} />
          {brings === null ? null : <PastedNotice accountId={account.id} provider={name} publicUrl={listener.publicUrl} pasted={pasted} />}
          <p className="account-small">{words('hook.holdsKey', { count, provider: name })}</p>
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
  const words = useWords('accounts')
  return (
    <ul className="account-hooks">
      {provider.hookAddresses.map(({ label, suffix, instructions }) => (
        <li key={label}>
          <b>{label}</b>
          <CopyableAddress
            label={of === undefined ? label : words('hook.of', { address: label, account: of })}
            address={`${address}${suffix}`}
          />
          <span className="sec">{instructions}</span>
        </li>
      ))}
    </ul>
  )
}

/** Where the adapter itself hands the address over: a button that enters it. Nothing elsewhere. */
export function UseAddress({ account, provider, publicUrl }: { account: Account; provider: ProviderDescriptor; publicUrl: string | null }) {
  const words = useWords('accounts')
  const { enterAddress } = useListenerAction()
  const field = [...provider.configFields, ...provider.secretFields].find(({ holdsHookAddress }) => holdsHookAddress)
  if (field === undefined || publicUrl === null) return null
  if (account.config[field.key] === `${publicUrl}${account.hookPath}`) {
    return <p className="account-small">{words('hook.holds', { field: field.label })}</p>
  }
  return (
    <p className="account-use">
      <span className="sec">{words('hook.canTake', { field: field.label })}</span>
      <Button size="xs" loading={enterAddress.isPending} onClick={() => enterAddress.mutate({ accountId: account.id })}>
        {words('hook.enter')}
      </Button>
    </p>
  )
}
