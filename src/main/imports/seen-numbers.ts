/**
 * Which row first brought each number, and under which name: a hash table with open addressing over typed arrays, since a million
 * numbers as keys of a Map take over 100 MB and these take 32. A number in E.164 has at most 15 digits and so is an
 * exact double.
 */
export class SeenNumbers {
  #keys = new Float64Array(4_096)
  #rows = new Int32Array(4_096)
  #names = new Int32Array(4_096)
  #size = 0

  /** The row that brought this number (E.164), or 0. */
  rowOf(e164: string): number {
    return this.#rows[this.#slotOf(Number(e164))] ?? 0
  }

  /** Whether the row that brought this number had this name, folded (see `foldText`), or either has none. */
  underName(e164: string, foldedName: string): boolean {
    const one = hashOf(foldedName)
    const other = this.#names[this.#slotOf(Number(e164))] ?? 0
    return one === 0 || other === 0 || one === other
  }

  /** @param row 1 or more; a number that is known keeps its first row and name */
  add(e164: string, row: number, foldedName: string): void {
    const key = Number(e164)
    const slot = this.#slotOf(key)
    if (this.#keys[slot] !== 0) return
    this.#keys[slot] = key
    this.#rows[slot] = row
    this.#names[slot] = hashOf(foldedName)
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
    const names = this.#names
    this.#keys = new Float64Array(keys.length * 2)
    this.#rows = new Int32Array(rows.length * 2)
    this.#names = new Int32Array(names.length * 2)
    for (const [index, key] of keys.entries()) {
      if (key === 0) continue
      const slot = this.#slotOf(key)
      this.#keys[slot] = key
      this.#rows[slot] = rows[index] ?? 0
      this.#names[slot] = names[index] ?? 0
    }
  }
}

/** FNV-1a over the UTF-16 units; 0 for no name. */
function hashOf(foldedName: string): number {
  if (foldedName === '') return 0
  let hash = 0x811c9dc5
  for (let index = 0; index < foldedName.length; index += 1) hash = Math.imul(hash ^ foldedName.charCodeAt(index), 0x01000193)
  return hash | 0 || 1
}
