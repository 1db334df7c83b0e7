import { Button, Modal, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportCounts } from '../../shared/contract/imports.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { useWords } from '../language/words.ts'
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
  const words = useWords('importing')
  const [toTell, setToTell] = useState<Undone | null>(null)
  const undo = useMutation(
    queries.imports.undo.mutationOptions({
      onSuccess(undone) {
        onClose()
        if (onUndone !== undefined) onUndone(undone)
        else if (undone.left.length > 0) setToTell(undone)
        else sayDone(undoneWords(words, undone))
      },
    }),
  )
  const close = () => setToTell(null)
  return (
    <>
      <ConfirmDialog
        opened={opened}
        title={words('undo.title')}
        confirmLabel={words('undo.confirm')}
        cancelLabel={undo.isPending ? words('close') : words('undo.keep')}
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
        {undo.isPending ? <Going importId={importId} /> : <p>{undoQuestion(words, counts)}</p>}
      </ConfirmDialog>
      <Modal opened={toTell !== null} onClose={close} title={words('undo.over')} size={440}>
        {toTell === null ? null : (
          <div className="confirm-body">
            <p>{undoneWords(words, toTell)}</p>
            <LeftAlone people={toTell.left} total={toTell.leftAlone} />
          </div>
        )}
        <div className="confirm-actions">
          <Button variant="filled" onClick={close} data-autofocus>
            {words('done')}
          </Button>
        </div>
      </Modal>
    </>
  )
}

/** How far the host is with taking an import back. */
function Going({ importId }: { importId: string }) {
  const words = useWords('importing')
  const done = useRowsRead(importId)
  return (
    <>
      <p>
        <output className="num">
          {done === null || done.total === null ? words('undo.under') : words('undo.underOf', { done: done.rows, total: done.total })}
        </output>
      </p>
      <Progress
        value={done === null || done.total === null || done.total === 0 ? 0 : (done.rows / done.total) * 100}
        className="import-bar"
        aria-label={words('undo.bar')}
      />
      <p className="import-small">{words('undo.underHint')}</p>
    </>
  )
}
