import { foldText } from '../../shared/text/fold.ts'
import { type ContactSelection, type ContactTotal, EVERYBODY } from '../../shared/contract/contacts.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { type ExportShape, exportShape } from './export-shape.ts'
import { selectedAfter } from './find.ts'
import { countOf, type ListInput, pageOfPeople } from './list.ts'
import { mergePeople } from './merge.ts'
import { keptWhileUnchanged } from './people-changes.ts'
import {
  CONTACT_COLUMNS,
  type ContactRow,
  findContact,
  findContactByNumber,
  openPeopleTable,
  type Person,
  type PersonNumber,
  type StoredPerson,
  withNumbers,
} from './person.ts'
import { removePeople, settleRemovals, takeBack } from './removals.ts'

/** A person written, or why not: another person already has one of the numbers. */
export type Written =
  | { kind: 'written'; contact: StoredPerson }
  | { kind: 'number_taken'; e164: string; by: { id: string; name: string; company: string } }
  | { kind: 'not_found' }

/** A person as somebody edited them. */
export interface EditedPerson {
  name: string
  company: string
  notes: string
  /** A number keeps its extension. */
  numbers: Omit<PersonNumber, 'extension'>[]
  /** Left out: they stay. */
  fields?: Record<string, string>
}

const shapes = keptWhileUnchanged<Promise<ExportShape>>(1)

export const contactOperations = {
  /** A page of people, by place. */
  async list(db: Db, input: ListInput, context: OperationContext): Promise<{ contacts: StoredPerson[]; total: ContactTotal }> {
    const { ordinals, total } = await pageOfPeople(db, input, context)
    return { contacts: peopleOf(db, ordinals), total }
  },

  /** Place in the list by name of the first whose name begins with, or comes after, these letters. */
  place(db: Db, input: { from: string }): number {
    const row = statement<[string], { people: number }>(db, PLACE).get(foldText(input.from))
    return row?.people ?? 0
  },

  /** People in the order of their arrival after one: for work on many, a page at a time. */
  listAfter(db: Db, input: { selection: ContactSelection; after: number; limit: number }): StoredPerson[] {
    return peopleOf(db, selectedAfter(db, input.selection, input.after, input.limit))
  },

  /** The person, or null. */
  get(db: Db, input: { id: string }): StoredPerson | null {
    return findContact(db, input.id)
  },

  /** How many people there are. */
  count(db: Db): number {
    return countOf(db)
  },

  /** Who has this number (E.164), or null. */
  findByNumber(db: Db, input: { e164: string }): { id: string; name: string; company: string } | null {
    return findContactByNumber(db, input.e164)
  },

  create(db: Db, input: { id: string; person: EditedPerson; now: number }): Written {
    return db
      .transaction((): Written => {
        const taken = firstTaken(db, input.person.numbers, null)
        if (taken !== null) return taken
        openPeopleTable(db).insert(input.id, edited(input.person, null), { createdAt: input.now, updatedAt: input.now })
        return written(db, input.id)
      })
      .immediate()
  },

  update(db: Db, input: { id: string; person: EditedPerson; now: number }): Written {
    return db
      .transaction((): Written => {
        const before = findContact(db, input.id)
        if (before === null) return { kind: 'not_found' }
        const taken = firstTaken(db, input.person.numbers, input.id)
        if (taken !== null) return taken
        openPeopleTable(db).replace(before, edited(input.person, before), Math.max(input.now, before.updatedAt + 1))
        return written(db, input.id)
      })
      .immediate()
  },

  merge: mergePeople,

  /** Removes people with their numbers; conversations stay. @returns how many there were */
  remove: removePeople,

  takeBack,

  settleRemovals,

  /** Names of all fields, in alphabetical order. */
  async fieldNames(db: Db, _input: Record<string, never>, context: OperationContext): Promise<string[]> {
    return (await shapes(db, '', () => exportShape(db, EVERYBODY, context))).fields
  },

  exportShape(db: Db, input: { selection: ContactSelection }, context: OperationContext): Promise<ExportShape> {
    return exportShape(db, input.selection, context)
  },
}

/** How many people come before a name. */
export const PLACE = 'SELECT count(*) AS people FROM contact_order WHERE sort_key < ?'

/** The people with these ordinals, in this order; whoever is gone is left out. */
function peopleOf(db: Db, ordinals: readonly number[]): StoredPerson[] {
  const rows = statement<[string], ContactRow>(
    db,
    `SELECT ${CONTACT_COLUMNS} FROM json_each(?) p CROSS JOIN contacts c ON c.ordinal = p.value ORDER BY p.key`,
  ).all(JSON.stringify(ordinals))
  return withNumbers(db, rows)
}

function edited(person: EditedPerson, before: Person | null): Person {
  const extensions = new Map(before?.numbers.map(({ e164, extension }) => [e164, extension]))
  return {
    ...person,
    numbers: person.numbers.map((number) => ({ ...number, extension: extensions.get(number.e164) ?? '' })),
    fields: person.fields ?? before?.fields ?? {},
  }
}

function written(db: Db, id: string): Written {
  const contact = findContact(db, id)
  return contact === null ? { kind: 'not_found' } : { kind: 'written', contact }
}

function firstTaken(db: Db, numbers: readonly { e164: string }[], self: string | null): Written | null {
  const owner = statement<[string, string], { id: string; name: string; company: string }>(
    db,
    `SELECT c.id, c.name, c.company FROM number_owners n JOIN contacts c ON c.ordinal = n.contact
     WHERE n.e164 = ? AND c.id <> ? ORDER BY n.contact LIMIT 1`,
  )
  for (const { e164 } of numbers) {
    const by = owner.get(e164, self ?? '')
    if (by !== undefined) return { kind: 'number_taken', e164, by }
  }
  return null
}
