/** Entries sorted or merged between two turns: some 20 ms of the data thread. */
const ENTRIES_PER_TURN = 20_000

/**
 * The order of `count` entries, as their places: a merge sort that lets others work between pieces, since sorting a
 * million entries at once holds a thread for seconds. Stable.
 * @param compare of the entries at two places: negative, zero or positive
 * @param pause awaited between pieces
 */
export async function sortInTurns(
  count: number,
  compare: (one: number, other: number) => number,
  pause: () => Promise<void>,
): Promise<Uint32Array> {
  let from = new Uint32Array(count)
  let to = new Uint32Array(count)
  for (let place = 0; place < count; place += 1) from[place] = place
  for (let start = 0; start < count; start += ENTRIES_PER_TURN) {
    from.subarray(start, start + ENTRIES_PER_TURN).sort(compare)
    await pause()
  }
  for (let width = ENTRIES_PER_TURN; width < count; width *= 2) {
    let untilPause = ENTRIES_PER_TURN
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count)
      const end = Math.min(start + 2 * width, count)
      for (let at = start, left = start, right = middle; at < end; at += 1) {
        const takesLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0)
        to[at] = (takesLeft ? from[left++] : from[right++]) ?? 0
        untilPause -= 1
        if (untilPause > 0) continue
        await pause()
        untilPause = ENTRIES_PER_TURN
      }
    }
    const merged = to
    to = from
    from = merged
  }
  return from
}
