import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { uuidv7 } from 'uuidv7'
import { cleanLine, cleanNotes } from '../../shared/contacts/person-text.ts'
import type { contactsContract } from '../../shared/contract/contacts.ts'
import { formatPhone, readPhone } from '../../shared/phone/index.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import { csvHeader, csvPeople } from './csv.ts'
import type { ExportShape, ListPlace, Written } from './operations.ts'
import type { Person, StoredPerson } from './person.ts'

type Inputs = InferContractRouterInputs<typeof contactsContract>
type Outputs = InferContractRouterOutputs<typeof contactsContract>

export interface ContactService {
  list(input: Inputs['list']): Promise<Outputs['list']>
  /** @throws Refused `contact_not_found` */
  get(id: string): Promise<Outputs['get']>
  /** @throws Refused `number_invalid`, `number_taken`, `contact_empty` */
  create(input: Inputs['create']): Promise<Outputs['create']>
  /** @throws Refused `contact_not_found`, `number_invalid`, `number_taken`, `contact_empty` */
  update(input: Inputs['update']): Promise<Outputs['update']>
  remove(ids: readonly string[]): Promise<number>
  /** @throws Refused `export_ended` for a cursor of an export that was given up */
  exportCsv(input: Inputs['exportCsv']): Promise<Outputs['exportCsv']>
}

export interface ContactServiceDependencies {
  store: Pick<Store, 'contacts'>
  settings: Pick<SettingsService, 'get'>
  events: EventHub
  now: () => number
}

/** People in one piece of an export. */
const EXPORT_PEOPLE = 2_000
/** Exports that can be under way at once; the one begun first is given up for another. */
const MOST_EXPORTS = 8

/** Place and refusal in a cursor; ids have no space in them. */
function placeOf(cursor: string | undefined): ListPlace | null {
  if (cursor === undefined) return null
  const space = cursor.indexOf(' ')
  if (space === -1) throw new Refused('cursor_invalid', 'This place in the list is not known. Open the list again.')
  return { id: cursor.slice(0, space), sortKey: cursor.slice(space + 1) }
}

function cursorOf(place: ListPlace | null): string | null {
  return place === null ? null : `${place.id} ${place.sortKey}`
}

export function createContactService({ store, settings, events, now }: ContactServiceDependencies): ContactService {
  /** Columns of the exports under way: all pieces of one must have the same. */
  const exports = new Map<string, ExportShape>()

  async function readPerson(input: Inputs['create']): Promise<Omit<Person, 'fields'>> {
    const country = input.country ?? (await settings.get()).defaultCountry
    const numbers = new Map<string, string>()
    for (const { number, label } of input.numbers) {
      const reading = readPhone(number, country)
      if (!reading.valid) throw new Refused('number_invalid', `“${number}” cannot be used as a number. ${reading.reason}`)
      if (!numbers.has(reading.e164)) numbers.set(reading.e164, cleanLine(label))
    }
    const name = cleanLine(input.name)
    if (name === '' && cleanLine(input.company) === '' && numbers.size === 0) {
      throw new Refused('contact_empty', 'Give the person a name or a number first.')
    }
    return {
      name,
      company: cleanLine(input.company),
      notes: cleanNotes(input.notes),
      numbers: [...numbers].map(([e164, label]) => ({ e164, label })),
    }
  }

  function settle(result: Written): StoredPerson {
    if (result.kind === 'not_found') throw notFound()
    if (result.kind === 'number_taken') {
      const other = result.by.name || result.by.company || 'another person without a name'
      throw new Refused(
        'number_taken',
        `${formatPhone(result.e164)} already belongs to ${other}. Remove it there first, or change ${other} instead.`,
      )
    }
    peopleChanged()
    return result.contact
  }

  function peopleChanged(): void {
    // Conversations show the name, the desk shows how many people there are.
    events.changed({ topic: 'contacts' }, { topic: 'conversations' }, { topic: 'desk' })
  }

  return {
    async list({ search, after, limit }) {
      const wanted = search === undefined || search === '' ? null : search
      const page = await store.contacts.list({ search: wanted, after: placeOf(after), limit })
      return { contacts: page.contacts, next: cursorOf(page.next), total: page.total }
    },
    async get(id) {
      const contact = await store.contacts.get({ id })
      if (contact === null) throw notFound()
      return contact
    },
    async create(input) {
      const person = { ...(await readPerson(input)), fields: {} }
      return settle(await store.contacts.create({ id: uuidv7(), person, now: now() }))
    },
    async update(input) {
      const person = await readPerson(input)
      return settle(await store.contacts.update({ id: input.id, person, now: now() }))
    },
    async remove(ids) {
      const removed = await store.contacts.remove({ ids })
      if (removed > 0) peopleChanged()
      return removed
    },
    async exportCsv({ after }) {
      const id = after === undefined ? uuidv7() : after.slice(0, 36)
      if (after === undefined) {
        exports.set(id, await store.contacts.exportShape({}))
        for (const oldest of exports.keys()) if (exports.size > MOST_EXPORTS) exports.delete(oldest)
      }
      const shape = exports.get(id)
      if (shape === undefined) throw new Refused('export_ended', 'This export was not finished in time. Start it again.')
      const page = await store.contacts.list({ search: null, after: placeOf(after?.slice(37)), limit: EXPORT_PEOPLE })
      const next = cursorOf(page.next)
      if (next === null) exports.delete(id)
      return {
        csv: (after === undefined ? csvHeader(shape) : '') + csvPeople(page.contacts, shape),
        count: page.contacts.length,
        next: next === null ? null : `${id} ${next}`,
      }
    },
  }
}

function notFound(): Refused {
  return new Refused('contact_not_found', 'This person is no longer in your contacts.')
}
