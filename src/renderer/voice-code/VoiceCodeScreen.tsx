import './voice-code.css'
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { useAccounts, useProviders } from '../accounts/useAccounts.ts'
import { goTo, useRoute } from '../app/routes.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { LoadFailure } from '../components/Failure.tsx'
import { Loading } from '../components/Loading.tsx'
import { Screen } from '../components/Screen.tsx'
import { useWords } from '../language/words.ts'
import { carrierName, sandboxAccounts } from '../settings/sandbox-words.ts'
import { CallForm, type CallWish } from './CallForm.tsx'
import { accountsThatCall } from './codes.ts'
import { EarlierCodes } from './EarlierCodes.tsx'
import { LatestCall } from './LatestCall.tsx'
import { useKnownNumber } from './useKnownNumber.ts'

/** Calls a number and speaks a one-time code: who, which digits, and what became of the call. */
export function VoiceCodeScreen() {
  const words = useWords('voiceCode')
  const accounts = useAccounts()
  const providers = useProviders()
  const { parts } = useRoute()
  const number = parts[0] ?? ''
  const failed = [accounts, providers].find((query) => query.isError)
  return (
    <Screen title={words('title')} ground="quiet">
      {failed !== undefined ? (
        <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />
      ) : accounts.data === undefined || providers.data === undefined ? (
        <Loading>{words('loading')}</Loading>
      ) : (
        <Body key={number} accounts={accounts.data} providers={providers.data} number={number} />
      )}
    </Screen>
  )
}

function Body({ accounts, providers, number }: { accounts: readonly Account[]; providers: readonly ProviderDescriptor[]; number: string }) {
  const [wish, setWish] = useState<CallWish>({ accountId: null, to: number, digits: '' })
  const [calledId, setCalledId] = useState<string | null>(null)
  const callButton = useRef<HTMLButtonElement>(null)
  const known = useKnownNumber(wish.to)
  const able = accountsThatCall(accounts)
  const account = able.find(({ id }) => id === wish.accountId) ?? able[0]
  if (account === undefined) return <NobodyCalls practising={sandboxAccounts(accounts).length > 0} />
  return (
    <div className="voice-code">
      <CallForm
        accounts={able}
        account={account}
        carrier={carrierName(account, providers)}
        wish={wish}
        known={known}
        callButton={callButton}
        startsAtCode={number !== ''}
        onChange={(change) => setWish({ ...wish, ...change })}
        onCalled={(message) => {
          setCalledId(message.id)
          setWish({ ...wish, digits: '' })
        }}
      />
      <div className="voice-code-aside">
        <LatestCall
          messageId={calledId}
          accounts={accounts}
          providers={providers}
          onCallAgain={({ accountId, to, text }) => {
            setWish({ accountId, to, digits: text })
            callButton.current?.focus()
          }}
        />
        {known === null ? null : <EarlierCodes known={known} shownId={calledId} />}
      </div>
    </div>
  )
}

function NobodyCalls({ practising }: { practising: boolean }) {
  const words = useWords('voiceCode')
  return (
    <EmptyState
      icon="call"
      title={words('nobody.title')}
      actions={
        <>
          <Button variant="filled" onClick={() => goTo('settings', 'accounts')}>
            {words('nobody.accounts')}
          </Button>
          {practising ? <Button onClick={() => goTo('settings', 'sandbox')}>{words('nobody.practise')}</Button> : null}
        </>
      }
    >
      {words('nobody.text')}
    </EmptyState>
  )
}
