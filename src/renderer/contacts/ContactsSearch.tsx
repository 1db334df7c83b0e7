import { useRef } from 'react'
import { Icon } from '../components/Icon.tsx'

/**
 * The search field above a list under Contacts. Escape clears it, and leaves it when it is empty; `onKey` hears of the other
 * keys first and says whether one was for it.
 */
export function ContactsSearch({
  what,
  by,
  typed,
  onType,
  onKey,
}: {
  /** What is searched, such as "people". */
  what: string
  /** By what, such as "name, company or number". */
  by: string
  typed: string
  onType: (typed: string) => void
  onKey?: (key: string) => boolean
}) {
  const field = useRef<HTMLInputElement>(null)

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Escape') {
      if (typed === '') event.currentTarget.blur()
      onType('')
    } else if (onKey?.(event.key) !== true) return
    event.preventDefault()
  }

  return (
    <search className="people-search">
      <Icon name="search" size={16} />
      <input
        ref={field}
        type="text"
        inputMode="search"
        aria-label={`Search ${what} by ${by}`}
        placeholder={`Search by ${by}`}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {typed === '' ? null : (
        <button
          type="button"
          className="people-search-clear"
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
