/** What the place of a message in a list ordered by time is made of: ms UTC, and its id where several share the instant. */
export interface Placed {
  createdAt: number
  id: string
}

/** The place of a message in lists ordered by time, as `messages.list` takes it for `before` and `after`. */
export function placeOf({ createdAt, id }: Placed): string {
  return `${createdAt}:${id}`
}

/** Orders messages as lists do, oldest first: by time, and by id within an instant. */
export function comparePlaces(one: Placed, other: Placed): number {
  if (one.createdAt !== other.createdAt) return one.createdAt - other.createdAt
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
