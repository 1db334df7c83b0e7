import './emoji.css'
import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useWords } from '../../../language/words.ts'
import { editField } from '../field-edit.ts'
import { findEmoji, useEmoji, type Emoji } from './emoji.ts'

/** Emoji offered at a time. */
const OFFERED = 6
/** A colon at the beginning of a word, and at least two letters. */
const WORD = /(?<=^|\s):(\p{L}[\p{L}\p{M}0-9_+-]{1,30})$/u

/** The word behind a colon that the caret stands after; null where there is none. */
export function emojiWordBefore(text: string, caret: number): { start: number; word: string } | null {
  // A word is short: only what stands right before the caret is looked at.
  const from = Math.max(0, caret - 40)
  const match = WORD.exec(text.slice(from, caret))
  return match?.[1] === undefined ? null : { start: from + match.index, word: match[1] }
}

/** Offers emoji while somebody types `:` and a word. */
export function useEmojiWord(field: RefObject<HTMLTextAreaElement | null>): {
  /** What is offered, to stand above the field; null for nothing. */
  offer: ReactNode
  /** To be called when text or caret change. */
  look(): void
  /** Takes a key if it is about what is offered. @returns whether it did */
  takeKey(event: KeyboardEvent): boolean
} {
  const words = useWords('composer')
  const [asked, setAsked] = useState<{ start: number; word: string; caret: number } | null>(null)
  const [active, setActive] = useState(0)
  const all = useEmoji(asked !== null)
  const found = asked === null ? [] : findEmoji(all, asked.word, OFFERED)

  function look(): void {
    const at = field.current
    const word = at === null || at.selectionStart !== at.selectionEnd ? null : emojiWordBefore(at.value, at.selectionEnd)
    const next = word === null || at === null ? null : { ...word, caret: at.selectionEnd }
    if (next?.start === asked?.start && next?.word === asked?.word) return
    setAsked(next)
    setActive(0)
  }

  function pick({ char }: Emoji): void {
    if (asked === null || field.current === null) return
    editField(field.current, { start: asked.start, end: asked.caret, insert: char })
    setAsked(null)
  }

  return {
    look,
    takeKey(event) {
      const current = found[active]
      if (current === undefined) return false
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return false
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        setActive((active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length)
      } else if (event.key === 'Enter' || event.key === 'Tab') pick(current)
      else if (event.key === 'Escape') setAsked(null)
      else return false
      event.preventDefault()
      return true
    },
    offer:
      found.length === 0 ? null : (
        <div className="emoji-offer">
          {found.map((emoji, index) => (
            <button
              key={emoji.char}
              type="button"
              tabIndex={-1}
              data-active={index === active || undefined}
              // The field keeps its focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(emoji)}
            >
              <span aria-hidden="true">{emoji.char}</span> {emoji.label}
            </button>
          ))}
          <output className="visually-hidden">
            {found[active] === undefined ? '' : words('emoji.offered', { name: found[active].label })}
          </output>
        </div>
      ),
  }
}
