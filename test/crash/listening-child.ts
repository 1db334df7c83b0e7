/**
 * A desk that listens until it is killed. Usage: `node listening-child.ts DATA_FOLDER`. Prints the address of its listener.
 */
import { withDesk } from './desk.ts'

const [dataFolder = ''] = process.argv.slice(2)

await withDesk({ dataFolder, dispatch: false, listenerPort: 0 }, async (desk) => {
  process.stdout.write(`${(await desk.desk.status()).listener.address}\n`)
  await new Promise(() => undefined)
})
