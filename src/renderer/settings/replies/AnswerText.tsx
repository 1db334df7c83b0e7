import { Button, Switch, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { MAX_TEXT_UNITS } from '../../../shared/contract/primitives.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { sayDone } from '../../components/toasts.ts'
import { useWords } from '../../language/words.ts'
import { TextLength } from './TextLength.tsx'

/** A text that answers by itself: off, or written and kept. */
export function AnswerText({
  title,
  hint,
  suggestion,
  text,
  onKeep,
}: {
  title: string
  hint: string
  suggestion: string
  /** Null while it is off. */
  text: string | null
  onKeep: (text: string | null) => Promise<unknown>
}) {
  const words = useWords('replies')
  const label = useId()
  /** What is being written; null where nothing is. */
  const [draft, setDraft] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const keep = useMutation({ mutationFn: onKeep })
  const isOn = text !== null || draft !== null
  const shown = draft ?? text ?? ''
  const isChanged = draft !== null && draft !== text

  async function save(wanted: string | null): Promise<void> {
    await keep.mutateAsync(wanted)
    setDraft(null)
    setTried(false)
    sayDone(wanted === null ? words('answer.off') : words('answer.saved'))
  }

  function flip(on: boolean): void {
    if (on) setDraft(suggestion)
    else if (text === null) setDraft(null)
    else void save(null).catch(() => undefined)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (shown.trim() !== '' && !keep.isPending) void save(shown.trim()).catch(() => undefined)
  }

  return (
    <div className="reply-answer">
      <div className="reply-answer-head">
        <div>
          <div className="settings-row-title" id={label}>
            {title}
          </div>
          <div className="settings-row-hint">{hint}</div>
        </div>
        <Switch aria-labelledby={label} checked={isOn} disabled={keep.isPending} onChange={(event) => flip(event.currentTarget.checked)} />
      </div>
      {isOn ? (
        <form className="reply-text" onSubmit={submit} noValidate>
          <Textarea
            aria-label={words('answer.text', { answer: title })}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={MAX_TEXT_UNITS}
            value={shown}
            error={tried && shown.trim() === '' ? words('answer.missing') : null}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          <div className="reply-text-foot">
            <TextLength text={shown} />
            {isChanged ? (
              <Button type="submit" loading={keep.isPending}>
                {words('answer.save')}
              </Button>
            ) : null}
          </div>
        </form>
      ) : null}
      <CallFailure error={keep.error} />
    </div>
  )
}
