/** A stretch of a text and what stands there instead. */
export interface Edit {
  /** UTF-16 indexes into the text before. */
  start: number
  end: number
  insert: string
}

/** The shortest single edit that turns one text into the other; null where they are the same. Never begins or ends inside a surrogate pair. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1
  let tail = 0
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1
  return { start, end: before.length - tail, insert: after.slice(start, after.length - tail) }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * Makes an edit as if it had been typed, so that Ctrl+Z takes it back as one step. `execCommand` is called outdated, but nothing else
 * writes into a field and its history (https://developer.mozilla.org/docs/Web/API/Document/execCommand).
 * @param caret where the caret stands afterwards, in UTF-16 units; left out: behind what was inserted
 * @returns whether the field took it; else its text is as before
 */
export function editField(field: HTMLTextAreaElement, { start, end, insert }: Edit, caret = start + insert.length): boolean {
  field.focus()
  field.setSelectionRange(start, end)
  const isDone = insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert)
  if (isDone) field.setSelectionRange(caret, caret)
  return isDone
}

/** Turns the field's text into another one as one step that Ctrl+Z takes back. The caret stays with the words it stood at. */
export function rewriteField(field: HTMLTextAreaElement, after: string): boolean {
  const edit = editBetween(field.value, after)
  if (edit === null) return true
  const caret = field.selectionEnd
  const grown = after.length - field.value.length
  return editField(field, edit, caret <= edit.start ? caret : Math.max(edit.start, caret + grown))
}
