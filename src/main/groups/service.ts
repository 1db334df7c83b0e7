import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { uuidv7 } from 'uuidv7'
import { cleanLine } from '../../shared/contacts/person-text.ts'
import type { GroupFilter, groupsContract } from '../../shared/contract/groups.ts'
import { filterProblem, tidyFilter } from '../../shared/groups/rules.ts'
import { ownZone } from '../../shared/time/wall-time.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { Log } from '../log/log.ts'
import type { Store } from '../store/store.ts'
import type { MembersChanged } from './members.ts'
import type { GroupProblem } from './operations.ts'

type Inputs = InferContractRouterInputs<typeof groupsContract>
type Outputs = InferContractRouterOutputs<typeof groupsContract>

export interface GroupService {
  list(): Promise<Outputs['list']>
  /** @throws Refused `group_name_taken`, `group_name_empty`, `groups_too_many`, `group_rule_invalid` */
  create(input: Inputs['create']): Promise<Outputs['create']>
  /** @throws Refused as `create`, and `group_not_found`, `group_other_kind` */
  update(input: Inputs['update']): Promise<Outputs['update']>
  /** @throws Refused `group_not_found`, `group_in_use` */
  remove(input: Inputs['remove']): Promise<Outputs['remove']>
  /** @throws Refused `group_rule_invalid`; AbortError once `signal` says that nobody wants to know */
  count(input: Inputs['count'], signal?: AbortSignal): Promise<Outputs['count']>
  /** @throws Refused `group_not_found`, `group_smart` */
  addMembers(input: Inputs['addMembers']): Promise<Outputs['addMembers']>
  /** @throws Refused as `addMembers` */
  undoAddMembers(input: Inputs['undoAddMembers']): Promise<Outputs['undoAddMembers']>
  /** @throws Refused as `addMembers` */
  removeMembers(input: Inputs['removeMembers']): Promise<Outputs['removeMembers']>
  ofContact(input: Inputs['ofContact']): Promise<Outputs['ofContact']>
  /** Goes on, in the background, with groups whose building or removal was cut off. */
  resume(): void
  /** Leaves off what goes on in the background; the next start goes on with it. */
  close(): Promise<void>
}

export interface GroupServiceDependencies {
  store: Pick<Store, 'groups'>
  events: EventHub
  log: Log
  now: () => number
  /** IANA name of the time zone in which days are meant; left out, that of this computer. */
  zone?: () => string
}

export function createGroupService({ store, events, log, now, zone = ownZone }: GroupServiceDependencies): GroupService {
  const closing = new AbortController()
  let finishing: Promise<void> | null = null
  let finishAgain = false

  function groupsChanged(): void {
    events.changed({ topic: 'groups' })
  }

  /** One at a time; what is asked for meanwhile is looked at once more. */
  function finish(): void {
    if (closing.signal.aborted) return
    if (finishing !== null) {
      finishAgain = true
      return
    }
    finishing = store.groups
      .finish({ zone: zone() }, { signal: closing.signal, onProgress: groupsChanged })
      .catch((error: unknown) => {
        if (!closing.signal.aborted) log.error('groups.finish_failed', error)
      })
      .finally(() => {
        finishing = null
        if (!finishAgain) return
        finishAgain = false
        finish()
      })
  }

  function checkedName(name: string): string {
    const clean = cleanLine(name)
    if (clean === '') throw new Refused('group_name_empty', 'Give the group a name first.')
    return clean
  }

  function checkedFilter(filter: GroupFilter): GroupFilter
  function checkedFilter(filter: GroupFilter | null): GroupFilter | null
  function checkedFilter(filter: GroupFilter | null): GroupFilter | null {
    if (filter === null) return null
    const problem = filterProblem(filter)
    if (problem !== null) throw new Refused('group_rule_invalid', problem)
    return tidyFilter(filter)
  }

  function settle(result: MembersChanged): number {
    if (result.kind === 'not_found') throw refused(result)
    if (result.kind === 'smart') {
      throw new Refused(
        'group_smart',
        `Who is in “${result.name}” is decided by its rules. Change the rules, or choose a group that people are put into.`,
      )
    }
    if (result.people > 0) groupsChanged()
    return result.people
  }

  return {
    list: () => store.groups.list(),
    async create({ name, filter }) {
      const result = await store.groups.create({
        id: uuidv7(),
        name: checkedName(name),
        filter: checkedFilter(filter),
        zone: zone(),
        now: now(),
      })
      if (result.kind !== 'saved') throw refused(result)
      groupsChanged()
      finish()
      return result.group
    },
    async update({ id, name, filter }) {
      const result = await store.groups.update({ id, name: checkedName(name), filter: checkedFilter(filter), zone: zone(), now: now() })
      if (result.kind !== 'saved') throw refused(result)
      groupsChanged()
      finish()
      return result.group
    },
    async remove({ id }) {
      const result = await store.groups.remove({ id })
      if (result.kind === 'in_use') {
        const names = result.by.map((name) => `“${name}”`).join(', ')
        throw new Refused(
          'group_in_use',
          result.by.length === 1
            ? `The smart group ${names} has a rule about this group. Change that rule first.`
            : `The smart groups ${names} have rules about this group. Change those rules first.`,
        )
      }
      if (result.kind !== 'removed') throw refused(result)
      groupsChanged()
      finish()
      return { removed: true }
    },
    async count({ filter }, signal) {
      const result = await store.groups.count({ filter: checkedFilter(filter), zone: zone() }, signal === undefined ? {} : { signal })
      if (result.kind !== 'counted') throw refused(result)
      return { count: result.count }
    },
    async addMembers({ id, selection }) {
      const result = await store.groups.addMembers({ id, selection, now: now() })
      return { added: settle(result), addedAt: result.addedAt }
    },
    async undoAddMembers(input) {
      return { removed: settle(await store.groups.undoAddMembers(input)) }
    },
    async removeMembers({ id, selection }) {
      return { removed: settle(await store.groups.removeMembers({ id, selection })) }
    },
    ofContact: (input) => store.groups.ofContact(input),
    resume: finish,
    async close() {
      // After that nothing begins anew.
      closing.abort()
      await finishing
    },
  }
}

function refused(problem: GroupProblem): Refused {
  switch (problem.kind) {
    case 'name_taken':
      return new Refused('group_name_taken', `There is a group called “${problem.name}” already. Choose another name.`)
    case 'too_many':
      return new Refused(
        'groups_too_many',
        `There are ${problem.most} groups already, which is the most. Remove one you no longer need first.`,
      )
    case 'not_found':
      return new Refused('group_not_found', 'This group is no longer there.')
    case 'other_kind':
      return new Refused(
        'group_other_kind',
        'A group with rules stays one with rules, and one without stays without. Make a new group instead.',
      )
    case 'no_such_group':
      return new Refused(
        'group_rule_invalid',
        'A rule is about a group that is no longer there. Choose another one, or take the rule away.',
      )
    case 'smart_in_smart':
      return new Refused(
        'group_rule_invalid',
        `“${problem.name}” has rules itself, and a rule can only be about a group that people are put into. Choose another group.`,
      )
  }
}
