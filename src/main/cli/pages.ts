/** Rows the contract gives in one page at most. */
const PAGE = 500

/** One page of a list and where the next begins. */
export interface Page<Item> {
  items: readonly Item[]
  next: string | null
}

/** The first `limit` rows of a list, page by page. */
export async function collect<Item>(
  limit: number,
  fetchPage: (size: number, cursor: string | null) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Page<Item> = await fetchPage(Math.min(PAGE, limit - items.length), cursor)
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== null && items.length < limit)
  return items
}
