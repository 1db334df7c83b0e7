import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import { MAX_TEXT_UNITS } from '../../shared/contract/primitives.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { hashFor } from '../app/routes.ts'
import { CallFailure } from '../components/Failure.tsx'
import { formatNumber } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { accountsWithCustomers, carrierName, practiceNumber, waysOf } from './sandbox-words.ts'

/** Lets a customer text or call the business, through the sandbox carrier and the listener, as a real one would. */
export function SandboxCustomer({ providers, accounts }: { providers: readonly ProviderDescriptor[]; accounts: readonly Account[] }) {
  const titleId = useId()
  const reachable = accountsWithCustomers(accounts)
  const [first] = reachable
  return (
    <section className="settings-card" aria-labelledby={titleId}>
      <h3 id={titleId}>Be a customer</h3>
      {first === undefined ? (
        <p className="sec">
          None of the providers you practise with brings texts or calls from customers. Practise as another one above, such as Connectel.
        </p>
      ) : (
        <CustomerForm accounts={reachable} first={first} providers={providers} />
      )}
    </section>
  )
}

function CustomerForm({
  accounts,
  first,
  providers,
}: {
  accounts: readonly Account[]
  first: Account
  providers: readonly ProviderDescriptor[]
}) {
  const { queries } = useHost()
  const [accountId, setAccountId] = useState(first.id)
  const [from, setFrom] = useState('')
  const [text, setText] = useState('')
  const account = accounts.find(({ id }) => id === accountId) ?? first
  const ways = waysOf(account)
  const reply = useMutation(
    queries.sandbox.reply.mutationOptions({
      onSuccess({ accepted }) {
        if (!accepted) return
        setText('')
        sayDone('The customer’s text is on its way to the inbox.')
      },
    }),
  )
  const call = useMutation(
    queries.sandbox.missedCall.mutationOptions({
      onSuccess({ accepted }) {
        if (accepted) sayDone('The customer called and hung up.')
      },
    }),
  )
  const hasNumber = from.trim() !== ''
  const canText = ways.texts && hasNumber && text.trim() !== ''
  const busy = reply.isPending || call.isPending
  const turnedAway = reply.data?.accepted === false || call.data?.accepted === false

  function forget(): void {
    reply.reset()
    call.reset()
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (busy || !canText) return
    call.reset()
    reply.mutate({ from, text, accountId: account.id })
  }

  return (
    <form className="sandbox-customer" onSubmit={submit} aria-label="A customer">
      {accounts.length > 1 ? (
        <Select
          label="Customer of"
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={account.id}
          allowDeselect={false}
          onChange={(id) => {
            forget()
            setAccountId(id ?? first.id)
          }}
        />
      ) : null}
      <TextInput
        label="From the number"
        placeholder="+46 70 174 06 05"
        inputMode="tel"
        autoComplete="off"
        maxLength={64}
        value={from}
        onChange={(event) => {
          forget()
          setFrom(event.currentTarget.value)
        }}
      />
      {ways.texts ? (
        <Textarea
          className="sandbox-wide"
          label="What they write"
          placeholder="Hi, is my car ready?"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={MAX_TEXT_UNITS}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <p className="sandbox-wide settings-aside">
          {carrierName(account, providers)} brings no texts from customers; it tells of missed calls.
        </p>
      )}
      {ways.calls ? <CallerGets account={account} /> : null}
      <div className="sandbox-wide sandbox-steps">
        {ways.texts ? (
          <Button type="submit" disabled={!canText || busy} loading={reply.isPending}>
            Text the desk
          </Button>
        ) : null}
        {ways.calls ? (
          <Button
            disabled={!hasNumber || busy}
            loading={call.isPending}
            onClick={() => {
              reply.reset()
              call.mutate({ from, accountId: account.id })
            }}
          >
            Call and hang up
          </Button>
        ) : null}
      </div>
      {turnedAway ? (
        <div className="sandbox-wide">
          <Notice tone="bad" icon="warning" urgent>
            The desk turned it away. Check the number, then try again.
          </Notice>
        </div>
      ) : null}
      {reply.error === null && call.error === null ? null : (
        <div className="sandbox-wide">
          <CallFailure error={reply.error ?? call.error} />
        </div>
      )}
    </form>
  )
}

/** The number that is called, and the text its callers get. */
function CallerGets({ account }: { account: Account }) {
  const { queries } = useHost()
  const kept = useQuery(queries.accounts.callReplies.queryOptions({ input: { id: account.id } }))
  const number = practiceNumber(account)
  const reply = kept.data?.replies.find((one) => one.number === number)
  return (
    <p className="sandbox-wide settings-aside">
      They call <b className="num sandbox-number">{formatNumber(number)}</b>.{' '}
      {kept.data === undefined ? null : reply === undefined ? (
        'Who calls it gets no text yet.'
      ) : (
        <>
          Who calls it gets “<bdi>{reply.text}</bdi>”.
        </>
      )}{' '}
      {kept.data === undefined ? null : (
        <a href={hashFor('settings', 'accounts', account.id)}>{reply === undefined ? 'Set a text' : 'Change the text'}</a>
      )}
    </p>
  )
}
