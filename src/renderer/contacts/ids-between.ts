/** People asked for at a time: what the contract gives. */
const PAGE = 500

/** Ids of the people at two places of a list and between them, fetched where they are not loaded. */
export async function idsBetween(
  fetchPage: (offset: number, limit: number) => Promise<{ contacts: readonly { id: string }[] }>,
  from: number,
  to: number,
): Promise<string[]> {
  const ids: string[] = []
  for (let offset = from; offset <= to; offset += PAGE) {
    const { contacts } = await fetchPage(offset, Math.min(PAGE, to - offset + 1))
    ids.push(...contacts.map(({ id }) => id))
  }
  return ids
}
