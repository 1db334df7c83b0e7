import { expect, it } from 'vitest'
import { createEventHub } from '../../src/main/app/events.ts'
import { createContactService } from '../../src/main/contacts/service.ts'
import { createGroupService } from '../../src/main/groups/service.ts'
import { createFakeClock } from '../support/fake-clock.ts'
import { memoryLog } from '../support/memory-log.ts'
import { openTestDesk } from '../support/open-store.ts'
import { TEST_SETTINGS } from '../support/settings.ts'

it('smart groups about another group follow people who are removed or merged, and come back', async () => {
  const clock = createFakeClock()
  const { store } = await openTestDesk({ now: clock.now })
  const events = createEventHub(clock)
  const contacts = createContactService({ store, settings: { get: async () => TEST_SETTINGS }, events, now: clock.now })
  const groups = createGroupService({ store, events, log: memoryLog(), now: clock.now })
  const person = (name: string) => contacts.create({ name, company: '', notes: '', numbers: [] })
  const [ann, bo] = [await person('Ann'), await person('Bo')]
  const { id } = await groups.create({ name: 'Regulars', filter: null })
  const smart = async (test: 'yes' | 'no') =>
    (await groups.create({ name: test, filter: { match: 'all', rules: [{ subject: { kind: 'group', groupId: id }, test, value: '' }] } }))
      .id
  const [inside, outside] = [await smart('yes'), await smart('no')]
  const names = async (groupId: string) => (await contacts.list({ groupId, limit: 10 })).contacts.map(({ name }) => name)
  await groups.addMembers({ id, selection: { kind: 'some', ids: [ann.id] } })

  const removed = await contacts.remove({ selection: { kind: 'some', ids: [ann.id] } })
  await contacts.undoRemoval({ removalId: removed.removalId })
  expect([await names(inside), await names(outside)]).toEqual([['Ann'], ['Bo']])

  const merged = await contacts.merge({ keepId: bo.id, otherId: ann.id, name: 'Bo', company: '' })
  expect([await names(inside), await names(outside)]).toEqual([['Bo'], []])
  await contacts.undoRemoval({ removalId: merged.removalId })
  expect([await names(inside), await names(outside)]).toEqual([['Ann'], ['Bo']])
})
