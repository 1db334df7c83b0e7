import { describe, expect, it } from 'vitest'
import { EVERYBODY, MATCHED, MEMBERS, NAMED, NUMBERED } from '../../src/main/contacts/hits.ts'
import { BY_NAME, NEAR_BEGINNING, STRETCH, STRETCH_END } from '../../src/main/contacts/list.ts'
import { PLACE } from '../../src/main/contacts/operations.ts'
import { ownerOf } from '../../src/main/contacts/person.ts'
import { openTestDesk } from '../support/open-store.ts'

describe('what lists and searches ask of the database', () => {
  const queries: Record<string, string> = {
    'a page by name': BY_NAME(false),
    'a page by name from the end': BY_NAME(true),
    'a page near the beginning by name': NEAR_BEGINNING('name'),
    'a page near the beginning by arrival': NEAR_BEGINNING('added'),
    'a stretch by name': STRETCH,
    'the end of a stretch': STRETCH_END,
    'the place of a letter': PLACE,
    'people with words': MATCHED(false),
    'people with words, latest first': MATCHED(true),
    'names that begin so': NAMED,
    'numbers that begin so': NUMBERED,
    'members of a group': MEMBERS,
    everybody: EVERYBODY,
    'the owner of a number': `SELECT ${ownerOf('?')}`,
  }

  it.each(Object.entries(queries))('%s is read from an index, in its order', async (name, sql) => {
    const { db } = await openTestDesk()
    const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, parameter = '']) => [parameter, null]))
    const plan = db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...(Object.keys(named).length > 0 ? [named] : sql.includes('?') ? [null] : []))
      .map(({ detail }) => detail)
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
    // Going through a table is for the parts of a query that are a list themselves, and for those that stop at a bound.
    const whole = plan.filter((step) => /^SCAN (?!f$|b |n$|c$|CONSTANT|contacts_fts VIRTUAL)/.test(step))
    const allowed = name.startsWith('a page') ? /^SCAN (contact_order|contacts)/ : name === 'everybody' ? /^SCAN/ : /^$/
    expect(whole.filter((step) => !allowed.test(step))).toEqual([])
  })
})
