import './components.css'
import { useRef, type ReactNode } from 'react'
import { useWords } from '../language/words.ts'
import { Icon } from './Icon.tsx'

/** The keys that lead from the field to the first row of the list. */
export type RowKey = 'ArrowDown' | 'Enter'

/**
 * A field to search a list while one types. Escape clears it, and leaves it when it is empty; the arrow down goes to the
 * first row of the list, Enter opens it.
 */
export function SearchField({
  label,
  placeholder,
  typed,
  onType,
  firstRow,
  takeRowKey,
  onLeave,
  id,
  shortcut,
  shortcutHint,
}: {
  /** For people who do not see it: what is searched, by what. */
  label: string
  placeholder: string
  typed: string
  onType: (typed: string) => void
  firstRow?: (field: HTMLInputElement) => HTMLElement | null | undefined
  /** Asked before a key acts on the first row: true when it is seen to elsewhere. */
  takeRowKey?: (key: RowKey) => boolean
  onLeave?: () => void
  id?: string
  /** The keys that lead here, as `aria-keyshortcuts` names them. */
  shortcut?: string
  /** The same for the eye, while the field is empty. */
  shortcutHint?: ReactNode
}) {
  const words = useWords('controls')
  const field = useRef<HTMLInputElement>(null)

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      if (typed === '') event.currentTarget.blur()
      onType('')
    } else if (firstRow !== undefined && (event.key === 'ArrowDown' || event.key === 'Enter')) {
      if (takeRowKey?.(event.key) !== true) actOn(firstRow(event.currentTarget), event.key)
    } else return
    event.preventDefault()
  }

  return (
    <search className="search-field">
      <Icon name="search" size={16} />
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="search"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        placeholder={placeholder}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      {typed === '' ? (
        shortcutHint
      ) : (
        <button
          type="button"
          className="search-field-clear"
          aria-label={words('clearSearch')}
          onClick={() => {
            onType('')
            field.current?.focus()
          }}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </search>
  )
}

/** Does with the first row what the key says: the arrow down gives it the focus, Enter opens it. */
export function actOn(row: HTMLElement | null | undefined, key: RowKey): void {
  if (key === 'Enter') row?.click()
  else row?.focus()
}
