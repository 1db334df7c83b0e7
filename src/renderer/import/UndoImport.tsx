import { useMutation } from '@tanstack/react-query'
import type { ImportCounts } from '../../shared/contract/imports.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { sayDone } from '../components/toasts.ts'
import { useHost } from '../host/HostProvider.tsx'
import { undoQuestion, undoneWords } from './words.ts'

/** Asks before taking an import back, does it, and says what it did: in `onUndone` if given, else in a toast. */
export function UndoImport({
  opened,
  importId,
  fileName,
  counts,
  onClose,
  onUndone = sayDone,
}: {
  opened: boolean
  importId: string
  fileName: string
  counts: ImportCounts
  onClose: () => void
  onUndone?: (what: string) => void
}) {
  const { queries } = useHost()
  const undo = useMutation(
    queries.imports.undo.mutationOptions({
      onSuccess(undone) {
        onClose()
        onUndone(undoneWords(undone))
      },
    }),
  )
  return (
    <ConfirmDialog
      opened={opened}
      title="Undo this import?"
      confirmLabel="Undo the import"
      cancelLabel="Keep it"
      dangerous
      busy={undo.isPending}
      error={undo.error}
      onConfirm={() => undo.mutate({ importId })}
      onCancel={() => {
        undo.reset()
        onClose()
      }}
    >
      <p className="people-text">
        <b>{fileName}</b>
      </p>
      <p>{undoQuestion(counts)}</p>
    </ConfirmDialog>
  )
}
