import type { DeskClient } from '../../shared/contract/client.ts'
import type { ContactGroup } from '../../shared/contract/groups.ts'
import { ruleWords } from '../../shared/groups/words.ts'
import { Refused } from '../app/refused.ts'
import { isoTime } from './format.ts'

/**
 * The group that goes by a name, in whichever letter case, or an id.
 * @throws Refused `group_not_found`
 */
export async function findGroup(client: DeskClient, nameOrId: string): Promise<ContactGroup> {
  const groups = await client.groups.list()
  const wanted = nameOrId.trim().toLowerCase()
  const found = groups.find((group) => group.id === wanted) ?? groups.find((group) => group.name.toLowerCase() === wanted)
  if (found !== undefined) return found
  const names = groups.map((group) => `“${group.name}”`).join(', ')
  throw new Refused(
    'group_not_found',
    `There is no group “${nameOrId.trim()}”. ${names === '' ? 'There are none yet: create one first.' : `There are: ${names}.`}`,
  )
}

/** The group once its members are all worked out. Listens before it looks, so that no change falls in between. */
export async function waitUntilBuilt(client: DeskClient, group: ContactGroup, interrupted: AbortSignal): Promise<ContactGroup> {
  if (group.builtPercent === null) return group
  const end = new AbortController()
  const ended = AbortSignal.any([end.signal, interrupted])
  let latest = group
  try {
    const events = await client.desk.events(undefined, { signal: ended })
    while (latest.builtPercent !== null) {
      latest = (await client.groups.list()).find(({ id }) => id === group.id) ?? { ...latest, builtPercent: null }
      if (latest.builtPercent === null || (await events.next()).done === true) break
    }
  } catch (error) {
    if (!ended.aborted) throw error
  } finally {
    // Lets go of the events.
    end.abort()
  }
  return latest
}

/** A group for programs. */
export function groupView(group: ContactGroup) {
  return { ...group, createdAt: isoTime(group.createdAt), updatedAt: isoTime(group.updatedAt) }
}

/** The rules of a smart group, a sentence each. */
export function rulesOf(group: ContactGroup, groups: readonly ContactGroup[]): string[] {
  const nameOf = (id: string) => groups.find((other) => other.id === id)?.name
  return group.filter?.rules.map((rule) => ruleWords(rule, nameOf, 'en')) ?? []
}
