import { lockFolder } from '../../src/main/store/folder-lock.ts'

// Child process of the lock's tests: takes the folder it is given, says so, and stays until it is ended.
const [dataFolder = ''] = process.argv.slice(2)
const lock = lockFolder(dataFolder, { shell: 'cli', now: 1_700_000_000_000 })
process.on('SIGTERM', () => {
  lock.release()
  process.exit(0)
})
process.stdout.write('held\n')
setInterval(() => {}, 60_000)
