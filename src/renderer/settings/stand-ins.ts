/** The list with the entry at `index` a step earlier (-1) or later (1); unchanged where there is no such place. */
export function move(ids: readonly string[], index: number, step: -1 | 1): string[] {
  const target = index + step
  const moved = [...ids]
  const [one, other] = [moved[index], moved[target]]
  if (one === undefined || other === undefined) return moved
  moved[index] = other
  moved[target] = one
  return moved
}
