import type { ContactSelection } from '../../shared/contract/contacts.ts'

/** Button and menu that put the selected people into a group, or take them out of it. `groupId` is the group whose people are on show. */
export function AddToGroup(_props: { selection: ContactSelection; count: number; groupId?: string; onDone: () => void }) {
  return null
}
