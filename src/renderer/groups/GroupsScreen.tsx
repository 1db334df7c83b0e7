/** Groups of people. `#/contacts/groups[/<group>]` */
export function GroupsScreen({ chosen: _chosen }: { chosen: string | null }) {
  return null
}
