import './components.css'
import { useRef, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'

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
  id?: string
  /** The keys that lead here, as `aria-keyshortcuts` names them. */
  shortcut?: string
  /** The same for the eye, while the field is empty. */
  shortcutHint?: ReactNode
}) {
  const field = useRef<HTMLInputElement>(null)

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      if (typed === '') event.currentTarget.blur()
      onType('')
    } else if (firstRow !== undefined && event.key === 'ArrowDown') firstRow(event.currentTarget)?.focus()
    else if (firstRow !== undefined && event.key === 'Enter') firstRow(event.currentTarget)?.click()
    else return
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
      />
      {typed === '' ? (
        shortcutHint
      ) : (
        <button
          type="button"
          className="search-field-clear"
          aria-label="Clear the search"
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
