/**
 * Where the data thread's code is: the built file beside the entries in `out/main/`, or the source when run from
 * source (Node strips the types).
 */
export function storeWorkerUrl(here: string = import.meta.url): URL {
  if (here.endsWith('.ts')) return new URL(['..', 'store', 'worker.ts'].join('/'), here)
  const folder = new URL('.', here)
  const entries = folder.pathname.endsWith('/chunks/') ? new URL('..', folder) : folder
  return new URL('store-worker.js', entries)
}
