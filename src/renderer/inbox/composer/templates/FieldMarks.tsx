import type { FillProblem } from './fill.ts'

/** Another mirror of the text behind the field, which marks the merge fields that could not be filled in. */
export function FieldMarks({ text, problems }: { text: string; problems: readonly FillProblem[] }) {
  if (problems.length === 0) return null
  const runs = problems.map(({ start, end }, index) => ({
    start,
    before: text.slice(problems[index - 1]?.end ?? 0, start),
    marked: text.slice(start, end),
  }))
  return (
    <div className="composer-mirror field-marks" aria-hidden="true" dir="auto">
      {runs.map(({ start, before, marked }) => (
        <span key={start}>
          {before}
          <mark>{marked}</mark>
        </span>
      ))}
      {text.slice(problems.at(-1)?.end ?? 0)}
      {'\u200b'}
    </div>
  )
}
