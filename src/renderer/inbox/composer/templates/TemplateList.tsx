import './templates.css'
import { useEffect, useRef, type ReactNode } from 'react'
import { hashFor } from '../../../app/routes.ts'
import { useWords } from '../../../language/words.ts'
import { ESCAPE_IS_OURS, type TemplatePicker } from './useTemplatePicker.ts'

const asSettings = (text: ReactNode) => (
  <a href={hashFor('settings', 'templates')} onMouseDown={(event) => event.preventDefault()}>
    {text}
  </a>
)

/** The templates to pick from, above the text field. Nothing while the picker is closed. */
export function TemplateList({ picker }: { picker: TemplatePicker }) {
  const { mode, found, active, listId, none } = picker
  const words = useWords('templates')
  const search = useRef<HTMLInputElement>(null)
  const activeId = found.length === 0 ? undefined : `${listId}-${active}`
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  useEffect(() => {
    if (mode === 'search') search.current?.focus()
  }, [mode])
  if (mode === null) return null

  function onBlur(event: React.FocusEvent<HTMLDivElement>): void {
    if (mode === 'search' && !event.currentTarget.contains(event.relatedTarget)) picker.close()
  }

  return (
    <div className="template-picker" onBlur={onBlur}>
      {mode === 'search' ? (
        <input
          ref={search}
          {...ESCAPE_IS_OURS}
          className="template-picker-search"
          type="text"
          role="combobox"
          aria-label={words('search')}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={activeId}
          placeholder={words('search')}
          autoComplete="off"
          maxLength={200}
          value={picker.search}
          onChange={(event) => picker.setSearch(event.currentTarget.value)}
          onKeyDown={(event) => void picker.onKeyDown(event)}
        />
      ) : null}
      <ul
        id={listId}
        className="template-options"
        // A list that a text field steers: no element of HTML is one.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
        role="listbox"
        // Reachable by keyboard, since it scrolls.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={words('picker.label')}
        hidden={found.length === 0}
      >
        {found.map((template, index) => (
          // The keys are taken by the text field, which says with aria-activedescendant what is chosen.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={template.id}
            id={`${listId}-${index}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
            role="option"
            aria-selected={index === active}
            // The focus stays in the text field.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => (index === active ? undefined : picker.setActive(index))}
            onClick={() => picker.pick(template)}
          >
            <b className="people-line">{template.name}</b>
            <span className="template-option-group people-line">{template.group}</span>
            <span className="template-option-text people-line">{template.text.replaceAll(/\s+/g, ' ')}</span>
          </li>
        ))}
      </ul>
      {found.length > 0 ? null : (
        <p className="template-picker-none">{words.rich(none ? 'picker.none' : 'picker.notFound', { settings: asSettings })}</p>
      )}
      <output className="visually-hidden">{found.length > 0 ? words('picker.found', { count: found.length }) : ''}</output>
    </div>
  )
}
