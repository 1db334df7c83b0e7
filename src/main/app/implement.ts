import { implement, ORPCError, ValidationError } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { contract } from '../../shared/contract/index.ts'
import type { Refusal } from '../../shared/contract/errors.ts'
import type { App } from './createApp.ts'
import { storeTrouble } from '../store/trouble.ts'
import { Refused } from './refused.ts'

/** What every handler is given by its door. */
export interface RequestContext {
  app: App
}

const base = implement(contract).$context<RequestContext>()

/** Turns whatever a handler throws into one of the contract's three errors. */
export const host = base.use(async ({ context, next, path }) => {
  try {
    return await next()
  } catch (error) {
    throw asContractError(error, path.join('.'), context.app)
  }
})

/** For handlers that need open data: refuses while the desk shows a start-up problem. */
export const os = host.use(({ context, next }) => next({ context: { services: context.app.services() } }))

function asContractError(error: unknown, operation: string, app: App): unknown {
  if (error instanceof Refused) {
    return contractError('REFUSED', 422, { code: error.code, message: error.message, retryable: error.retryable })
  }
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      const issues = error.cause.issues.slice(0, 3).map((issue) => `${issue.path?.map(String).join('.') || 'input'}: ${issue.message}`)
      return contractError('BAD_INPUT', 400, {
        code: 'bad_input',
        message: `${`That cannot be used as it is (${issues.join('; ')}`.slice(0, 1_900)}).`,
        retryable: false,
      })
    }
    if (error.defined) return error
  }
  if (error instanceof Error && error.name === 'AbortError') return error
  const trouble = storeTrouble(error)
  if (trouble !== null) {
    app.log.error('operation.store_trouble', error, { operation })
    return contractError('REFUSED', 422, { code: trouble.code, message: trouble.message, retryable: true })
  }
  const id = uuidv7()
  app.log.error('operation.unexpected', error, { id, operation })
  return contractError('UNEXPECTED', 500, {
    code: 'unexpected',
    message: `Something unexpected happened (${id}). Nothing else was changed.`,
    retryable: false,
    id,
  })
}

function contractError(code: 'REFUSED' | 'BAD_INPUT' | 'UNEXPECTED', status: number, data: Refusal) {
  return new ORPCError(code, { defined: true, status, message: data.message, data })
}
