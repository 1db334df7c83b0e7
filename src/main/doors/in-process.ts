import { createORPCClient, type ClientLink } from '@orpc/client'
import { createProcedureClient, getRouter, isProcedure } from '@orpc/server'
import type { DeskClient } from '../../shared/contract/client.ts'
import type { App } from '../app/createApp.ts'
import { unknownOperation } from './door-errors.ts'
import type { DeskRouter } from './connection.ts'

/** A client in the host's own process: no wire, but the same checks and the same errors as through any door. */
export function createInProcessClient({ app, router }: { app: App; router: DeskRouter }): DeskClient {
  const link: ClientLink<Record<never, never>> = {
    async call(path, input, { signal }) {
      const procedure: unknown = getRouter(router, path)
      if (!isProcedure(procedure)) throw unknownOperation()
      const call = createProcedureClient(procedure, { context: { app }, path })
      return await call(input, signal === undefined ? {} : { signal })
    },
  }
  return createORPCClient<DeskClient>(link)
}
