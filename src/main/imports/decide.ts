import type { DuplicatePolicy } from '../../shared/contract/imports.ts'
import { MOST_NUMBERS, sortKeyOf } from '../../shared/contacts/person-text.ts'
import { formatPhone } from '../../shared/phone/index.ts'
import { foldText } from '../../shared/text/fold.ts'
import { openPeopleTable, type PeopleTable, type Person, type StoredPerson } from '../contacts/person.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import type { ReadPerson } from './read-person.ts'
import { SeenNumbers } from './seen-numbers.ts'

/** Longest name said in a reason, in UTF-16 units. */
const LONGEST_NAME_SAID = 80
/** Longest reason, in UTF-16 units. */
const LONGEST_REASON = 400

/** What happens to a row that was read as a person. */
export type Decision =
  /** With these of the row's numbers: the others belong to somebody else. */
  | { outcome: 'created'; numbers: Person['numbers']; reason: string | null }
  | { outcome: 'updated'; before: StoredPerson; person: Person; reason: string }
  | { outcome: 'unchanged'; reason: string | null }
  /** Same person as an earlier row of the file. */
  | { outcome: 'duplicate'; reason: string }

/** A row that was read as a person, as far as most decisions need it. */
export interface Candidate {
  row: number
  numbers: Person['numbers']
  /** See `foldText`. */
  foldedName: string
  /** A number that stands before the first of `numbers` could not be read: that one is not what the row goes by. */
  firstUnread: boolean
  person(): Person
}

/** A reading as a candidate. */
export function candidateOf({ row, person, firstUnread }: ReadPerson): Candidate {
  return { row, numbers: person.numbers, foldedName: foldText(person.name), firstUnread, person: () => person }
}

/** Decides about rows; keeps what earlier rows brought. */
export interface Decider {
  people: PeopleTable
  /** To be called before the next rows whenever others may have written meanwhile. */
  lookAgain(): void
  decide(candidate: Candidate): Decision
}

/**
 * Decides row by row, in file order, whom a row is about: preview and import share it, so that both say the same.
 *
 * A row is about the person who has its first number. If nobody has, or if that number could not be read, it is about
 * the person who has one of its other numbers and the same name: a family shares a landline without being one person.
 * Numbers that belong to somebody else, here or in an earlier row, stay with them. A row that is left without any is
 * about the person of its name who has no number either.
 */
export function createDecider(db: Db, onDuplicate: DuplicatePolicy): Decider {
  const people = openPeopleTable(db)
  const ownerOf = statement<[string], { contact: number | null }>(db, 'SELECT min(contact) AS contact FROM number_owners WHERE e164 = ?')
  const withoutNumber = statement<[string], { contact: number }>(
    db,
    `SELECT contact FROM contact_order o WHERE sort_key = ? AND NOT EXISTS (SELECT 1 FROM contact_numbers n WHERE n.contact = o.contact)
     ORDER BY contact LIMIT 1`,
  )
  const seen = new SeenNumbers()
  /** Rows left without a number, by sort key. */
  const seenWithout = new Map<string, number>()
  // The first import of a desk need not ask about each of its numbers.
  const first = db.prepare('SELECT 1 FROM contact_order LIMIT 1')
  let anyone = true

  function owner(e164: string): number | null {
    return anyone ? (ownerOf.get(e164)?.contact ?? null) : null
  }

  function find(foldedName: string, free: Person['numbers'], goesByFirst: boolean): StoredPerson | null {
    for (const [index, { e164 }] of free.entries()) {
      const id = owner(e164)
      const found = id === null ? null : people.read(id)
      if (found !== null && ((goesByFirst && index === 0) || sameName(found.name, foldedName))) return found
    }
    return null
  }

  function findWithout(person: Person): StoredPerson | null {
    const id = anyone ? withoutNumber.get(keyOf(person))?.contact : undefined
    return id === undefined ? null : people.read(id)
  }

  function decide(candidate: Candidate): Decision {
    const { row, numbers, foldedName, firstUnread } = candidate
    const [first] = numbers
    const earlier = first === undefined ? 0 : seen.rowOf(first.e164)
    if (first !== undefined && earlier !== 0 && (!firstUnread || seen.underName(first.e164, foldedName)))
      return { outcome: 'duplicate', reason: `Same person as row ${earlier}.` }
    const free = numbers.length === 1 && earlier === 0 ? numbers : numbers.filter((number) => seen.rowOf(number.e164) === 0)
    const byNumber = find(foldedName, free, !firstUnread)
    const own = free.filter((number, index) => isFree(owner(number.e164), byNumber, !firstUnread && index === 0))
    for (const number of own) seen.add(number.e164, row, foldedName)
    const without = byNumber === null && own.length === 0 ? candidate.person() : null
    if (without !== null) {
      const before = seenWithout.get(keyOf(without))
      if (before !== undefined) return { outcome: 'duplicate', reason: `Same person as row ${before}.` }
      seenWithout.set(keyOf(without), row)
    }
    const existing = without === null ? byNumber : findWithout(without)
    if (existing === null) return { outcome: 'created', numbers: own, reason: leftOut(numbers, own) }
    const existingName = foldText(existing.name)
    for (const number of existing.numbers) seen.add(number.e164, row, existingName)
    const already = sameName(existing.name, foldedName) ? null : `Already here as ${bounded(existing.name, LONGEST_NAME_SAID)}.`
    if (onDuplicate === 'skip') return { outcome: 'unchanged', reason: already }
    const person = candidate.person()
    const { merged, changes } = merge(existing, person, own, onDuplicate)
    if (changes.length === 0) return { outcome: 'unchanged', reason: already }
    return {
      outcome: 'updated',
      before: existing,
      person: merged,
      reason: bounded(
        already === null
          ? `${existing.name || formatPhone(existing.numbers[0]?.e164 ?? '')}: ${changes.join(', ')}`
          : `${already} Changes: ${changes.join(', ')}.`,
        LONGEST_REASON,
      ),
    }
  }

  return {
    people,
    lookAgain() {
      anyone = first.get() !== undefined
    },
    decide,
  }
}

function isFree(owner: number | null, existing: StoredPerson | null, isGoneBy: boolean): boolean {
  if (owner === null) return true
  return existing === null ? isGoneBy : owner === existing.ordinal
}

function sameName(name: string, foldedName: string): boolean {
  return name === '' || foldedName === '' || foldText(name) === foldedName
}

function keyOf(person: Person): string {
  return sortKeyOf({ name: person.name, company: person.company, firstNumber: undefined })
}

function bounded(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`.toWellFormed()
}

/** Which numbers stay with somebody else, as a sentence. */
function leftOut(numbers: Person['numbers'], own: Person['numbers']): string | null {
  if (own.length === numbers.length) return null
  const others = numbers.filter((number) => !own.includes(number)).map((number) => formatPhone(number.e164))
  return `Without ${others.join(', ')}, which belongs to somebody else.`
}

/**
 * What the file says, over what is here, or, to fill, only where nothing is here; an empty cell says nothing. Numbers are
 * added and never taken away.
 */
function merge(
  before: StoredPerson,
  row: Person,
  numbers: Person['numbers'],
  policy: 'fill' | 'update',
): { merged: Person; changes: string[] } {
  const changes: string[] = []
  const stays = (here: string, said: string): boolean => said === '' || said === here || (policy === 'fill' && here !== '')
  const pick = (what: 'name' | 'company' | 'notes'): string => {
    if (stays(before[what], row[what])) return before[what]
    changes.push(what)
    return row[what]
  }
  const name = pick('name')
  const company = pick('company')
  const notes = pick('notes')
  const changed = Object.entries(row.fields).filter(
    ([field, value]) => !stays(Object.hasOwn(before.fields, field) ? (before.fields[field] ?? '') : '', value),
  )
  changes.push(...changed.map(([field]) => field))
  const added = numbers
    .filter((number) => !before.numbers.some((had) => had.e164 === number.e164))
    .slice(0, MOST_NUMBERS - before.numbers.length)
  changes.push(...added.map((number) => formatPhone(number.e164)))
  const fields = changed.length === 0 ? before.fields : Object.fromEntries([...Object.entries(before.fields), ...changed])
  return { merged: { name, company, notes, fields, numbers: [...before.numbers, ...added] }, changes }
}
