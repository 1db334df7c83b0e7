import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { conversationsContract, searchContract } from '../../shared/contract/conversations.ts'

type Inputs = InferContractRouterInputs<typeof conversationsContract>
type Outputs = InferContractRouterOutputs<typeof conversationsContract>
type Search = typeof searchContract

export interface ConversationService {
  list(input: Inputs['list']): Promise<Outputs['list']>
  get(id: string): Promise<Outputs['get']>
  lookUp(input: Inputs['lookUp']): Promise<Outputs['lookUp']>
  setRead(id: string, read: boolean): Promise<{ unread: number }>
  search(input: InferContractRouterInputs<Search>['query']): Promise<InferContractRouterOutputs<Search>['query']>
}
