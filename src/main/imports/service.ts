import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { importsContract } from '../../shared/contract/imports.ts'

type Inputs = InferContractRouterInputs<typeof importsContract>
type Outputs = InferContractRouterOutputs<typeof importsContract>

export interface ImportService {
  beginFile(input: Inputs['beginFile']): Promise<Outputs['beginFile']>
  appendFile(input: Inputs['appendFile']): Promise<Outputs['appendFile']>
  discardFile(input: Inputs['discardFile']): Promise<Outputs['discardFile']>
  preview(input: Inputs['preview'], signal?: AbortSignal): Promise<Outputs['preview']>
  commit(input: Inputs['commit'], signal?: AbortSignal): Promise<Outputs['commit']>
  cancel(input: Inputs['cancel']): Promise<Outputs['cancel']>
  list(): Promise<Outputs['list']>
  rejects(input: Inputs['rejects']): Promise<Outputs['rejects']>
  undo(input: Inputs['undo']): Promise<Outputs['undo']>
  /** Removes staged files that were left behind. */
  close(): Promise<void>
}
