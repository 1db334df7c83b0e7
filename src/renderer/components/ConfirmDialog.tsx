import './components.css'
import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../language/words.ts'
import { CallFailure } from './Failure.tsx'

/**
 * Asks before something that cannot be taken back. The buttons say what they do; the safe one has the focus.
 * `error` shows why the last try was refused and keeps the dialog open.
 */
export function ConfirmDialog({
  opened,
  title,
  confirmLabel,
  cancelLabel,
  dangerous = false,
  busy = false,
  error = null,
  onConfirm,
  onCancel,
  children,
}: {
  opened: boolean
  title: string
  confirmLabel: string
  cancelLabel?: string
  dangerous?: boolean
  busy?: boolean
  error?: unknown
  onConfirm: () => void
  onCancel: () => void
  children: ReactNode
}) {
  const words = useWords('controls')
  return (
    <Modal opened={opened} onClose={onCancel} title={title} size={440}>
      <div className="confirm-body">{children}</div>
      <CallFailure error={error} />
      <div className="confirm-actions">
        <Button onClick={onCancel} data-autofocus>
          {cancelLabel ?? words('cancel')}
        </Button>
        <Button variant={dangerous ? 'danger' : 'filled'} loading={busy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Modal>
  )
}
