import type { ReactNode } from 'react'

/** Draws words of a sentence that are heard and not seen. */
export const asUnseen = (words: ReactNode) => <span className="visually-hidden">{words}</span>
