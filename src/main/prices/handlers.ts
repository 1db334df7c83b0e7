import { os } from '../app/implement.ts'

export const priceHandlers = {
  list: os.prices.list.handler(({ context, input }) => context.services.prices.list(input)),
  set: os.prices.set.handler(({ context, input }) => context.services.prices.set(input)),
  remove: os.prices.remove.handler(({ context, input }) => context.services.prices.remove(input)),
  quote: os.prices.quote.handler(({ context, input }) => context.services.prices.quote(input)),
  importFile: os.prices.importFile.handler(({ context, input }) => context.services.prices.importFile(input)),
}
