import { exactTime, listTime, momentWords } from './times.ts'

/** A moment in few words with the exact one on hover. `now` comes from {@link useNow} once per list. */
export function RelativeTime({
  at,
  now,
  words = 'list',
  className,
}: {
  at: number
  now: number
  words?: 'list' | 'sentence'
  className?: string
}) {
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {words === 'list' ? listTime(at, now) : momentWords(at, now)}
    </time>
  )
}
