import type { Template } from '../../shared/contract/templates.ts'
import { foldText } from '../../shared/text/fold.ts'
import type { MergePerson } from '../../shared/templates/fields.ts'
import { ownerOf } from '../contacts/person.ts'
import type { Db } from '../store/operation.ts'
import { statement } from '../store/statement.ts'

/** Most templates of a desk: all of them are listed at once. */
export const MOST_TEMPLATES = 1_000
/** How long a removed template is kept, in ms. */
const KEPT_REMOVED_MS = 30 * 86_400_000

/** Why a template cannot be as it was asked for. */
export type TemplateProblem = { kind: 'name_taken'; name: string } | { kind: 'too_many'; most: number } | { kind: 'not_found' }

/** What a person writes of a template. Clean, and not empty but for the group. */
export interface WrittenTemplate {
  name: string
  group: string
  text: string
}

type Saved = { kind: 'saved'; template: Template } | TemplateProblem

interface TemplateRow {
  id: string
  name: string
  group_name: string
  text: string
  uses: number
  last_used_at: number | null
  created_at: number
  updated_at: number
}

/** Comes after every group. */
const LAST = '\u{10ffff}'

const COLUMNS = 'id, name, group_name, text, uses, last_used_at, created_at, updated_at'

export const templateOperations = {
  /** All of them by group and name; those without a group last. */
  list(db: Db): Template[] {
    return statement<[], TemplateRow>(db, `SELECT ${COLUMNS} FROM templates WHERE removed_at IS NULL`)
      .all()
      .map((row) => ({ template: view(row), group: row.group_name === '' ? LAST : foldText(row.group_name), name: foldText(row.name) }))
      .sort((one, other) => compare(one.group, other.group) || compare(one.name, other.name) || compare(one.template.id, other.template.id))
      .map(({ template }) => template)
  },

  create(db: Db, input: WrittenTemplate & { id: string; now: number }): Saved {
    return db.transaction(() => insert(db, input)).immediate()
  },

  update(db: Db, input: WrittenTemplate & { id: string; now: number }): Saved {
    return db
      .transaction((): Saved => {
        if (find(db, input.id) === null) return { kind: 'not_found' }
        const taken = isTaken(db, input.name, input.id)
        if (taken) return { kind: 'name_taken', name: input.name }
        statement<[object]>(
          db,
          'UPDATE templates SET name = @name, name_key = @key, group_name = @group, text = @text, updated_at = @now WHERE id = @id',
        ).run({ ...input, key: nameKey(input.name) })
        return saved(db, input.id)
      })
      .immediate()
  },

  /** Adds a copy as the first of `names` that is free. */
  duplicate(db: Db, input: { id: string; newId: string; names: readonly string[]; now: number }): Saved {
    return db
      .transaction((): Saved => {
        const template = find(db, input.id)
        if (template === null) return { kind: 'not_found' }
        const name = input.names.find((each) => !isTaken(db, each, ''))
        if (name === undefined) return { kind: 'name_taken', name: input.names.at(-1) ?? '' }
        return insert(db, { ...template, name, id: input.newId, now: input.now })
      })
      .immediate()
  },

  /** Removes one, and for good what was removed more than 30 days ago. */
  remove(db: Db, input: { id: string; now: number }): { removed: boolean } {
    return db
      .transaction(() => {
        statement(db, 'DELETE FROM templates WHERE removed_at < ?').run(input.now - KEPT_REMOVED_MS)
        const { changes } = statement(db, 'UPDATE templates SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(
          input.now,
          input.id,
        )
        return { removed: changes > 0 }
      })
      .immediate()
  },

  undoRemove(db: Db, input: { id: string }): Saved {
    return db
      .transaction((): Saved => {
        const row = statement<[string], { name: string; removed_at: number | null }>(
          db,
          'SELECT name, removed_at FROM templates WHERE id = ?',
        ).get(input.id)
        if (row === undefined) return { kind: 'not_found' }
        if (row.removed_at === null) return saved(db, input.id)
        if (isTaken(db, row.name, input.id)) return { kind: 'name_taken', name: row.name }
        if (isFull(db)) return { kind: 'too_many', most: MOST_TEMPLATES }
        statement(db, 'UPDATE templates SET removed_at = NULL WHERE id = ?').run(input.id)
        return saved(db, input.id)
      })
      .immediate()
  },

  /** Who has these numbers, in their order; empty where nobody is known by one. */
  people(db: Db, input: { numbers: readonly string[] }): MergePerson[] {
    return statement<[string], { number: string; name: string | null; company: string | null; fields: string | null }>(db, MERGE_PEOPLE)
      .all(JSON.stringify(input.numbers))
      .map(({ number, name, company, fields }) => ({
        number,
        name: name ?? '',
        company: company ?? '',
        fields: fields === null ? {} : (JSON.parse(fields) as Record<string, string>),
      }))
  },
}

/** One search by number for each, however many people there are. */
export const MERGE_PEOPLE = `SELECT n.value AS number, c.name, c.company, c.fields
  FROM json_each(?) n LEFT JOIN contacts c ON c.ordinal = ${ownerOf('n.value')} ORDER BY n.key`

/** Counts one use of each of these templates; those that are gone are passed over. For the transaction of a send. */
export function countTemplateUse(db: Db, ids: readonly string[], now: number): void {
  statement<[object]>(
    db,
    'UPDATE templates SET uses = uses + 1, last_used_at = @now WHERE id IN (SELECT value FROM json_each(@ids)) AND removed_at IS NULL',
  ).run({ ids: JSON.stringify(ids), now })
}

function insert(db: Db, input: WrittenTemplate & { id: string; now: number }): Saved {
  if (isFull(db)) return { kind: 'too_many', most: MOST_TEMPLATES }
  if (isTaken(db, input.name, input.id)) return { kind: 'name_taken', name: input.name }
  statement<[object]>(
    db,
    `INSERT INTO templates (id, name, name_key, group_name, text, created_at, updated_at)
     VALUES (@id, @name, @key, @group, @text, @now, @now)`,
  ).run({
    id: input.id,
    name: input.name,
    key: nameKey(input.name),
    group: input.group,
    text: input.text,
    now: input.now,
  })
  return saved(db, input.id)
}

function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function isTaken(db: Db, name: string, exceptId: string): boolean {
  const row = statement<[string], { id: string }>(db, 'SELECT id FROM templates WHERE name_key = ? AND removed_at IS NULL').get(
    nameKey(name),
  )
  return row !== undefined && row.id !== exceptId
}

function isFull(db: Db): boolean {
  const row = statement<[], { templates: number }>(db, 'SELECT count(*) AS templates FROM templates WHERE removed_at IS NULL').get()
  return (row?.templates ?? 0) >= MOST_TEMPLATES
}

function find(db: Db, id: string): Template | null {
  const row = statement<[string], TemplateRow>(db, `SELECT ${COLUMNS} FROM templates WHERE id = ? AND removed_at IS NULL`).get(id)
  return row === undefined ? null : view(row)
}

function saved(db: Db, id: string): Saved {
  const template = find(db, id)
  return template === null ? { kind: 'not_found' } : { kind: 'saved', template }
}

function view({ group_name, last_used_at, created_at, updated_at, ...row }: TemplateRow): Template {
  return { ...row, group: group_name, lastUsedAt: last_used_at, createdAt: created_at, updatedAt: updated_at }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
