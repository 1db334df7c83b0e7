import { describe, expect, test } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createContactService } from '../../src/main/contacts/service.ts'
import { MERGE_PEOPLE } from '../../src/main/templates/operations.ts'
import { createTemplateService } from '../../src/main/templates/service.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { openTestDesk } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'

const DAY_MS = 86_400_000

async function given() {
  const clock = createFakeClock()
  const { store, db } = await openTestDesk({ now: clock.now })
  const hub = createEventHub(clock)
  const topics: string[] = []
  hub.subscribe((event) => event.kind === 'changed' && topics.push(...event.changes.map(({ topic }) => topic)))
  const contacts = createContactService({ store, settings: { get: async () => TEST_SETTINGS }, events: hub, now: clock.now })
  const templates = createTemplateService({ store, events: hub, now: clock.now })
  const names = async (search?: string) => (await templates.list(search === undefined ? {} : { search })).templates.map(({ name }) => name)
  return { clock, db, store, contacts, templates, names, topics }
}

const READY = { name: 'Ready', group: 'Garage', text: 'Hi {first name|there}, your car is ready.' }

describe('templates', () => {
  test('are kept as they were written, and tell that they changed', async () => {
    const { templates, clock, topics } = await given()
    const made = await templates.create({ name: '  Ready\u0007 ', group: ' Garage  two', text: 'One\r\nTwo \n' })
    expect(made).toMatchObject({ name: 'Ready', group: 'Garage two', text: 'One\nTwo', uses: 0, lastUsedAt: null })
    await clock.advance(1_000)
    const changed = await templates.update({ ...READY, id: made.id })
    expect(changed).toEqual({ ...made, ...READY, updatedAt: made.updatedAt + 1_000 })
    expect((await templates.list({})).templates).toEqual([changed])
    await clock.advance(100)
    expect(topics).toEqual(['templates', 'templates'])
  })

  test('are listed by group and name, those without a group last', async () => {
    const { templates, names } = await given()
    for (const [group, name] of [
      ['', 'Aa'],
      ['garage', 'Zebra'],
      ['Clinic', 'Öppet'],
      ['Clinic', 'Nu'],
      ['Garage', 'Éclair'],
    ] as const)
      await templates.create({ group, name, text: 'x' })
    expect(await names()).toEqual(['Nu', 'Öppet', 'Éclair', 'Zebra', 'Aa'])
  })

  test('are found by name, group and text: what begins so first, then what is used most', async () => {
    const { templates, names, db } = await given()
    for (const [name, group, text] of [
      ['Your car', '', 'ready'],
      ['Ready car', '', 'x'],
      ['Éclairs', 'Bakery', 'ready at eight'],
      ['Ready', '', 'x'],
    ] as const)
      await templates.create({ name, group, text })
    db.exec(`UPDATE templates SET uses = 5, last_used_at = 1 WHERE name IN ('Ready car', 'Éclairs')`)
    expect(await names('READY')).toEqual(['Ready car', 'Ready', 'Éclairs', 'Your car'])
    expect(await names('eclair bake')).toEqual(['Éclairs'])
    expect(await names('nothing')).toEqual([])
  })

  test('have a name of their own, whatever its letter case', async () => {
    const { templates } = await given()
    await templates.create({ ...READY, name: 'Åter' })
    const other = await templates.create(READY)
    await expect(templates.create({ ...READY, name: 'åTER' })).rejects.toMatchObject({ code: 'template_name_taken' })
    await expect(templates.update({ ...other, name: 'ÅTER' })).rejects.toMatchObject({ code: 'template_name_taken' })
    expect(await templates.update({ ...other, name: 'READY' })).toMatchObject({ name: 'READY' })
    await expect(templates.create({ ...READY, name: 'x', text: ' \u0007 ' })).rejects.toMatchObject({ code: 'template_empty' })
    await expect(templates.create({ ...READY, name: '\u0007' })).rejects.toMatchObject({ code: 'template_empty' })
    await expect(templates.update({ ...READY, id: '0190a000-0000-7000-8000-000000000001' })).rejects.toMatchObject({
      code: 'template_not_found',
    })
  })

  test('are copied under a name that is free', async () => {
    const { templates, names } = await given()
    const { id } = await templates.create(READY)
    expect(await templates.duplicate({ id })).toMatchObject({ name: 'Ready (copy)', group: 'Garage', text: READY.text, uses: 0 })
    await templates.duplicate({ id })
    const long = await templates.create({ ...READY, name: 'x'.repeat(60) })
    expect((await templates.duplicate({ id: long.id })).name).toBe(`${'x'.repeat(53)} (copy)`)
    expect((await names()).slice(0, 3)).toEqual(['Ready', 'Ready (copy 2)', 'Ready (copy)'])
    await expect(templates.duplicate({ id: '0190a000-0000-7000-8000-000000000001' })).rejects.toMatchObject({ code: 'template_not_found' })
  })

  test('are removed, and come back; for 30 days, unless their name was given away', async () => {
    const { templates, names, clock, db } = await given()
    const { id } = await templates.create(READY)
    expect(await templates.remove({ id })).toEqual({ removed: true })
    expect(await templates.remove({ id })).toEqual({ removed: false })
    expect(await names()).toEqual([])
    await expect(templates.update({ ...READY, id })).rejects.toMatchObject({ code: 'template_not_found' })
    expect(await templates.undoRemove({ id })).toMatchObject(READY)
    expect(await templates.undoRemove({ id })).toMatchObject({ id })
    await templates.remove({ id })
    const next = await templates.create(READY)
    await expect(templates.undoRemove({ id })).rejects.toMatchObject({ code: 'template_name_taken' })
    await clock.advance(31 * DAY_MS)
    await templates.remove({ id: next.id })
    await expect(templates.undoRemove({ id })).rejects.toMatchObject({ code: 'template_not_found' })
    expect(db.prepare('SELECT count(*) AS kept FROM templates').get()).toEqual({ kept: 1 })
  })

  test('there are at most a thousand', async () => {
    const { templates, db } = await given()
    db.exec(`INSERT INTO templates (id, name, name_key, text, created_at, updated_at)
      SELECT printf('00000000-0000-7000-8000-%012d', value), 'T' || value, 't' || value, 'x', 1, 1 FROM
      (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 1000) SELECT value FROM n)`)
    await expect(templates.create(READY)).rejects.toMatchObject({ code: 'templates_too_many' })
    const id = '00000000-0000-7000-8000-000000000001'
    await templates.remove({ id })
    await templates.create(READY)
    await expect(templates.undoRemove({ id })).rejects.toMatchObject({ code: 'templates_too_many' })
  })
})

describe('people for merge fields', () => {
  test('are those who have the numbers, in their order', async () => {
    const { templates, contacts, db } = await given()
    const { id } = await contacts.create({
      name: 'Astrid Lindqvist',
      company: 'Clinic',
      notes: '',
      numbers: [{ number: '+46701740605', label: '' }],
    })
    db.prepare('UPDATE contacts SET fields = ? WHERE id = ?').run('{"Car reg":"ABC 123"}', id)
    expect(await templates.people({ numbers: ['+31612345678', '+46701740605'] })).toEqual({
      people: [
        { number: '+31612345678', name: '', company: '', fields: {} },
        { number: '+46701740605', name: 'Astrid Lindqvist', company: 'Clinic', fields: { 'Car reg': 'ABC 123' } },
      ],
    })
  })

  test('are looked up by number, not by reading everybody', async () => {
    const { db } = await given()
    const steps = db
      .prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${MERGE_PEOPLE}`)
      .all('[]')
      .map(({ detail }) => detail)
    expect(steps.filter((detail) => /^SCAN (?!n\b)/.test(detail))).toEqual([])
    expect(steps).toContain('SEARCH o USING PRIMARY KEY (e164=?)')
  })
})
