import type { ContactSelection } from '../../shared/contract/contacts.ts'
import type { Db, OperationContext } from '../store/operation.ts'
import { statement } from '../store/statement.ts'
import { selectedAfter } from './find.ts'

/** Columns an export needs: the most numbers one person has, and the names of all fields, in alphabetical order. */
export interface ExportShape {
  numbers: number
  fields: string[]
}

/** People looked at between two turns of the data thread. */
const ROWS_PER_TURN = 1_000

/** The columns for a selection of people; others work in between. */
export async function exportShape(db: Db, selection: ContactSelection, context: OperationContext): Promise<ExportShape> {
  const names = new Set<string>()
  let most = 0
  for (let after: number | null = 0; after !== null;) {
    const ordinals: number[] = selectedAfter(db, selection, after, ROWS_PER_TURN)
    for (const { fields, numbers } of shapesOf(db, ordinals)) {
      most = Math.max(most, numbers)
      if (fields !== '{}') for (const name of Object.keys(JSON.parse(fields) as object)) names.add(name)
    }
    after = ordinals.length < ROWS_PER_TURN ? null : (ordinals.at(-1) ?? null)
    await context.yield()
  }
  return { numbers: most, fields: [...names].sort() }
}

function shapesOf(db: Db, ordinals: readonly number[]): { fields: string; numbers: number }[] {
  return statement<[string], { fields: string; numbers: number }>(
    db,
    `SELECT c.fields, (SELECT count(*) FROM contact_numbers n WHERE n.contact = c.ordinal) AS numbers
     FROM json_each(?) p CROSS JOIN contacts c ON c.ordinal = p.value`,
  ).all(JSON.stringify(ordinals))
}
