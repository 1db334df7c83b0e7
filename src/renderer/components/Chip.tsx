import './components.css'
import type { ReactNode } from 'react'

/** Tones of small things. State tones are for states only; `accent` marks what belongs to the person's choice. */
export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'ask' | 'accent'

/** A word or two in a tone. The word carries the meaning; the colour only helps. */
export function Chip({ tone = 'plain', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className="chip" data-tone={tone} title={title}>
      {children}
    </span>
  )
}
