import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { uuidv7 } from 'uuidv7'
import { cleanLine, cleanNotes, MOST_NUMBERS } from '../../shared/contacts/person-text.ts'
import { type ContactSelection, type contactsContract, EVERYBODY } from '../../shared/contract/contacts.ts'
import { formatPhone, readPhone } from '../../shared/phone/index.ts'
import type { EventHub } from '../app/events.ts'
import { Refused } from '../app/refused.ts'
import type { SettingsService } from '../settings/service.ts'
import type { Store } from '../store/store.ts'
import { csvHeader, csvPeople } from './csv.ts'
import type { ExportShape } from './export-shape.ts'
import type { EditedPerson, Written } from './operations.ts'
import type { StoredPerson } from './person.ts'
import { tellPeopleChanged } from './tell-people.ts'
import { vcards } from './vcard.ts'

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
  /** @throws Refused `contact_not_found`, `contact_empty`, `merge_same_person`, `merge_too_many_numbers`, `merge_notes_too_long` */
  merge(input: Inputs['merge']): Promise<Outputs['merge']>
  remove(input: Inputs['remove']): Promise<Outputs['remove']>
  /** @throws Refused `removal_over` when it is too late or was done before, `person_changed_since` for a merge */
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

/** An export under way: all of its pieces must have the same people and columns. */
interface Export {
  format: Inputs['exportFile']['format']
  selection: ContactSelection
  shape: ExportShape
}

export function createContactService({ store, settings, events, now }: ContactServiceDependencies): ContactService {
  const exports = new Map<string, Export>()

  async function readPerson(input: Inputs['create']): Promise<EditedPerson> {
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
      ...(input.fields === undefined ? {} : { fields: cleanFields(input.fields) }),
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

  const peopleChanged = (): void => tellPeopleChanged(events)

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
      return settle(await store.contacts.create({ id: uuidv7(), person: await readPerson(input), now: now() }))
    },
    async update(input) {
      return settle(await store.contacts.update({ id: input.id, person: await readPerson(input), now: now() }))
    },
    async place(input) {
      return { offset: await store.contacts.place(input) }
    },
    async merge({ keepId, otherId, ...given }) {
      const names = { name: cleanLine(given.name), company: cleanLine(given.company) }
      const removalId = uuidv7()
      const result = await store.contacts.merge({ removalId, keepId, otherId, ...names, now: now() })
      switch (result.kind) {
        case 'merged':
          peopleChanged()
          return { contact: result.contact, removalId }
        case 'not_found':
          throw notFound()
        case 'same_person':
          throw new Refused('merge_same_person', 'This is one and the same person. Choose another one to merge with.')
        case 'notes_too_long':
          throw new Refused('merge_notes_too_long', 'The notes of both are too long for one person. Shorten those of one of them first.')
        case 'too_many_numbers':
          throw new Refused(
            'merge_too_many_numbers',
            `Together they have ${result.numbers} numbers, and one person can have ${MOST_NUMBERS}. Remove numbers that are out of use first.`,
          )
      }
    },
    async remove({ selection }) {
      const removalId = uuidv7()
      // Long lists grow shorter before the eyes of whoever looks.
      const people = await store.contacts.remove({ removalId, selection, now: now() }, { onProgress: peopleChanged })
      if (people > 0) peopleChanged()
      return { removalId, people }
    },
    async undoRemoval(input) {
      const result = await store.contacts.takeBack(input, { onProgress: peopleChanged })
      if (result.kind === 'not_found') {
        throw new Refused(
          'removal_over',
          'This was taken back already, or is more than 30 days ago, so there is nothing left to bring back.',
        )
      }
      if (result.kind === 'changed_since') {
        throw new Refused(
          'person_changed_since',
          `${result.name || 'The person'} was changed after the merge, so it cannot be taken back as a whole. Edit the person instead.`,
        )
      }
      peopleChanged()
      return { restored: result.restored, leftAlone: result.leftAlone }
    },
    async fieldNames() {
      return { names: await store.contacts.fieldNames({}) }
    },
    async exportFile({ format, selection = EVERYBODY, after }) {
      const id = after === undefined ? uuidv7() : after.slice(0, 36)
      if (after === undefined) {
        const shape = format === 'csv' ? await store.contacts.exportShape({ selection }) : { numbers: 0, fields: [] }
        exports.set(id, { format, selection, shape })
        for (const oldest of exports.keys()) if (exports.size > MOST_EXPORTS) exports.delete(oldest)
      }
      const current = exports.get(id)
      if (current === undefined) throw new Refused('export_ended', 'This export was not finished in time. Start it again.')
      const begun = Number(after?.slice(37) ?? 0)
      const people = await store.contacts.listAfter({ selection: current.selection, after: begun, limit: EXPORT_PEOPLE })
      const last = people.at(-1)
      const next = people.length < EXPORT_PEOPLE || last === undefined ? null : `${id} ${last.ordinal}`
      if (next === null) exports.delete(id)
      return { text: textOf(current, people, after === undefined), count: people.length, next }
    },
  }
}

function textOf({ format, shape }: Export, people: readonly StoredPerson[], isFirst: boolean): string {
  return format === 'vcard' ? vcards(people) : (isFirst ? csvHeader(shape) : '') + csvPeople(people, shape)
}

function cleanFields(fields: Readonly<Record<string, string>>): Record<string, string> {
  const clean = Object.entries(fields).map(([name, value]) => [cleanLine(name), cleanNotes(value)] as const)
  return Object.fromEntries(clean.filter(([name, value]) => name !== '' && value !== ''))
}

function notFound(): Refused {
  return new Refused('contact_not_found', 'This person is no longer in your contacts.')
}
