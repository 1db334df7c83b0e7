import { useState, type RefObject } from 'react'
import { useFilling, type Filling } from './useFilling.ts'
import { useTemplatePicker, type TemplatePicker } from './useTemplatePicker.ts'

/** Templates and merge fields of the text that is written in `field`: what they become, and how a template is put in. */
export function useMerging({
  draftKey,
  text,
  to,
  field,
  onText,
}: {
  draftKey: string
  text: string
  to: readonly string[]
  field: RefObject<HTMLTextAreaElement | null>
  onText: (text: string) => void
}): { filling: Filling; picker: TemplatePicker } {
  const [choosing, setChoosing] = useState(false)
  const filling = useFilling(draftKey, text, to, choosing)
  const picker = useTemplatePicker({ draftKey, field, text, values: filling.values, onText })
  const isOpen = picker.mode !== null
  if (isOpen !== choosing) setChoosing(isOpen)
  return { filling, picker }
}
