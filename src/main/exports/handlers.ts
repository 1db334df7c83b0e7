import { os } from '../app/implement.ts'

export const exportHandlers = {
  csv: os.exports.csv.handler(({ context, input }) => context.services.exports.csv(input)),
  size: os.exports.size.handler(({ context, input }) => context.services.exports.size(input)),
  messages: os.exports.messages.handler(({ context, input }) => context.services.exports.messages(input)),
  savePdf: os.exports.savePdf.handler(({ context, input }) => context.services.exports.savePdf(input)),
}
