import { asTime } from './asTime.tsx'
import { useTimes } from './times.ts'

/** A moment in few words, as within a sentence, with the exact one on hover. @param at ms UTC, as `now` */
export function Moment({ at, now, className }: { at: number; now: number; className?: string }) {
  const times = useTimes()
  return asTime(at, times, className)(times.moment(at, now))
}
