import { useMemo, type ReactNode } from 'react'
import type { SegmentCount } from '../../../shared/segments/index.ts'
import { replaceOffenders } from '../../../shared/segments/index.ts'
import { Notice } from '../../components/Notice.tsx'
import { TextButton } from '../../components/TextButton.tsx'
import { useFormatTag, useWords } from '../../language/words.ts'
import type { PartsHint } from './hints.ts'
import { OffenderSteps } from './OffenderSteps.tsx'
import {
  charWords,
  countOffenders,
  offenderWords,
  replaceable,
  replaceChar,
  roomHint,
  suggestionWords,
  type Replaceable,
} from './offenders.ts'
import type { OneByOne } from './useOneByOne.ts'

/** Most characters that have a button of their own; Replace all takes the rest as well. */
const MOST_CHIPS = 8

/** What makes a text dearer, or leaves it less room, and the clicks that help: one for each character, one for all, or one by one. */
export function OffendersNote({
  text,
  counted,
  hint,
  extra,
  oneByOne,
  onRewrite,
}: {
  text: string
  counted: SegmentCount
  hint: PartsHint | null
  /** "SEK 0.70", which it costs more; null where that is not known. */
  extra: string | null
  oneByOne: OneByOne
  onRewrite: (text: string) => void
}) {
  const words = useWords('characters')
  const tag = useFormatTag()
  const can = useMemo(() => replaceable(counted), [counted])
  const room = useMemo(() => (hint === null ? roomHint(words, tag, text, counted) : null), [words, tag, hint, text, counted])
  const { stepping } = oneByOne
  if (hint === null && room === null && stepping === null) return null
  const steps =
    stepping === null ? (
      <Chips can={can} text={text} onRewrite={onRewrite} onOneByOne={oneByOne.begin} />
    ) : (
      <OffenderSteps oneByOne={oneByOne} stepping={stepping} />
    )
  if (hint === null) {
    return (
      <div className="offenders-room">
        {room === null ? null : <span>{room}</span>}
        {steps}
      </div>
    )
  }
  return (
    <Notice tone="warn">
      <Dearer hint={hint} extra={extra} />
      {steps}
    </Notice>
  )
}

const asBold = (text: ReactNode) => <b>{text}</b>

/** What the characters cost, and whether anything can stand in for them. */
function Dearer({ hint: { offenders, parts, partsWithout, replaced }, extra }: { hint: PartsHint; extra: string | null }) {
  const words = useWords('characters')
  const tag = useFormatTag()
  const given = {
    characters: offenderWords(words, tag, offenders),
    count: countOffenders(offenders),
    parts,
    without: partsWithout,
    b: asBold,
  }
  const fixed = offenders.filter(({ suggestion }) => suggestion === null)
  return (
    <>
      {extra === null ? words.rich('dearer', given) : words.rich('dearerBy', { ...given, money: extra })}{' '}
      {replaced === null && fixed.length > 0
        ? words('onlyWithout', { characters: offenderWords(words, tag, fixed), count: countOffenders(fixed), parts: partsWithout })
        : null}
    </>
  )
}

function Chips({
  can,
  text,
  onRewrite,
  onOneByOne,
}: {
  can: readonly Replaceable[]
  text: string
  onRewrite: (text: string) => void
  onOneByOne: () => void
}) {
  const words = useWords('characters')
  if (can.length === 0) return null
  const isOne = can.length === 1 && can[0]?.count === 1
  return (
    <span className="offenders-chips">
      {can.slice(0, MOST_CHIPS).map(({ char, suggestion, count }) => (
        <button
          key={char}
          type="button"
          className="chip offender-chip"
          aria-label={words('replaceOf', { character: charWords(words, char), suggestion: suggestionWords(words, suggestion), count })}
          title={`U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`}
          onClick={() => onRewrite(replaceChar(text, char))}
        >
          <bdi>{charWords(words, char)}</bdi> <span aria-hidden="true">→</span> <bdi>{suggestionWords(words, suggestion)}</bdi>
          {count > 1 ? <span className="num"> ×{count}</span> : null}
        </button>
      ))}
      <TextButton onClick={() => onRewrite(replaceOffenders(text))}>{isOne ? words('replaceIt') : words('replaceAll')}</TextButton>
      {isOne ? null : <TextButton onClick={onOneByOne}>{words('oneByOne')}</TextButton>}
    </span>
  )
}
