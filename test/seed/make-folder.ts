import { existsSync } from 'node:fs'
import { createApp } from '../../src/main/app/createApp.ts'
import { dataFolderPaths } from '../../src/main/app/data-folder.ts'
import { createNodePorts } from '../../src/main/app/node-ports.ts'
import { createRouter } from '../../src/main/app/router.ts'
import { createInProcessClient } from '../../src/main/doors/in-process.ts'
import { openInlineStore } from '../../src/main/store/inline-store.ts'
import { openDatabase } from '../../src/main/store/open-database.ts'
import { memoryLog } from '../support/memory-log.ts'
import { makeHistory, type HistoryShape } from './history.ts'
import { writeHistory, type SeededAccount, type Written } from './write.ts'

/** Accounts of the made-up business; all are of the sandbox, so that nothing that is sent from there reaches a phone. */
const ACCOUNTS = [
  { name: 'Front desk', sender: 'FrontDesk', ownNumber: '+46701740699' },
  { name: 'Reminders', sender: 'Reminders', ownNumber: '+46701740698' },
  { name: 'Shop', sender: 'Shop', ownNumber: '+46701740697' },
] as const

/**
 * Makes a data folder with a history in it, closed, ready for a desk to open. Blocks its thread: about half a minute for a
 * million messages.
 * @throws when the folder holds a database already: a seed is never put beside a business's own texts
 */
export async function makeSeededFolder(
  dataFolder: string,
  shape: HistoryShape,
  onProgress?: (messages: number) => void,
): Promise<Written & { accounts: readonly SeededAccount[] }> {
  if (existsSync(dataFolderPaths(dataFolder).database)) throw new Error(`There is a desk in ${dataFolder} already. Choose a new folder.`)
  const accounts = await addAccounts(dataFolder)
  const opened = await openDatabase({ dataFolder, shell: 'test', now: shape.until, log: memoryLog() })
  try {
    const written = writeHistory(opened.db, makeHistory(shape), {
      accounts,
      until: shape.until,
      seed: shape.seed,
      ...(onProgress === undefined ? {} : { onProgress }),
    })
    return { ...written, accounts }
  } finally {
    opened.close()
  }
}

/** Through the desk itself: what an account or a setting consists of is its business. */
async function addAccounts(dataFolder: string): Promise<SeededAccount[]> {
  const ports = createNodePorts({ shell: 'test', dataFolder, secretsKind: 'memory', listenerPort: null, dispatch: false, log: memoryLog() })
  const app = await createApp({ ...ports, openStore: openInlineStore })
  try {
    const desk = createInProcessClient({ app, router: createRouter() })
    const accounts: SeededAccount[] = []
    for (const { name, sender, ownNumber } of ACCOUNTS) {
      const { id } = await desk.accounts.add({ provider: 'sandbox', name, config: { sender }, secrets: {} })
      accounts.push({ id, sender, ownNumber })
    }
    await desk.settings.set({ welcomed: true, defaultAccountId: accounts[0]?.id ?? null })
    return accounts
  } finally {
    await app.stop()
  }
}
