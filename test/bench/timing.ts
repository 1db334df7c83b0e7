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
