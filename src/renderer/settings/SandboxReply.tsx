import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { MAX_TEXT_UNITS } from '../../shared/contract/primitives.ts'
import { CallFailure } from '../components/Failure.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'

/** Lets a customer text the desk, through the sandbox carrier and the listener, as a real one would. */
export function SandboxReply() {
  const { queries } = useHost()
  const [from, setFrom] = useState('')
  const [text, setText] = useState('')
  const reply = useMutation(
    queries.sandbox.reply.mutationOptions({
      onSuccess() {
        setText('')
        sayDone('The customer’s text is on its way to the inbox.')
      },
    }),
  )
  const ready = from.trim() !== '' && text.trim() !== ''

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (ready) reply.mutate({ from, text })
  }

  return (
    <form className="settings-card" onSubmit={submit} aria-labelledby="sandbox-reply-title">
      <h3 id="sandbox-reply-title">Let a customer text you</h3>
      <div className="settings-reply">
        <TextInput
          label="From the number"
          placeholder="070-174 06 05"
          inputMode="tel"
          autoComplete="off"
          maxLength={64}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Textarea
          label="What they write"
          placeholder="Hi, is my car ready?"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={MAX_TEXT_UNITS}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <CallFailure error={reply.error} />
      <div>
        <Button type="submit" disabled={!ready} loading={reply.isPending}>
          Text the desk
        </Button>
      </div>
    </form>
  )
}
