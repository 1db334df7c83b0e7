import './accounts.css'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { CallFailure } from '../components/Failure.tsx'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'

/** The connection test of an account: start it with `mutate({ id })`. */
export function useConnectionTest() {
  const { queries } = useHost()
  return useMutation(queries.accounts.test.mutationOptions())
}

/** A running connection test, as {@link useConnectionTest} gives it. */
export type ConnectionTestRun = ReturnType<typeof useConnectionTest>

/** What the provider said to the settings, in a sentence. Nothing before the first test. */
export function ConnectionResult({ test, provider }: { test: ConnectionTestRun; provider: ProviderDescriptor }) {
  const words = useWords('accounts')
  const say = useHostSentences()
  if (test.isPending) return <output className="account-testing">{words('test.running', { provider: provider.name })}</output>
  if (test.error !== null) return <CallFailure error={test.error} />
  if (test.data === undefined) return null
  return (
    <output className="account-result">
      <Notice tone={test.data.ok ? 'ok' : 'bad'} icon={test.data.ok ? 'check' : 'warning'}>
        {say(test.data.message)}
      </Notice>
    </output>
  )
}

/** Starts the test, for providers where it is free. */
export function TestButton({ test, accountId }: { test: ConnectionTestRun; accountId: string }) {
  const words = useWords('accounts')
  return (
    <Button loading={test.isPending} onClick={() => test.mutate({ id: accountId })} title={words('test.costs')}>
      {words('test.start')}
    </Button>
  )
}
