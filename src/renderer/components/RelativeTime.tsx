import { useTimes } from '../language/times.ts'

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
  const times = useTimes()
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={times.exact(at)}>
      {words === 'list' ? times.inList(at, now) : times.moment(at, now)}
    </time>
  )
}
