/**
 * The process that is killed. Usage: `node child.ts DATA_FOLDER import FILE SHARE` or `… undo IMPORT SHARE`. Imports a file,
 * or takes an import back, with the real data thread, and kills itself once that share of the work is reported.
 */
import { storeWorkerUrl } from '../../src/main/app/store-worker-url.ts'
import { createWorkerOpenStore } from '../../src/main/store/worker-store.ts'

const [dataFolder = '', task = '', what = '', share = ''] = process.argv.slice(2)
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const store = await createWorkerOpenStore(storeWorkerUrl())({ dataFolder, log, now: Date.now })
const onProgress = (rows: number, total: number | null): void => {
  if (total !== null && rows >= total * Number(share)) process.kill(process.pid, 'SIGKILL')
}
if (task === 'undo') await store.imports.undo({ importId: what, now: Date.now() }, { onProgress })
else {
  const file = { path: what, fileName: 'customers.csv', options: { onDuplicate: 'update' as const }, defaultCountry: 'SE' }
  await store.imports.commit({ ...file, now: Date.now() }, { onProgress })
}
await store.close()
