import { oc } from '@orpc/contract'
import { contractErrors } from './errors.ts'

/** Every operation starts here, so that all of them fail in the same three ways. */
export const operation = oc.errors(contractErrors)
