import './accounts.css'
import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { hookAddress, hookBrings, isOnThisComputerOnly } from './form.ts'
import { SANDBOX_PROVIDER } from './useAccounts.ts'

/** The address a provider calls with reports and replies: where it goes, and what it takes to be reached. */
export function HookCard({ account, provider }: { account: Account; provider: ProviderDescriptor }) {
  const { queries } = useHost()
  const status = useQuery(queries.desk.status.queryOptions())
  const clipboard = useClipboard({ timeout: 2_000 })
  const listener = status.data?.listener
  if (listener === undefined) return null
  const address = hookAddress(listener.address, account.hookPath)
  const title = `Let ${provider.name} call back`

  if (provider.id === SANDBOX_PROVIDER) return null
  return (
    <section className="account-card" aria-labelledby="account-hook-title">
      <h3 id="account-hook-title">{title}</h3>
      <p className="sec">
        {provider.name} brings {hookBrings(provider)} by calling this address. Texts go out without it, but you would
        {provider.capabilities.statusQuery ? ' have to ask for each one whether it arrived.' : ' not learn whether they arrived.'}
      </p>
      {address === null ? (
        <Notice tone="warn" icon="warning">
          {listener.problem ?? 'There is no address at the moment.'}
        </Notice>
      ) : (
        <>
          <div className="account-address">
            <code className="account-address-text">{address}</code>
            <Button
              size="xs"
              onClick={() => clipboard.copy(address)}
              aria-label={clipboard.copied ? 'The address is copied' : 'Copy the address'}
            >
              {clipboard.copied ? 'Copied' : 'Copy'}
            </Button>
          </div>
          <ol className="account-steps">
            {isOnThisComputerOnly(address) ? (
              <li>
                <b>Make it reachable.</b> {provider.name} must be able to reach this address from the internet, and as it stands it works on
                this computer only. A tunnel that leads to <code>{listener.address}</code> gives it a public beginning; the rest of the
                address stays the same.
              </li>
            ) : null}
            <li>
              <b>Give it to {provider.name}.</b> {provider.hookInstructions}
            </li>
          </ol>
          <p className="account-small">The address holds a key of its own. Show it to {provider.name} only.</p>
        </>
      )}
    </section>
  )
}
