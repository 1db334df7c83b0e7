import { useMemo } from 'react'
import type { SegmentCount } from '../../../shared/segments/index.ts'
import { replaceOffenders } from '../../../shared/segments/index.ts'
import { Notice } from '../../components/Notice.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { plural } from '../../components/times.ts'
import type { PartsHint } from './hints.ts'
import { charWords, offenderWords, replaceable, replaceChar, roomHint, suggestionWords, type Replaceable } from './offenders.ts'

/** Most characters that have a button of their own; Replace all takes the rest as well. */
const MOST_CHIPS = 8

/** What makes a text dearer, or leaves it less room, and the clicks that help: one for each character, one for all. */
export function OffendersNote({
  text,
  counted,
  hint,
  extra,
  onRewrite,
}: {
  text: string
  counted: SegmentCount
  hint: PartsHint | null
  /** "about SEK 0.70 more"; null where that is not known. */
  extra: string | null
  onRewrite: (text: string) => void
}) {
  const can = useMemo(() => replaceable(counted), [counted])
  const room = useMemo(() => (hint === null ? roomHint(text, counted) : null), [hint, text, counted])
  if (hint === null && room === null) return null
  const chips = <Chips can={can} text={text} onRewrite={onRewrite} />
  if (hint === null) {
    return (
      <div className="offenders-room">
        <span>{room}</span>
        {chips}
      </div>
    )
  }
  const fixed = counted.offenders.filter(({ suggestion }) => suggestion === null)
  return (
    <Notice tone="warn">
      {hint.characters} {hint.verb} this <b>{`${plural(hint.parts, 'part', 'parts')} instead of ${hint.partsWithout}`}</b>
      {extra === null ? '' : `, ${extra}`}.{' '}
      {hint.replaced === null && fixed.length > 0
        ? `Nothing can stand in for ${offenderWords(fixed)}: only without ${fixed.length === 1 ? 'it' : 'them'} ${plural(hint.partsWithout, 'part is', 'parts are')} enough.`
        : null}
      {chips}
    </Notice>
  )
}

function Chips({ can, text, onRewrite }: { can: readonly Replaceable[]; text: string; onRewrite: (text: string) => void }) {
  if (can.length === 0) return null
  return (
    <span className="offenders-chips">
      {can.slice(0, MOST_CHIPS).map(({ char, suggestion, count }) => (
        <button
          key={char}
          type="button"
          className="chip offender-chip"
          aria-label={`Replace ${charWords(char)} with ${suggestionWords(suggestion)}${count > 1 ? `, ${count} times` : ''}`}
          title={`U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`}
          onClick={() => onRewrite(replaceChar(text, char))}
        >
          <bdi>{charWords(char)}</bdi> <span aria-hidden="true">→</span> <bdi>{suggestionWords(suggestion)}</bdi>
          {count > 1 ? <span className="num"> ×{count}</span> : null}
        </button>
      ))}
      <TextButton onClick={() => onRewrite(replaceOffenders(text))}>
        {can.length === 1 && can[0]?.count === 1 ? 'Replace it' : 'Replace all'}
      </TextButton>
    </span>
  )
}
