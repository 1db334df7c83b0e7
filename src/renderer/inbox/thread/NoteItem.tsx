import './notes.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Note } from '../../../shared/contract/notes.ts'
import { Icon } from '../../components/Icon.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { sayFailed } from '../../components/toasts.ts'
import { sayWithUndo } from '../../components/undo-toast.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { Moment } from '../../language/Moment.tsx'
import { useTimes } from '../../language/times.ts'
import { useWords } from '../../language/words.ts'

/** A note of the staff: never sent, and not to be taken for a text. */
export function NoteItem({ note, itemKey, now }: { note: Note; itemKey: string; now: number }) {
  const { client, queries } = useHost()
  const words = useWords('thread')
  const times = useTimes()
  const [editing, setEditing] = useState(false)
  const remove = useMutation(
    queries.notes.remove.mutationOptions({
      onSuccess(removed) {
        sayWithUndo(words('note.deleted'), async () => {
          await client.notes.restore(removed)
          return words('note.restored')
        })
      },
      onError: sayFailed,
    }),
  )
  return (
    <article className="note" data-key={itemKey} tabIndex={-1} aria-label={words('note.of', { moment: times.exact(note.createdAt) })}>
      <header className="note-head">
        <Icon name="edit" size={14} />
        <b>{words('note.label')}</b>
        <span>{words('note.unsent')}</span>
        <span aria-hidden="true">·</span>
        <Moment className="num" at={note.createdAt} now={now} />
        {note.updatedAt > note.createdAt ? <span title={times.exact(note.updatedAt)}>· {words('note.changed')}</span> : null}
        <span className="note-steps">
          <TextButton quiet onClick={() => setEditing(true)}>
            {words('note.edit')}
          </TextButton>
          <TextButton quiet disabled={remove.isPending} onClick={() => remove.mutate({ id: note.id })}>
            {words('note.delete')}
          </TextButton>
        </span>
      </header>
      <div className="note-text people-text">{note.text}</div>
      <NoteDialog opened={editing} conversationId={note.conversationId} note={note} onClose={() => setEditing(false)} />
    </article>
  )
}
