import { useEffect, type ReactNode, type RefObject } from 'react'
import type { SegmentCount } from '../../../shared/segments/index.ts'
import { useWords } from '../../language/words.ts'
import { useDraftKeeper } from '../DraftKeeping.tsx'
import { useEmojiWord } from './emoji/useEmojiWord.tsx'
import { textRuns } from './hints.ts'
import type { TemplatePicker } from './templates/useTemplatePicker.ts'

/**
 * The text field. It grows with the text: a mirror of the text lies behind it in the same grid cell, gives it its
 * height, and underlines what keeps the text out of the cheap alphabet.
 */
export function ComposerText({
  field,
  draftKey,
  value,
  counted,
  label,
  describedBy,
  takesFocus,
  picker,
  marks,
  onChange,
  onSend,
  onUndo,
}: {
  field: RefObject<HTMLTextAreaElement | null>
  /** Whose draft is written in it. */
  draftKey: string
  value: string
  counted: SegmentCount
  label: string
  /** Id of what stands in the way of sending, where something does. */
  describedBy?: string | undefined
  takesFocus: boolean
  picker: TemplatePicker
  /** Another mirror behind the field. */
  marks: ReactNode
  onChange: (text: string) => void
  onSend: () => void
  /** Takes back what was sent last; null while there is nothing to take back. */
  onUndo: (() => void) | null
}) {
  const words = useWords('composer')
  const emoji = useEmojiWord(field)
  const keeper = useDraftKeeper()
  useEffect(() => {
    if (takesFocus) field.current?.focus()
    // Only as it appears: later the focus is where the person put it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  function onKeyDown(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || picker.onKeyDown(event) || emoji.takeKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend()
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && value === '' && onUndo !== null) {
      event.preventDefault()
      onUndo()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      field.current?.blur()
      document.querySelector<HTMLElement>('.row[aria-current]')?.focus()
    }
  }

  return (
    <>
      {emoji.offer}
      <div className="composer-text">
        <div className="composer-mirror" aria-hidden="true" dir="auto">
          {textRuns(value, counted).map(({ start, text, offending }) =>
            offending ? <u key={start}>{text}</u> : <span key={start}>{text}</span>,
          )}
          {'\u200b'}
        </div>
        {marks}
        <textarea
          ref={field}
          className="composer-field"
          dir="auto"
          rows={1}
          aria-label={label}
          aria-describedby={describedBy}
          placeholder={words('placeholder')}
          value={value}
          data-draft={draftKey}
          {...picker.fieldProps}
          onChange={(event) => {
            onChange(event.currentTarget.value)
            emoji.look()
            picker.look()
          }}
          onSelect={() => {
            emoji.look()
            picker.look()
          }}
          // What another window wrote meanwhile was not put under the fingers.
          onBlur={() => {
            picker.look()
            void keeper.open(draftKey)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
    </>
  )
}
