import './opt-outs.css'
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { CallFailure } from '../components/Failure.tsx'
import { Notice } from '../components/Notice.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'
import { REASON_LENGTH } from './reason.ts'
import { addedWords, splitNumbers } from './words.ts'

/** Numbers the host takes at a time. */
const NUMBERS_AT_ONCE = 1_000
/** Numbers that cannot be read and are told one by one. */
const NAMED = 5

interface Done {
  added: number
  already: number
  takenBack: number
  invalid: { number: string; reason: string }[]
}

const asForeign = (text: ReactNode) => <bdi>{text}</bdi>

/** Opts out numbers that were typed or pasted, one or many, with the reason that is kept as evidence. Those that cannot be read stay in the field. */
export function AddOptOuts({ onClose }: { onClose: () => void }) {
  const { client } = useHost()
  const words = useWords('optOuts')
  const say = useHostSentences()
  const [pasted, setPasted] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const numbers = splitNumbers(pasted)
  const add = useMutation({
    async mutationFn() {
      const all: Done = { added: 0, already: 0, takenBack: 0, invalid: [] }
      for (let start = 0; start < numbers.length; start += NUMBERS_AT_ONCE) {
        const done = await client.optOuts.add({ numbers: numbers.slice(start, start + NUMBERS_AT_ONCE), reason: reason.trim() })
        all.added += done.added
        all.already += done.already
        all.takenBack += done.takenBack
        all.invalid.push(...done.invalid)
      }
      return all
    },
    onSuccess(done) {
      if (done.added + done.already > 0) sayDone(addedWords(words, done))
      if (done.invalid.length === 0) return onClose()
      setPasted(done.invalid.map(({ number }) => number).join('\n'))
    },
  })
  const invalid = add.data?.invalid ?? []

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (numbers.length > 0 && reason.trim() !== '') add.mutate()
  }

  return (
    <Modal opened onClose={onClose} title={words('many.title')} size={480}>
      <form className="opt-outs-form" onSubmit={submit} noValidate>
        <p>{words('many.text')}</p>
        <Textarea
          label={words('many.numbers')}
          description={words('many.numbersHint')}
          placeholder={'070-174 06 05\n+46 70 174 06 06'}
          autosize
          minRows={3}
          maxRows={10}
          value={pasted}
          data-autofocus
          spellCheck={false}
          error={tried && numbers.length === 0 ? words('many.numbersMissing') : undefined}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <TextInput
          label={words('reason.label')}
          placeholder={words('reason.placeholder')}
          maxLength={REASON_LENGTH}
          value={reason}
          autoComplete="off"
          error={tried && reason.trim() === '' ? words('reason.missing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {invalid.length === 0 ? null : (
          <Notice tone="bad" icon="warning" urgent>
            {words('many.invalid', { count: invalid.length })}
            <ul className="opt-outs-invalid">
              {invalid.slice(0, NAMED).map(({ number, reason: why }, index) => (
                // The same line may stand there twice.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>{words.rich('many.invalidOne', { number, reason: say(why), foreign: asForeign })}</li>
              ))}
            </ul>
          </Notice>
        )}
        <CallFailure error={add.error} />
        <div className="confirm-actions">
          <Button onClick={onClose}>{invalid.length === 0 ? words('cancel') : words('close')}</Button>
          <Button type="submit" variant="filled" loading={add.isPending}>
            {words('many.confirm', { count: numbers.length })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
