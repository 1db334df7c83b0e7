/** The groups a person is in, as a section of the person's page. */
export function PersonGroups({ contactId: _contactId }: { contactId: string }) {
  return null
}
