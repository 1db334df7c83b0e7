/** Collects what arrives while a run is under way and does it together in the next one. */
export interface Batcher<Item, Result> {
  /** Resolves with this item's result; rejects with the error of its whole run. */
  add(item: Item): Promise<Result>
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>
  /** Items for the next run. */
  readonly waiting: number
}

interface Waiting<Item, Result> {
  item: Item
  resolve: (result: Result) => void
  reject: (reason: unknown) => void
}

/**
 * One durable commit costs the same for one row as for a hundred: under load, hooks share commits, and a lone hook
 * does not wait. Every run starts after all of its items were added.
 *
 * @param run gives one result per item, in order
 * @param maxItems most items in one run, so that one run never holds the data thread for long
 */
export function createBatcher<Item, Result>(run: (items: Item[]) => Promise<Result[]>, maxItems: number): Batcher<Item, Result> {
  let waiting: Waiting<Item, Result>[] = []
  let running: Promise<void> | null = null

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxItems)
      waiting = waiting.slice(maxItems)
      try {
        const results = await run(batch.map((one) => one.item))
        batch.forEach((one, index) => one.resolve(results[index] as Result))
      } catch (error) {
        for (const one of batch) one.reject(error)
      }
    }
    running = null
  }

  return {
    add: (item) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ item, resolve, reject })
        running ??= work()
      }),
    async idle() {
      await running
    },
    get waiting() {
      return waiting.length
    },
  }
}
