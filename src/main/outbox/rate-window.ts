import type { SendingRate } from '../../shared/providers/descriptor.ts'

const PERIOD_MS: Readonly<Record<SendingRate['per'], number>> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** Length of a rate's period in milliseconds. */
export function periodOf(rate: SendingRate): number {
  return PERIOD_MS[rate.per]
}

/** Texts that left at one instant. */
export interface Departure {
  /** ms UTC */
  at: number
  texts: number
}

/** Keeps an account to its rate: in no span of one period do more texts leave than the rate allows. */
export interface RateWindow {
  /** Texts that may leave now. */
  allowed(now: number): number
  /** When the next text may leave, in ms UTC; null where one may leave now. */
  nextAt(now: number): number | null
  /** Notes texts that leave now. */
  took(now: number, texts: number): void
  /** Takes the latest texts back: they did not leave after all. */
  gaveBack(texts: number): void
}

/** @param earlier what left in the last period, oldest first: a rate holds across a restart of the desk */
export function createRateWindow(rate: SendingRate, earlier: readonly Departure[]): RateWindow {
  const period = periodOf(rate)
  let departures: Departure[] = earlier.map((departure) => ({ ...departure }))
  let texts = departures.reduce((sum, departure) => sum + departure.texts, 0)

  function forget(now: number): void {
    // After the clock was set back: what left “later” left now at the latest.
    for (let index = departures.length - 1; index >= 0; index -= 1) {
      const departure = departures[index]
      if (departure === undefined || departure.at <= now) break
      departure.at = now
    }
    let past = 0
    for (const departure of departures) {
      if (departure.at > now - period) break
      past += 1
      texts -= departure.texts
    }
    if (past > 0) departures = departures.slice(past)
  }

  return {
    allowed(now) {
      forget(now)
      return Math.max(0, rate.count - texts)
    },
    nextAt(now) {
      forget(now)
      let left = texts
      if (left < rate.count) return null
      // More may have left than may now, where the rate was lowered.
      for (const departure of departures) {
        left -= departure.texts
        if (left < rate.count) return departure.at + period
      }
      return null
    },
    took(now, more) {
      texts += more
      const last = departures.at(-1)
      if (last?.at === now) last.texts += more
      else departures.push({ at: now, texts: more })
    },
    gaveBack(fewer) {
      for (let left = fewer; left > 0;) {
        const last = departures.at(-1)
        if (last === undefined) return
        const taken = Math.min(left, last.texts)
        last.texts -= taken
        texts -= taken
        left -= taken
        if (last.texts === 0) departures.pop()
      }
    },
  }
}
