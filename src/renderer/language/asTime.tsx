import type { ReactNode } from 'react'
import type { Times } from './times.ts'

/** Draws the words of a moment within a sentence, with the exact one on hover. @param at ms UTC */
export const asTime = (at: number, times: Times, className?: string) => (moment: ReactNode) => (
  <time className={className} dateTime={new Date(at).toISOString()} title={times.exact(at)}>
    {moment}
  </time>
)
