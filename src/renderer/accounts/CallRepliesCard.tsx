import './accounts.css'
import './account-form.css'
import './texts.css'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { Account, CallReply } from '../../shared/contract/accounts.ts'
import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import { CallFailure, LoadFailure } from '../components/Failure.tsx'
import { formatNumber } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useFormatTag, useWords } from '../language/words.ts'
import { partsHint } from '../inbox/composer/hints.ts'
import { countOffenders, offenderWords } from '../inbox/composer/offenders.ts'
import { ChangeOrRemove } from './ChangeOrRemove.tsx'
import { focusWhenShown } from './focusWhenShown.ts'
import { atStart, nameInSentence } from './form.ts'
import { isCallReplyFree } from './provider-notes.ts'
import { replyLength } from './reply-length.ts'

/** Characters within a sentence. */
const asCharacters = (characters: ReactNode) => <bdi>{characters}</bdi>

/** The texts that callers get when nobody answered: one for each number of the account. */
export function CallRepliesCard({ account, capabilities }: { account: Account; capabilities: ProviderCapabilities }) {
  const words = useWords('accountTexts')
  const { queries } = useHost()
  const kept = useQuery(queries.accounts.callReplies.queryOptions({ input: { id: account.id } }))
  const [editing, setEditing] = useState<CallReply | null>(null)
  const store = useKeepReplies(account)
  const remove = useMutation(
    queries.accounts.setCallReply.mutationOptions({
      onSuccess(answer) {
        store(answer)
        sayDone(words('calls.removed'))
      },
      onError: sayFailed,
    }),
  )
  if (kept.isError) return <LoadFailure error={kept.error} onRetry={() => void kept.refetch()} />
  if (kept.data === undefined) return null
  const { replies } = kept.data
  const own = account.config['from']?.trim() ?? ''
  const isNew = editing !== null && !replies.some(({ number }) => number === editing.number)
  const form = editing ?? (replies.length === 0 ? { number: own, text: '' } : null)

  return (
    <section className="account-card" aria-labelledby="account-calls-title">
      <h3 id="account-calls-title">{words('calls.title')}</h3>
      <p className="sec">{isCallReplyFree(account.provider) ? words('calls.introFree') : words('calls.intro')}</p>
      {replies.length === 0 ? null : (
        <ul className="call-replies" aria-label={words('calls.label')}>
          {replies.map((reply) => (
            <li key={reply.number}>
              <b className="num">{formatNumber(reply.number)}</b>
              <span className="people-text">{reply.text}</span>
              <ChangeOrRemove
                changeLabel={words('calls.changeOf', { number: formatNumber(reply.number) })}
                removeLabel={words('calls.removeOf', { number: formatNumber(reply.number) })}
                isRemoving={remove.isPending}
                onChange={() => setEditing(reply)}
                onRemove={() => {
                  setEditing(null)
                  remove.mutate({ id: account.id, number: reply.number, text: null })
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {form === null ? (
        <div>
          <Button onClick={() => setEditing({ number: replies.some((one) => sameNumber(one.number, own)) ? '' : own, text: '' })}>
            {words('calls.add')}
          </Button>
        </div>
      ) : (
        <ReplyForm
          key={form.number}
          account={account}
          capabilities={capabilities}
          reply={form}
          isNew={isNew || replies.length === 0}
          takesFocus={editing !== null}
          onDone={() => setEditing(null)}
          onCancel={editing === null ? null : () => setEditing(null)}
        />
      )}
    </section>
  )
}

function ReplyForm({
  account,
  capabilities,
  reply,
  isNew,
  takesFocus,
  onDone,
  onCancel,
}: {
  account: Account
  capabilities: ProviderCapabilities
  reply: CallReply
  /** The number can still be chosen. */
  isNew: boolean
  takesFocus: boolean
  onDone: () => void
  onCancel: (() => void) | null
}) {
  const words = useWords('accountTexts')
  const accountWords = useWords('accounts')
  const characters = useWords('characters')
  const tag = useFormatTag()
  const say = useHostSentences()
  const { queries } = useHost()
  const [number, setNumber] = useState(reply.number)
  const [text, setText] = useState(reply.text)
  const [tried, setTried] = useState(false)
  const store = useKeepReplies(account)
  const set = useMutation(
    queries.accounts.setCallReply.mutationOptions({
      onSuccess(answer) {
        store(answer)
        sayDone(words('calls.saved'))
        onDone()
      },
    }),
  )
  const { count, problem } = replyLength(words, text, capabilities.text, atStart(nameInSentence(accountWords, account)))
  const hint = partsHint(text)
  const replaced = hint?.replaced ?? null
  const missingNumber = number.trim() === '' ? words('calls.numberMissing') : null
  const missingText = text.trim() === '' ? words('calls.textMissing') : null

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (missingNumber === null && missingText === null && problem === null && !set.isPending) set.mutate({ id: account.id, number, text })
  }

  return (
    <form
      className="call-reply-form"
      onSubmit={submit}
      noValidate
      aria-label={isNew ? words('calls.formNew') : words('calls.form', { number: formatNumber(reply.number) })}
    >
      {isNew ? (
        <TextInput
          label={words('calls.number')}
          type="tel"
          autoComplete="off"
          maxLength={64}
          value={number}
          error={tried ? missingNumber : null}
          ref={takesFocus && reply.number === '' ? focusWhenShown : undefined}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      ) : (
        <b className="num">{formatNumber(reply.number)}</b>
      )}
      <Textarea
        label={words('calls.text')}
        placeholder={words('calls.example')}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        error={problem === null ? (tried ? missingText : null) : say(problem)}
        ref={takesFocus && reply.number !== '' ? focusWhenShown : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="call-reply-count" data-over={problem === null ? undefined : true}>
        <span className="num">{count}</span>
      </div>
      {hint === null || replaced === null ? null : (
        <Notice tone="warn" action={<TextButton onClick={() => setText(replaced)}>{words('calls.replace')}</TextButton>}>
          {words.rich('calls.longer', {
            characters: asCharacters,
            named: offenderWords(characters, tag, hint.offenders),
            count: countOffenders(hint.offenders),
          })}
        </Notice>
      )}
      <CallFailure error={set.error} />
      <div className="account-form-actions">
        <Button type="submit" loading={set.isPending}>
          {words('calls.save')}
        </Button>
        {onCancel === null ? null : (
          <Button variant="subtle" onClick={onCancel}>
            {words('calls.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Keeps what the host answered as the account's texts, so that they stand there at once. */
function useKeepReplies({ id }: Account): (answer: { replies: CallReply[] }) => void {
  const { queries } = useHost()
  const queryClient = useQueryClient()
  return (answer) => queryClient.setQueryData(queries.accounts.callReplies.queryKey({ input: { id } }), answer)
}

function sameNumber(one: string, other: string): boolean {
  return one.replaceAll(/\D/g, '') === other.replaceAll(/\D/g, '')
}
