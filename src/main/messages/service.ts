import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { messagesContract } from '../../shared/contract/messages.ts'

type Inputs = InferContractRouterInputs<typeof messagesContract>
type Outputs = InferContractRouterOutputs<typeof messagesContract>

export interface MessageService {
  send(input: Inputs['send']): Promise<Outputs['send']>
  list(input: Inputs['list']): Promise<Outputs['list']>
  get(id: string): Promise<Outputs['get']>
  cancel(id: string): Promise<Outputs['cancel']>
  retry(id: string): Promise<Outputs['retry']>
  settle(input: Inputs['settle']): Promise<Outputs['settle']>
  refresh(id: string): Promise<Outputs['refresh']>
}
