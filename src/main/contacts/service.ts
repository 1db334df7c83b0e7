import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { uuidv7 } from 'uuidv7'
import { cleanLine, cleanNotes } from '../../shared/contacts/person-text.ts'
import type { ContactSelection, contactsContract } from '../../shared/contract/contacts.ts'
import { formatPhone, readPhone } from '../../shared/phone/index.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import { csvHeader, csvPeople } from './csv.ts'
import type { ExportShape, Written } from './operations.ts'
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
  place(input: Inputs['place']): Promise<Outputs['place']>
  merge(input: Inputs['merge']): Promise<Outputs['merge']>
  remove(input: Inputs['remove']): Promise<Outputs['remove']>
  undoRemoval(input: Inputs['undoRemoval']): Promise<Outputs['undoRemoval']>
  fieldNames(): Promise<Outputs['fieldNames']>
  /** @throws Refused `export_ended` for a cursor of an export that was given up */
  exportFile(input: Inputs['exportFile']): Promise<Outputs['exportFile']>
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

/** Everybody. */
const ALL: ContactSelection = { kind: 'all', filter: {}, except: [] }

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
      numbers: [...numbers].map(([e164, label]) => ({ e164, label, extension: '' })),
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
    async list({ order = 'name', offset = 0, limit, ...filter }) {
      return store.contacts.list({ filter, order, offset, limit })
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
    place: () => Promise.reject(new Error('not built yet')),
    merge: () => Promise.reject(new Error('not built yet')),
    undoRemoval: () => Promise.reject(new Error('not built yet')),
    fieldNames: () => Promise.reject(new Error('not built yet')),
    async remove({ selection }) {
      const people = selection.kind === 'some' ? await store.contacts.remove({ ids: selection.ids }) : 0
      if (people > 0) peopleChanged()
      return { removalId: uuidv7(), people }
    },
    async exportFile({ after, selection = ALL }) {
      const id = after === undefined ? uuidv7() : after.slice(0, 36)
      if (after === undefined) {
        exports.set(id, await store.contacts.exportShape({}))
        for (const oldest of exports.keys()) if (exports.size > MOST_EXPORTS) exports.delete(oldest)
      }
      const shape = exports.get(id)
      if (shape === undefined) throw new Refused('export_ended', 'This export was not finished in time. Start it again.')
      const people = await store.contacts.listAfter({ selection, after: Number(after?.slice(37) ?? 0), limit: EXPORT_PEOPLE })
      const last = people.at(-1)
      const next = people.length < EXPORT_PEOPLE || last === undefined ? null : `${id} ${last.ordinal}`
      if (next === null) exports.delete(id)
      return { text: (after === undefined ? csvHeader(shape) : '') + csvPeople(people, shape), count: people.length, next }
    },
  }
}

function notFound(): Refused {
  return new Refused('contact_not_found', 'This person is no longer in your contacts.')
}
