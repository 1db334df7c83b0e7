import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { groupsContract } from '../../shared/contract/groups.ts'
import type { EventHub } from '../app/events.ts'
import type { Store } from '../store/store.ts'

type Inputs = InferContractRouterInputs<typeof groupsContract>
type Outputs = InferContractRouterOutputs<typeof groupsContract>

export type GroupService = { [Name in keyof Inputs]: (input: Inputs[Name]) => Promise<Outputs[Name]> }

export interface GroupServiceDependencies {
  store: Pick<Store, 'groups'>
  events: EventHub
  now: () => number
}

export function createGroupService(_dependencies: GroupServiceDependencies): GroupService {
  const notBuilt = () => Promise.reject(new Error('not built yet'))
  return {
    list: async () => [],
    create: notBuilt,
    update: notBuilt,
    remove: notBuilt,
    count: notBuilt,
    addMembers: notBuilt,
    removeMembers: notBuilt,
    ofContact: async () => [],
  }
}
