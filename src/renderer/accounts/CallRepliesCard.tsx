import './accounts.css'
import './account-form.css'
import './texts.css'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Account, CallReply } from '../../shared/contract/accounts.ts'
import type { ProviderCapabilities } from '../../shared/providers/descriptor.ts'
import { CallFailure, LoadFailure } from '../components/Failure.tsx'
import { formatNumber } from '../components/names.ts'
import { Notice } from '../components/Notice.tsx'
import { TextButton } from '../components/TextButton.tsx'
import { sayDone, sayFailed } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { partsHint } from '../inbox/composer/hints.ts'
import { focusWhenShown } from './focusWhenShown.ts'
import { atStart, nameInSentence } from './form.ts'
import { callReplyPrice } from './provider-notes.ts'
import { replyLength } from './reply-length.ts'

/** The texts that callers get when nobody answered: one for each number of the account. */
export function CallRepliesCard({ account, capabilities }: { account: Account; capabilities: ProviderCapabilities }) {
  const { queries } = useHost()
  const kept = useQuery(queries.accounts.callReplies.queryOptions({ input: { id: account.id } }))
  const [editing, setEditing] = useState<CallReply | null>(null)
  const store = useKeepReplies(account)
  const remove = useMutation(
    queries.accounts.setCallReply.mutationOptions({
      onSuccess(answer) {
        store(answer)
        sayDone('Callers of this number get no text any more.')
      },
      onError: sayFailed,
    }),
  )
  if (kept.isError) return <LoadFailure error={kept.error} onRetry={() => void kept.refetch()} />
  if (kept.data === undefined) return null
  const { replies } = kept.data
  const own = account.config['from']?.trim() ?? ''
  const isNew = editing !== null && !replies.some(({ number }) => number === editing.number)
  const price = callReplyPrice(account.provider)
  const form = editing ?? (replies.length === 0 ? { number: own, text: '' } : null)

  return (
    <section className="account-card" aria-labelledby="account-calls-title">
      <h3 id="account-calls-title">Answer missed calls</h3>
      <p className="sec">
        Who calls one of your numbers and is not answered gets a text back at once.{price === null ? '' : ` ${price}`} The desk has to be
        running when the call comes in.
      </p>
      {replies.length === 0 ? null : (
        <ul className="call-replies" aria-label="Numbers with their text">
          {replies.map((reply) => (
            <li key={reply.number}>
              <b className="num">{formatNumber(reply.number)}</b>
              <span className="people-text">{reply.text}</span>
              <span className="call-reply-steps">
                <TextButton quiet label={`Change the text of ${formatNumber(reply.number)}`} onClick={() => setEditing(reply)}>
                  Change
                </TextButton>
                <TextButton
                  quiet
                  label={`Remove the text of ${formatNumber(reply.number)}`}
                  disabled={remove.isPending}
                  onClick={() => {
                    setEditing(null)
                    remove.mutate({ id: account.id, number: reply.number, text: null })
                  }}
                >
                  Remove
                </TextButton>
              </span>
            </li>
          ))}
        </ul>
      )}
      {form === null ? (
        <div>
          <Button onClick={() => setEditing({ number: replies.some((one) => sameNumber(one.number, own)) ? '' : own, text: '' })}>
            Add a number
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
  const { queries } = useHost()
  const [number, setNumber] = useState(reply.number)
  const [text, setText] = useState(reply.text)
  const [tried, setTried] = useState(false)
  const store = useKeepReplies(account)
  const set = useMutation(
    queries.accounts.setCallReply.mutationOptions({
      onSuccess(answer) {
        store(answer)
        sayDone('The text for missed calls is saved.')
        onDone()
      },
    }),
  )
  const { words, problem } = replyLength(text, capabilities.text, atStart(nameInSentence(account)))
  const hint = partsHint(text)
  const replaced = hint?.replaced ?? null
  const missingNumber = number.trim() === '' ? 'Write the number that is called.' : null
  const missingText = text.trim() === '' ? 'Write what callers get.' : null

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
      aria-label={isNew ? 'Answer a number' : `Answer ${formatNumber(reply.number)}`}
    >
      {isNew ? (
        <TextInput
          label="Number that is called"
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
        label="Text for the caller"
        placeholder="Sorry we missed your call. We ring you back today."
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        error={problem ?? (tried ? missingText : null)}
        ref={takesFocus && reply.number !== '' ? focusWhenShown : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="call-reply-count" data-over={problem === null ? undefined : true}>
        <span className="num">{words}</span>
      </div>
      {replaced === null ? null : (
        <Notice tone="warn" action={<TextButton onClick={() => setText(replaced)}>Replace them</TextButton>}>
          <bdi>{hint?.characters}</bdi> {hint?.verb} it longer.
        </Notice>
      )}
      <CallFailure error={set.error} />
      <div className="account-form-actions">
        <Button type="submit" loading={set.isPending}>
          Save the text
        </Button>
        {onCancel === null ? null : (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
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
