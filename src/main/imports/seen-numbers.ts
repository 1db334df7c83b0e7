/**
 * Which row first brought each number: a hash table with open addressing over two typed arrays, since a million
 * numbers as keys of a Map take over 100 MB and these take 24. A number in E.164 has at most 15 digits and so is an
 * exact double.
 */
export class SeenNumbers {
  #keys = new Float64Array(4_096)
  #rows = new Int32Array(4_096)
  #size = 0

  /** The row that brought this number (E.164), or 0. */
  rowOf(e164: string): number {
    return this.#rows[this.#slotOf(Number(e164))] ?? 0
  }

  /** @param row 1 or more; a number that is known keeps its first row */
  add(e164: string, row: number): void {
    const key = Number(e164)
    const slot = this.#slotOf(key)
    if (this.#keys[slot] !== 0) return
    this.#keys[slot] = key
    this.#rows[slot] = row
    this.#size += 1
    if (this.#size * 2 > this.#keys.length) this.#grow()
  }

  /** Where the key is, or the free place it would take. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1
    // Fibonacci hashing of both halves: neighbouring numbers, which lists are full of, land far apart.
    let slot = (Math.imul(key % 4_294_967_296, 0x9e3779b1) ^ Math.imul(Math.floor(key / 4_294_967_296), 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const keys = this.#keys
    const rows = this.#rows
    this.#keys = new Float64Array(keys.length * 2)
    this.#rows = new Int32Array(rows.length * 2)
    for (const [index, key] of keys.entries()) {
      if (key === 0) continue
      const slot = this.#slotOf(key)
      this.#keys[slot] = key
      this.#rows[slot] = rows[index] ?? 0
    }
  }
}
