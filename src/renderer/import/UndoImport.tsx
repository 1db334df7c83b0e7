import { Button, Modal, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportCounts } from '../../shared/contract/imports.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { countWords } from '../components/times.ts'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { LeftAlone } from './LeftAlone.tsx'
import { useRowsRead } from './useImport.ts'
import { type Undone, undoQuestion, undoneWords } from './words.ts'

/**
 * Asks before taking an import back, does it, and says what it did: through `onUndone` if given; else in a toast, or in a
 * dialog where people were left alone.
 */
export function UndoImport({
  opened,
  importId,
  fileName,
  counts,
  onClose,
  onUndone,
}: {
  opened: boolean
  importId: string
  fileName: string
  counts: ImportCounts
  onClose: () => void
  onUndone?: (undone: Undone) => void
}) {
  const { queries } = useHost()
  const [toTell, setToTell] = useState<Undone | null>(null)
  const undo = useMutation(
    queries.imports.undo.mutationOptions({
      onSuccess(undone) {
        onClose()
        if (onUndone !== undefined) onUndone(undone)
        else if (undone.left.length > 0) setToTell(undone)
        else sayDone(undoneWords(undone))
      },
    }),
  )
  const close = () => setToTell(null)
  return (
    <>
      <ConfirmDialog
        opened={opened}
        title="Undo this import?"
        confirmLabel="Undo the import"
        cancelLabel={undo.isPending ? 'Close' : 'Keep it'}
        dangerous
        busy={undo.isPending}
        error={undo.error}
        onConfirm={() => undo.mutate({ importId })}
        onCancel={() => {
          if (!undo.isPending) undo.reset()
          onClose()
        }}
      >
        <p className="people-text">
          <b>{fileName}</b>
        </p>
        {undo.isPending ? <Going importId={importId} /> : <p>{undoQuestion(counts)}</p>}
      </ConfirmDialog>
      <Modal opened={toTell !== null} onClose={close} title="The import is taken back" size={440}>
        {toTell === null ? null : (
          <div className="confirm-body">
            <p>{undoneWords(toTell)}</p>
            <LeftAlone people={toTell.left} total={toTell.leftAlone} />
          </div>
        )}
        <div className="confirm-actions">
          <Button variant="filled" onClick={close} data-autofocus>
            Done
          </Button>
        </div>
      </Modal>
    </>
  )
}

/** How far the host is with taking an import back. */
function Going({ importId }: { importId: string }) {
  const done = useRowsRead(importId)
  return (
    <>
      <p>
        <output className="num">
          {done === null || done.total === null
            ? 'Taking the import back…'
            : `Taking the import back… ${countWords(done.rows)} of ${countWords(done.total)} people`}
        </output>
      </p>
      <Progress
        value={done === null || done.total === null || done.total === 0 ? 0 : (done.rows / done.total) * 100}
        className="import-bar"
        aria-label="How much of the import is taken back"
      />
      <p className="import-small">You can close this and go on working; it continues.</p>
    </>
  )
}
