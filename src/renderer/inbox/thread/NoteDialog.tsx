import { Button, Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { MAX_NOTE_UNITS, type Note } from '../../../shared/contract/notes.ts'
import { CallFailure } from '../../components/Failure.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { useWords } from '../../language/words.ts'

/** Where a note is written, or changed where `note` is given. */
export function NoteDialog({
  opened,
  conversationId,
  note,
  onClose,
}: {
  opened: boolean
  conversationId: string
  note: Note | null
  onClose: () => void
}) {
  const words = useWords('thread')
  return (
    <Modal opened={opened} onClose={onClose} title={words(note === null ? 'note.add' : 'note.change')} size={480}>
      <NoteForm conversationId={conversationId} note={note} onClose={onClose} />
    </Modal>
  )
}

function NoteForm({ conversationId, note, onClose }: { conversationId: string; note: Note | null; onClose: () => void }) {
  const { queries } = useHost()
  const words = useWords('thread')
  const [text, setText] = useState(note?.text ?? '')
  const [tried, setTried] = useState(false)
  const add = useMutation(queries.notes.add.mutationOptions({ onSuccess: onClose }))
  const edit = useMutation(queries.notes.edit.mutationOptions({ onSuccess: onClose }))
  const busy = add.isPending || edit.isPending
  const missing = text.trim() === ''

  function save(event: FormEvent | KeyboardEvent): void {
    event.preventDefault()
    setTried(true)
    if (missing || busy) return
    if (note === null) add.mutate({ conversationId, text })
    else edit.mutate({ id: note.id, text })
  }

  return (
    <form onSubmit={save} noValidate>
      <Textarea
        label={words('note.label')}
        description={words('note.hint')}
        placeholder={words('note.example')}
        value={text}
        maxLength={MAX_NOTE_UNITS}
        minRows={4}
        maxRows={12}
        autosize
        error={tried && missing ? words('note.missing') : undefined}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event)
        }}
      />
      <CallFailure error={add.error ?? edit.error} />
      <div className="confirm-actions">
        <Button onClick={onClose}>{words('note.cancel')}</Button>
        <Button type="submit" variant="filled" loading={busy}>
          {words('note.save')}
        </Button>
      </div>
    </form>
  )
}
