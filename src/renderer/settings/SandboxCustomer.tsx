import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactNode } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import { MAX_TEXT_UNITS } from '../../shared/contract/primitives.ts'
import type { ProviderDescriptor } from '../../shared/providers/descriptor.ts'
import { hashFor } from '../app/routes.ts'
import { CallFailure } from '../components/Failure.tsx'
import { formatNumber } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { accountsWithCustomers, carrierName, practiceNumber, waysOf } from './sandbox-words.ts'

/** A number within a sentence. */
const asNumber = (number: ReactNode) => <b className="num sandbox-number">{number}</b>

/** What somebody wrote within a sentence. */
const asText = (text: ReactNode) => <bdi>{text}</bdi>

/** Lets a customer text or call the business, through the sandbox carrier and the listener, as a real one would. */
export function SandboxCustomer({ providers, accounts }: { providers: readonly ProviderDescriptor[]; accounts: readonly Account[] }) {
  const words = useWords('sandbox')
  const titleId = useId()
  const reachable = accountsWithCustomers(accounts)
  const [first] = reachable
  return (
    <section className="settings-card" aria-labelledby={titleId}>
      <h3 id={titleId}>{words('customer.title')}</h3>
      {first === undefined ? (
        <p className="sec">{words('customer.nobody')}</p>
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
  const words = useWords('sandbox')
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
        sayDone(words('customer.sent'))
      },
    }),
  )
  const call = useMutation(
    queries.sandbox.missedCall.mutationOptions({
      onSuccess({ accepted }) {
        if (accepted) sayDone(words('customer.called'))
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
    <form className="sandbox-customer" onSubmit={submit} aria-label={words('customer.form')}>
      {accounts.length > 1 ? (
        <Select
          label={words('customer.of')}
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
        label={words('customer.from')}
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
          label={words('customer.text')}
          placeholder={words('customer.example')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={MAX_TEXT_UNITS}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <p className="sandbox-wide settings-aside">{words('customer.onlyCalls', { provider: carrierName(account, providers) })}</p>
      )}
      {ways.calls ? <CallerGets account={account} /> : null}
      <div className="sandbox-wide sandbox-steps">
        {ways.texts ? (
          <Button type="submit" disabled={!canText || busy} loading={reply.isPending}>
            {words('customer.send')}
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
            {words('customer.call')}
          </Button>
        ) : null}
      </div>
      {turnedAway ? (
        <div className="sandbox-wide">
          <Notice tone="bad" icon="warning" urgent>
            {words('customer.turnedAway')}
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
  const words = useWords('sandbox')
  const { queries } = useHost()
  const kept = useQuery(queries.accounts.callReplies.queryOptions({ input: { id: account.id } }))
  const number = practiceNumber(account)
  const reply = kept.data?.replies.find((one) => one.number === number)
  return (
    <p className="sandbox-wide settings-aside">
      {words.rich('customer.calls', { number: asNumber, value: formatNumber(number) })}{' '}
      {kept.data === undefined
        ? null
        : reply === undefined
          ? words('customer.getsNothing')
          : words.rich('customer.gets', { text: asText, value: reply.text })}{' '}
      {kept.data === undefined ? null : (
        <a href={hashFor('settings', 'accounts', account.id)}>
          {reply === undefined ? words('customer.setText') : words('customer.changeText')}
        </a>
      )}
    </p>
  )
}
