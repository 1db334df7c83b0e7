import { useEffect, useRef } from 'react'
import { actOn, type RowKey } from '../../components/SearchField.tsx'
import { whenDrawn, type StepList } from '../../components/useListSteps.ts'

/**
 * Does with the first row what a key in the search field asked for, as soon as there is one.
 * @param asked null while nothing is asked, or what is shown is not the answer yet to what stands in the field
 * @param onDone called once it is done
 */
export function useAskedRow({ scroller, virtualizer, count }: StepList, asked: RowKey | null, onDone: () => void): void {
  const pending = useRef<number | null>(null)
  useEffect(() => {
    if (asked === null || count === 0) return
    virtualizer.scrollToIndex(0)
    pending.current = 0
    whenDrawn(scroller, 0, pending, (row) => {
      onDone()
      actOn(row, asked)
    })
    return () => {
      pending.current = null
    }
  }, [asked, count, scroller, virtualizer, onDone])
}
