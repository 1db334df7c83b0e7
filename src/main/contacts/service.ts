import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { contactsContract } from '../../shared/contract/contacts.ts'

type Inputs = InferContractRouterInputs<typeof contactsContract>
type Outputs = InferContractRouterOutputs<typeof contactsContract>

export interface ContactService {
  list(input: Inputs['list']): Promise<Outputs['list']>
  get(id: string): Promise<Outputs['get']>
  create(input: Inputs['create']): Promise<Outputs['create']>
  update(input: Inputs['update']): Promise<Outputs['update']>
  remove(ids: readonly string[]): Promise<number>
  exportCsv(input: Inputs['exportCsv']): Promise<Outputs['exportCsv']>
}
