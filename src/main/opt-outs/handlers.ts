import { os } from '../app/implement.ts'

export const optOutHandlers = {
  list: os.optOuts.list.handler(({ context, input }) => context.services.optOuts.list(input)),
  add: os.optOuts.add.handler(({ context, input }) => context.services.optOuts.add(input)),
  lift: os.optOuts.lift.handler(({ context, input }) => context.services.optOuts.lift(input)),
  recordConsent: os.optOuts.recordConsent.handler(({ context, input }) => context.services.optOuts.recordConsent(input)),
  ofNumbers: os.optOuts.ofNumbers.handler(({ context, input }) => context.services.optOuts.ofNumbers(input)),
  importFile: os.optOuts.importFile.handler(({ context, input }) => context.services.optOuts.importFile(input)),
  exportCsv: os.optOuts.exportCsv.handler(({ context, input }) => context.services.optOuts.exportCsv(input)),
}
