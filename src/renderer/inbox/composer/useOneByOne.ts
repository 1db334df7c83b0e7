import { useLayoutEffect, useState, type RefObject } from 'react'
import { beginStepping, replaceAndStep, skipAndStep, type Stepping } from './stepping.ts'

/** Replacing characters of a text one by one, as a spell checker does. */
export interface OneByOne {
  /** Where it is; null while nobody goes through the text. */
  stepping: Stepping | null
  begin(): void
  replace(): void
  skip(): void
  /** Ends it, and writing goes on where it was. */
  end(): void
}

/**
 * Goes through the text of a field, selecting what it is at. It is over as soon as the text is another one.
 * @param onRewrite puts another text into the field
 */
export function useOneByOne(field: RefObject<HTMLTextAreaElement | null>, text: string, onRewrite: (text: string) => void): OneByOne {
  const [last, setLast] = useState<Stepping | null>(null)
  const stepping = last?.text === text ? last : null
  const place = stepping?.place ?? null

  useLayoutEffect(() => {
    if (place !== null) field.current?.setSelectionRange(place.index, place.index + place.char.length)
  }, [field, place])

  return {
    stepping,
    begin: () => setLast(beginStepping(text)),
    replace() {
      if (stepping === null) return
      const next = replaceAndStep(stepping)
      setLast(next)
      onRewrite(next.text)
    },
    skip() {
      if (stepping !== null) setLast(skipAndStep(stepping))
    },
    end() {
      setLast(null)
      field.current?.focus()
    },
  }
}
