import { marksOf } from '../../../shared/search/excerpt.ts'
import { readSearch } from '../../../shared/search/query.ts'
import type { FoundExcerpt } from '../../../shared/contract/search.ts'

/** A part of a text with what was found marked. */
export function Marked({ excerpt: { text, cutBefore, cutAfter, marks } }: { excerpt: FoundExcerpt }) {
  return (
    <>
      {cutBefore ? '…' : null}
      <Stretches text={text} marks={marks} />
      {cutAfter ? '…' : null}
    </>
  )
}

/** A name with what was typed marked in it. */
export function MarkedName({ name, query }: { name: string; query: string }) {
  const sought = readSearch(query, [])
  return <Stretches text={name} marks={sought === null ? [] : marksOf(name, sought)} />
}

function Stretches({ text, marks }: { text: string; marks: readonly (readonly [start: number, end: number])[] }) {
  return marks
    .flatMap(([start, end], index) => [
      <span key={`before ${start}`}>{text.slice(marks[index - 1]?.[1] ?? 0, start)}</span>,
      <mark key={start}>{text.slice(start, end)}</mark>,
    ])
    .concat(<span key="rest">{text.slice(marks.at(-1)?.[1] ?? 0)}</span>)
}
