import './rejected-rows.css'
import type { ReactNode } from 'react'
import { useHostSentences } from '../language/useHostSentences.ts'
import { useWords } from '../language/words.ts'

/** A row of a list that cannot be read. */
export interface RejectedRow {
  /** In the file, from 1. */
  row: number
  /** Why, as a sentence of the host. */
  reason: string
  /** What stands there; empty for nothing. */
  value: string
}

/** Rows that are shown. */
const SHOWN = 50

const asRow = (text: ReactNode) => <span className="num">{text}</span>
const asValue = (text: ReactNode) => <bdi className="people-text">{text}</bdi>

/** The first rows of a list that cannot be read, each with the reason, and how many more there are. Nothing where there is none. */
export function RejectedRows({ title, total, rows }: { title: string; total: number; rows: readonly RejectedRow[] }) {
  const words = useWords('importing')
  const say = useHostSentences()
  if (total === 0) return null
  return (
    <section aria-label={words('unread.title')} className="rejected-rows">
      <h3>{title}</h3>
      {/* Reachable by keyboard, since it scrolls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul tabIndex={0} aria-label={words('unread.list')}>
        {rows.slice(0, SHOWN).map(({ row, value, reason }) => (
          <li key={row}>
            {value === ''
              ? words.rich('unread.rowEmpty', { number: String(row), reason: say(reason), row: asRow })
              : words.rich('unread.row', { number: String(row), text: value, reason: say(reason), row: asRow, value: asValue })}
          </li>
        ))}
        {total > SHOWN ? <li>{words('unread.more', { count: total - SHOWN })}</li> : null}
      </ul>
    </section>
  )
}
