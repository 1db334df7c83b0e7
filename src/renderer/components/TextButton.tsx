import './components.css'
import type { ReactNode } from 'react'

/** A button that reads as part of a sentence. `quiet` is not bold. */
export function TextButton({
  onClick,
  quiet = false,
  label,
  disabled = false,
  children,
}: {
  onClick: () => void
  quiet?: boolean
  label?: string
  disabled?: boolean
  children: ReactNode
}) {
  return (
    <button type="button" className="text-button" data-quiet={quiet || undefined} aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  )
}
