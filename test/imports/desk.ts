import { TEST_SETTINGS } from '../support/settings.ts'
import { readFileSync } from 'node:fs'
import { createEventHub } from '../../src/main/app/events.ts'
import { createContactService } from '../../src/main/contacts/service.ts'
import { createImportService } from '../../src/main/imports/service.ts'
import type { DeskEvent } from '../../src/shared/contract/desk.ts'
import type { ImportOptions } from '../../src/shared/contract/imports.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { openTestDesk } from '../support/open-store.ts'

/** Imports and contacts on a real store, with short ways to bring a file. */
export async function givenImports() {
  const clock = createFakeClock()
  const { store, db, dataFolder } = await openTestDesk({ now: clock.now })
  const events = createEventHub(clock)
  const heard: DeskEvent[] = []
  events.subscribe((event) => heard.push(event))
  const settings = { get: async () => TEST_SETTINGS }
  const dependencies = { store, settings, events, dataFolder, now: clock.now }
  const imports = createImportService(dependencies)
  const contacts = createContactService(dependencies)

  async function stage(content: string | Buffer, name = 'customers.csv'): Promise<string> {
    const bytes = Buffer.from(content)
    const { fileId } = await imports.beginFile({ name, size: bytes.length })
    for (let offset = 0; offset < bytes.length; offset += 300_000) {
      await imports.appendFile({ fileId, offset, data: bytes.subarray(offset, offset + 300_000).toString('base64') })
    }
    return fileId
  }
  return {
    imports,
    contacts,
    clock,
    db,
    store,
    dataFolder,
    heard,
    dependencies,
    stage,
    async preview(content: string | Buffer, options: ImportOptions = {}) {
      return imports.preview({ fileId: await stage(content), options })
    },
    async commit(content: string | Buffer, options: ImportOptions = {}) {
      return imports.commit({ fileId: await stage(content), options })
    },
    /** Everybody, as name and numbers, in list order. */
    async people() {
      const { contacts: all } = await contacts.list({ limit: 500 })
      return all.map((person) => [person.name, ...person.numbers.map((number) => number.e164)].join(' '))
    },
  }
}

/** Bytes of a file in `test/fixtures/contacts`. */
export function fixture(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/contacts/${name}`, import.meta.url))
}
