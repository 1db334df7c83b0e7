import './accounts.css'
import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { atStart, nameInSentence } from './form.ts'
import { hookAddress, hookBrings, hookMisses, isOnThisComputerOnly } from './hook-words.ts'

/**
 * The addresses a provider calls with what it has to tell: where each goes, and what it takes to be reached. Nothing
 * where nothing comes back.
 */
export function HookCard({ account, provider }: { account: Account; provider: ProviderDescriptor }) {
  const { queries } = useHost()
  const status = useQuery(queries.desk.status.queryOptions())
  const listener = status.data?.listener
  const capabilities = account.capabilities ?? provider.capabilities
  const brings = hookBrings(capabilities)
  const misses = hookMisses(capabilities)
  if (listener === undefined || provider.hookAddresses.length === 0) return null
  const name = nameInSentence(account)
  const address = hookAddress(listener.address, account.hookPath)
  const single = provider.hookAddresses.length === 1
  const these = single ? 'this address' : 'these addresses'
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
          {brings !== null && isOnThisComputerOnly(address) ? (
            <p className="account-reach">
              <b>As {single ? 'it stands here, it works' : 'they stand here, they work'} on this computer only.</b> {atStart(name)} needs a
              tunnel from the internet to <code>{listener.address}</code>: ask whoever looks after your network. The tunnel’s address then
              takes the place of that beginning, and the rest stays the same.
            </p>
          ) : null}
          <ul className="account-hooks">
            {provider.hookAddresses.map(({ label, suffix, instructions }) => (
              <li key={label}>
                <b>{label}</b>
                <CopyableAddress label={label} address={`${address}${suffix}`} />
                <span className="sec">{instructions}</span>
              </li>
            ))}
          </ul>
          <p className="account-small">
            {single ? 'The address holds' : 'Each address holds'} a key of its own. Show it to {name} only.
          </p>
        </>
      )}
    </section>
  )
}

/** An address that wraps and is still copied whole, by the button or by hand. */
function CopyableAddress({ label, address }: { label: string; address: string }) {
  const clipboard = useClipboard({ timeout: 2_000 })
  return (
    <span className="account-address">
      <code className="account-address-text">{address}</code>
      <Button
        size="xs"
        onClick={() => clipboard.copy(address)}
        aria-label={clipboard.copied ? `The address for ${label} is copied` : `Copy the address for ${label}`}
      >
        {clipboard.copied ? 'Copied' : 'Copy'}
      </Button>
    </span>
  )
}
