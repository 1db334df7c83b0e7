import './texts.css'
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import type { Account } from '../../shared/contract/accounts.ts'
import type { Message } from '../../shared/contract/messages.ts'
import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import { textProblem } from '../../shared/providers/text-rules.ts'
import { normaliseText } from '../../shared/segments/index.ts'
import { goTo } from '../app/routes.ts'
import { Chip } from '../components/Chip.tsx'
import { CallFailure } from '../components/Failure.tsx'
import { formatNumber } from '../components/names.ts'
import { useNow } from '../components/useNow.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useTimes } from '../language/times.ts'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { focusWhenShown } from './focusWhenShown.ts'
import { atStart, nameInSentence } from './form.ts'
import { PauseNotice } from './PauseNotice.tsx'
import { ownNumber, rememberOwnNumber, testProgress } from './test-text.ts'

/** What matters within a sentence. */
const asBold = (text: ReactNode) => <b>{text}</b>

/** A number within a sentence. */
const asNumber = (number: ReactNode) => <b className="num">{number}</b>

/**
 * Tries an account by a text to oneself: the only way where the provider cannot be asked whether the settings work, and
 * the surest where it can. Says that it costs a text, and then shows what becomes of it.
 */
export function TestText({
  account,
  capabilities,
  opened,
  onClose,
}: {
  account: Account
  capabilities: ProviderCapabilities
  opened: boolean
  onClose: () => void
}) {
  const words = useWords('accountTexts')
  return (
    <Modal opened={opened} onClose={onClose} title={words('test.title')} size={460}>
      <Steps account={account} capabilities={capabilities} onClose={onClose} />
    </Modal>
  )
}

function Steps({ account, capabilities, onClose }: { account: Account; capabilities: ProviderCapabilities; onClose: () => void }) {
  const words = useWords('accountTexts')
  const accountWords = useWords('accounts')
  const say = useHostSentences()
  const { client } = useHost()
  const [number, setNumber] = useState(ownNumber)
  const [text, setText] = useState(words('test.text'))
  const [tried, setTried] = useState(false)
  // The same wish keeps its id until it was answered: asked again after a break, it still goes out once.
  const asked = useRef({ wish: '', requestId: '' })
  const send = useMutation({
    mutationFn: () => {
      const wish = JSON.stringify([number, text])
      if (asked.current.wish !== wish) asked.current = { wish, requestId: crypto.randomUUID() }
      return client.messages.send({ requestId: asked.current.requestId, accountId: account.id, to: [number], text, again: true })
    },
    onSuccess() {
      asked.current = { wish: '', requestId: '' }
      rememberOwnNumber(number.trim())
    },
  })
  const name = atStart(nameInSentence(accountWords, account))
  const missing = number.trim() === '' ? words('test.numberMissing') : null
  const wrong = textProblem(normaliseText(text), capabilities.text, name)
  const wrongText = wrong === null ? null : say(wrong.message)
  const [sent] = send.data?.messages ?? []
  if (sent !== undefined) {
    return <Progress sent={sent} account={account} capabilities={capabilities} onAgain={send.reset} onClose={onClose} />
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (missing === null && wrongText === null && !send.isPending) send.mutate()
  }

  return (
    <form className="test-text" onSubmit={submit} noValidate>
      <p className="sec">
        {capabilities.freeConnectionTest
          ? words.rich('test.realText', { b: asBold })
          : words.rich('test.onlyText', { b: asBold, provider: name })}
      </p>
      <PauseNotice account={account} />
      <TextInput
        label={words('test.number')}
        description={capabilities.recipients === null ? undefined : say(capabilities.recipients)}
        placeholder="+46 70 123 45 67"
        type="tel"
        autoComplete="tel"
        maxLength={64}
        value={number}
        error={tried ? missing : null}
        data-autofocus
        onChange={(event) => {
          setNumber(event.currentTarget.value)
          send.reset()
        }}
      />
      <Textarea
        label={words('test.textLabel')}
        autosize
        minRows={2}
        maxRows={6}
        value={text}
        error={wrongText}
        onChange={(event) => {
          setText(event.currentTarget.value)
          send.reset()
        }}
      />
      <CallFailure error={send.error} />
      <div className="confirm-actions">
        <Button onClick={onClose}>{words('test.cancel')}</Button>
        <Button type="submit" variant="filled" loading={send.isPending}>
          {words('test.send')}
        </Button>
      </div>
    </form>
  )
}

function Progress({
  sent,
  account,
  capabilities,
  onAgain,
  onClose,
}: {
  sent: Message
  account: Account
  capabilities: ProviderCapabilities
  onAgain: () => void
  onClose: () => void
}) {
  const words = useWords('accountTexts')
  const accountWords = useWords('accounts')
  const messageWords = useWords('messages')
  const times = useTimes()
  const say = useHostSentences()
  const { queries } = useHost()
  const now = useNow()
  const kept = useQuery(queries.messages.get.queryOptions({ input: { id: sent.id } }))
  const takeBack = useMutation(queries.messages.cancel.mutationOptions())
  const message = kept.data ?? sent
  const provider = nameInSentence(accountWords, account)
  const { error } = message
  const told = { ...message, error: error === null ? null : { ...error, message: say(error.message) } }
  const { pause } = account
  const state = { ...account, pause: pause === null ? null : { ...pause, message: say(pause.message) } }
  const { status, tone, detail, isFinal, canBeTakenBack } = testProgress(
    words,
    messageWords,
    times,
    provider,
    told,
    state,
    capabilities,
    now,
  )
  const worked = message.status === 'delivered' || message.status === 'sent'
  return (
    <div className="test-text">
      <p className="sec">{words.rich('test.progress', { number: asNumber, to: formatNumber(message.to), account: account.name })}</p>
      <output className="test-text-progress" data-tone={tone} aria-busy={!isFinal}>
        <Chip tone={tone}>{status}</Chip>
        {detail === '' ? null : <span>{detail}</span>}
      </output>
      <CallFailure error={takeBack.error} />
      <div className="confirm-actions">
        <Button variant="subtle" onClick={() => goTo('inbox', message.conversationId)}>
          {words('test.inbox')}
        </Button>
        <span className="grow" />
        {canBeTakenBack ? (
          <Button loading={takeBack.isPending} onClick={() => takeBack.mutate({ id: message.id })}>
            {words('test.takeBack')}
          </Button>
        ) : null}
        {isFinal && !worked ? <Button onClick={onAgain}>{words('test.again')}</Button> : null}
        <Button variant="filled" ref={focusWhenShown} onClick={onClose}>
          {words('test.close')}
        </Button>
      </div>
    </div>
  )
}
