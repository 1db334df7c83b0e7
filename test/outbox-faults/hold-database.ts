import Database from 'better-sqlite3'

// Child process of the tests of a locked database: another program that writes to it, and takes its time. Holds it from
// when it says so until its input ends, and some milliseconds longer if asked.
const [file = '', longer = '0'] = process.argv.slice(2)
const db = new Database(file, { timeout: 5_000 })
db.exec('BEGIN EXCLUSIVE')
process.stdout.write('held\n')
process.stdin.resume()
process.stdin.on('end', () => {
  setTimeout(() => {
    db.exec('ROLLBACK')
    db.close()
  }, Number(longer))
})
