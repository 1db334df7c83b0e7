import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { Message } from '../../shared/contract/messages.ts'
import { SANDBOX_PROVIDER } from '../accounts/provider-ids.ts'
import { CallFailure } from '../components/Failure.tsx'
import { formatNumber } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
import { codeProblem, lengthWords, newCode, typingProblem } from './codes.ts'
import type { KnownNumber } from './useKnownNumber.ts'

/** A number within a sentence. */
const asNumber = (number: ReactNode) => <span className="num">{number}</span>

/** What is to be called. */
export interface CallWish {
  /** Null for the first account that can. */
  accountId: string | null
  to: string
  digits: string
}

/** What stands under a field: its error takes the place of its hint, so that nothing moves. */
const BENEATH = ['label', 'input', 'description', 'error'] as const

/** Which number is called through which account, and the digits that are spoken. */
export function CallForm({
  accounts,
  account,
  carrier,
  wish,
  known,
  callButton,
  startsAtCode,
  onChange,
  onCalled,
}: {
  /** Those that can call. */
  accounts: readonly Account[]
  /** The chosen one of them. */
  account: Account
  /** Its provider, as sentences name it. */
  carrier: string
  wish: CallWish
  known: KnownNumber | null
  callButton: RefObject<HTMLButtonElement | null>
  /** The number was given: the person goes on with the code. */
  startsAtCode: boolean
  onChange: (change: Partial<CallWish>) => void
  onCalled: (message: Message) => void
}) {
  const words = useWords('voiceCode')
  const { client } = useHost()
  const { to, digits } = wish
  const codeField = useRef<HTMLInputElement>(null)
  const [tried, setTried] = useState(false)
  /** A wish keeps its id until it is answered or changed: asked again after a lost answer, it calls once. */
  const [request, setRequest] = useState<{ id: string; of: string } | null>(null)
  const problem = codeProblem(words, digits, { ...account, providerName: carrier })
  const shown = tried ? problem : typingProblem(words, digits, { ...account, providerName: carrier })
  const call = useMutation({
    mutationFn: (requestId: string) => client.messages.callWithCode({ requestId, accountId: account.id, to, digits }),
    onSuccess(message) {
      setRequest(null)
      setTried(false)
      onCalled(message)
      codeField.current?.focus()
    },
  })

  useEffect(() => {
    if (startsAtCode) codeField.current?.focus()
  }, [startsAtCode])

  // A button that waits has no focus: it gets it back where the next step may be to press it again.
  const { isError } = call
  useEffect(() => {
    if (isError) callButton.current?.focus()
  }, [isError, callButton])

  function change(part: Partial<CallWish>): void {
    call.reset()
    onChange(part)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (to.trim() === '' || problem !== null || call.isPending) return
    const of = JSON.stringify([account.id, to, digits])
    const wanted = request?.of === of ? request : { id: crypto.randomUUID(), of }
    setRequest(wanted)
    call.mutate(wanted.id)
  }

  return (
    <form className="voice-code-card" aria-label={words('form.label')} onSubmit={submit} noValidate>
      <p className="sec">
        {account.provider === SANDBOX_PROVIDER
          ? words('form.introSandbox', { provider: carrier })
          : words('form.intro', { provider: carrier })}
      </p>
      {accounts.length > 1 ? (
        <Select
          label={words('form.account')}
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={account.id}
          allowDeselect={false}
          onChange={(accountId) => change({ accountId })}
        />
      ) : null}
      <TextInput
        label={words('form.number')}
        type="tel"
        autoComplete="off"
        value={to}
        maxLength={64}
        inputWrapperOrder={[...BENEATH]}
        description={tried && to.trim() === '' ? null : <Whose known={known} />}
        error={tried && to.trim() === '' ? words('form.numberMissing') : null}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
      <TextInput
        label={words('form.code')}
        classNames={{ input: 'voice-code-field num' }}
        ref={codeField}
        inputMode="numeric"
        autoComplete="off"
        value={digits}
        maxLength={24}
        inputWrapperOrder={[...BENEATH]}
        rightSection={
          <Button variant="subtle" size="compact-sm" onClick={() => change({ digits: newCode(account) })}>
            {words('form.make')}
          </Button>
        }
        rightSectionWidth={96}
        description={shown === null ? (lengthWords(words, account) ?? words('form.digitsOnly')) : null}
        error={shown}
        onChange={(event) => change({ digits: event.currentTarget.value })}
      />
      {account.status === 'paused' ? (
        <Notice tone="warn" icon="pause">
          {words('form.paused', { account: account.name })}
        </Notice>
      ) : null}
      <CallFailure error={call.error} />
      <div>
        <Button ref={callButton} type="submit" variant="filled" loading={call.isPending}>
          {words('form.call')}
        </Button>
      </div>
    </form>
  )
}

/** Whose number it is, as far as that is known. */
function Whose({ known }: { known: KnownNumber | null }) {
  const words = useWords('voiceCode')
  return (
    <output className="voice-code-whose">
      {known === null ? (
        words('form.numberHint')
      ) : known.contact === null || known.contact.name.trim() === '' ? (
        words.rich('form.unknown', { number: asNumber, e164: formatNumber(known.e164) })
      ) : (
        <>
          <b>
            <bdi>{known.contact.name}</bdi>
          </b>{' '}
          <span className="num">{formatNumber(known.e164)}</span>
        </>
      )}
    </output>
  )
}
