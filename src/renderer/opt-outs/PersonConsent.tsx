/** What was said for and against texts to a person's numbers, as a section of the person's page. */
export function PersonConsent({ numbers: _numbers }: { numbers: readonly string[] }) {
  return null
}
