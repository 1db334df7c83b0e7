/** Wall seconds a task takes. */
export async function seconds(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await task()
  return (performance.now() - start) / 1_000
}

/** Runs `task` `count` times, `width` of them at a time. */
export async function inFlight(width: number, count: number, task: () => Promise<void>): Promise<void> {
  let left = count
  const lane = async () => {
    while (left > 0) {
      left -= 1
      await task()
    }
  }
  await Promise.all(Array.from({ length: width }, lane))
}

/** How long something took, over many times. */
export interface Times {
  count: number
  p50Ms: number
  p95Ms: number
  maxMs: number
}

/** The times of many, in milliseconds and any order, in short. */
export function timesOf(all: readonly number[]): Times {
  const sorted = all.toSorted((one, other) => one - other)
  const quantile = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { count: sorted.length, p50Ms: quantile(0.5), p95Ms: quantile(0.95), maxMs: sorted.at(-1) ?? 0 }
}

/** Runs `task` for each item, one after the other, and tells how long they took. */
export async function timeEach<Item>(items: Iterable<Item>, task: (item: Item) => Promise<unknown>): Promise<Times> {
  const all: number[] = []
  for (const item of items) {
    const start = performance.now()
    await task(item)
    all.push(performance.now() - start)
  }
  return timesOf(all)
}
