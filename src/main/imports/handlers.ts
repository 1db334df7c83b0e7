import { os } from '../app/implement.ts'

export const importHandlers = {
  beginFile: os.imports.beginFile.handler(({ context, input }) => context.services.imports.beginFile(input)),
  appendFile: os.imports.appendFile.handler(({ context, input }) => context.services.imports.appendFile(input)),
  discardFile: os.imports.discardFile.handler(({ context, input }) => context.services.imports.discardFile(input)),
  preview: os.imports.preview.handler(({ context, input, signal }) => context.services.imports.preview(input, signal)),
  commit: os.imports.commit.handler(({ context, input, signal }) => context.services.imports.commit(input, signal)),
  cancel: os.imports.cancel.handler(({ context, input }) => context.services.imports.cancel(input)),
  list: os.imports.list.handler(({ context }) => context.services.imports.list()),
  rejects: os.imports.rejects.handler(({ context, input }) => context.services.imports.rejects(input)),
  exportRejects: os.imports.exportRejects.handler(({ context, input }) => context.services.imports.exportRejects(input)),
  undo: os.imports.undo.handler(({ context, input }) => context.services.imports.undo(input)),
}
