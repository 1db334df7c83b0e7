/**
 * What the import is measured with, in a process of its own. Usage: `node import-floor.ts write FILE ROWS` writes a list of
 * customers; `node import-floor.ts floor FILE DATABASE` does the least an import could do with it, and prints the seconds.
 */
import { createReadStream } from 'node:fs'
import Database from 'better-sqlite3'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import Papa from 'papaparse'
import { writeCustomers } from './import-file.ts'
import { seconds } from './timing.ts'

const [task, path = '', argument = ''] = process.argv.slice(2)
if (task === 'write') await writeCustomers(path, Number(argument))
else process.stdout.write(String(await seconds(() => floor(path, argument))))

/** What nothing that imports customers can do without: parsing, reading and checking numbers, and writing a row with an index. */
async function floor(path: string, database: string): Promise<void> {
  const db = new Database(database)
  db.pragma('journal_mode = WAL')
  db.exec(
    'CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL, number TEXT NOT NULL); CREATE INDEX people_by_number ON people (number)',
  )
  const insert = db.prepare('INSERT INTO people (name, number) VALUES (?, ?)')
  db.exec('BEGIN')
  const stream = createReadStream(path, 'utf8')
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(stream, {
      chunk({ data }) {
        for (const [name = '', number = ''] of data) {
          const phone = parsePhoneNumberFromString(number, 'SE')
          if (phone?.isValid() === true) insert.run(name, phone.number)
        }
      },
      complete: () => resolve(),
      error: reject,
    })
  })
  db.exec('COMMIT')
  db.close()
}
