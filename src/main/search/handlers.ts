import { os } from '../app/implement.ts'

export const searchHandlers = {
  query: os.search.query.handler(({ context, input }) => context.services.search.query(input)),
}
