import { fileURLToPath } from 'node:url'

/** Folder of the built window: beside `out/main/`, wherever in there, or in source, the caller's code is. */
export function rendererFolder(here: string = import.meta.url): string {
  const folder = new URL('.', here)
  if (here.endsWith('.ts')) return fileURLToPath(new URL('../../../out/renderer', folder))
  const entries = folder.pathname.endsWith('/chunks/') ? new URL('..', folder) : folder
  return fileURLToPath(new URL('../renderer', entries))
}
