import './notes.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Note } from '../../../shared/contract/notes.ts'
import { Icon } from '../../components/Icon.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { exactTime, momentWords } from '../../components/times.ts'
import { sayFailed } from '../../components/toasts.ts'
import { sayWithUndo } from '../../components/undo-toast.tsx'
import { useHost } from '../../host/HostProvider.tsx'
import { NoteDialog } from './NoteDialog.tsx'

/** A note of the staff: never sent, and not to be taken for a text. */
export function NoteItem({ note, itemKey, now }: { note: Note; itemKey: string; now: number }) {
  const { client, queries } = useHost()
  const [editing, setEditing] = useState(false)
  const remove = useMutation(
    queries.notes.remove.mutationOptions({
      onSuccess(removed) {
        sayWithUndo('The note is deleted.', async () => {
          await client.notes.restore(removed)
          return 'The note is back.'
        })
      },
      onError: sayFailed,
    }),
  )
  return (
    <article className="note" data-key={itemKey} tabIndex={-1} aria-label={`Note, ${exactTime(note.createdAt)}`}>
      <header className="note-head">
        <Icon name="edit" size={14} />
        <b>Note</b>
        <span>Only you see this</span>
        <span aria-hidden="true">·</span>
        <time className="num" dateTime={new Date(note.createdAt).toISOString()} title={exactTime(note.createdAt)}>
          {momentWords(note.createdAt, now)}
        </time>
        {note.updatedAt > note.createdAt ? <span title={exactTime(note.updatedAt)}>· changed</span> : null}
        <span className="note-steps">
          <TextButton quiet onClick={() => setEditing(true)}>
            edit
          </TextButton>
          <TextButton quiet disabled={remove.isPending} onClick={() => remove.mutate({ id: note.id })}>
            delete
          </TextButton>
        </span>
      </header>
      <div className="note-text people-text">{note.text}</div>
      <NoteDialog opened={editing} conversationId={note.conversationId} note={note} onClose={() => setEditing(false)} />
    </article>
  )
}
