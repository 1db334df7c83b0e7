import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from './index.ts'

/** The contract as its callers see it, the same through every door. */
export type DeskClient = ContractRouterClient<Contract>
