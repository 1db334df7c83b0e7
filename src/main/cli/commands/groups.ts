import type { DeskClient } from '../../../shared/contract/client.ts'
import type { ContactSelection } from '../../../shared/contract/contacts.ts'
import { groupFilter, type GroupFilter } from '../../../shared/contract/groups.ts'
import { Refused } from '../../app/refused.ts'
import type { RunCommand } from '../command.ts'
import { withDesk } from '../desk.ts'
import { counted, facts, localTime, table } from '../format.ts'
import { findGroup, groupView, rulesOf, waitUntilBuilt } from '../groups.ts'
import { collect } from '../pages.ts'
import { UsageError } from '../usage-error.ts'
import { readLimit } from '../values.ts'
import { contactView } from './contacts.ts'

/** `groups list` */
export const listGroups: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const groups = await client.groups.list()
    const rows = groups.map((group) => [
      group.name,
      group.filter === null ? 'static' : 'smart',
      group.builtPercent === null ? String(group.members) : `${group.members} so far`,
      rulesOf(group, groups).join(group.filter?.match === 'any' ? ' or ' : ' and '),
    ])
    return {
      json: { groups: groups.map(groupView) },
      text: rows.length === 0 ? 'There are no groups yet.' : table(['NAME', 'KIND', 'PEOPLE', 'RULES'], rows),
    }
  })

/** `groups show NAME` */
export const showGroup: RunCommand = (invocation) => {
  const limit = readLimit(invocation.options.limit)
  return withDesk(invocation, false, async ({ client }) => {
    const group = await findGroup(client, invocation.words[0] ?? '')
    const contacts = await collect(limit, async (size, after) => {
      const offset = Number(after ?? 0)
      const page = await client.contacts.list({ groupId: group.id, limit: size, offset })
      return { items: page.contacts, next: page.contacts.length < size ? null : String(offset + page.contacts.length) }
    })
    const rules = rulesOf(group, await client.groups.list())
    const sections = [
      facts([
        ['Id', group.id],
        ['Name', group.name],
        ['Kind', group.filter === null ? 'static' : `smart, ${group.filter.match === 'all' ? 'all rules hold' : 'any rule holds'}`],
        ...rules.map((rule) => ['Rule', rule] as const),
        ['People', group.builtPercent === null ? String(group.members) : `${group.members} so far`],
        ['Created', localTime(group.createdAt)],
      ]),
    ]
    if (contacts.length > 0) {
      const rows = contacts.map((contact) => [contact.name, contact.numbers.map((number) => number.e164).join(' '), contact.company])
      sections.push(`${table(['NAME', 'NUMBERS', 'COMPANY'], rows)}\n${contacts.length} of ${group.members}`)
    }
    return { json: { ...groupView(group), contacts: contacts.map(contactView) }, text: sections.join('\n\n') }
  })
}

/** `groups create NAME [--filter JSON]`. Ends when the members of a smart group are all worked out. */
export const createGroup: RunCommand = (invocation) => {
  const filter = readFilter(invocation.options.filter)
  return withDesk(invocation, false, async ({ client }) => {
    const made = await client.groups.create({ name: invocation.words[0] ?? '', filter })
    const group = await waitUntilBuilt(client, made, invocation.terminal.interrupted)
    return { json: groupView(group), text: `Created “${group.name}” with ${counted(group.members, 'person', 'people')}.` }
  })
}

/** `groups add NAME --search TEXT | --numbers NUMBER…` */
export const addToGroup: RunCommand = (invocation) => {
  const { search, numbers } = invocation.options
  if ((search === undefined) === (numbers === undefined)) throw new UsageError('“groups add” takes either --search or --numbers.')
  return withDesk(invocation, false, async ({ client }) => {
    const group = await findGroup(client, invocation.words[0] ?? '')
    const selection: ContactSelection =
      numbers === undefined
        ? { kind: 'all', filter: search === undefined ? {} : { search }, except: [] }
        : await withNumbers(client, numbers)
    const { added } = await client.groups.addMembers({ id: group.id, selection })
    return { json: { id: group.id, added }, text: `Added ${counted(added, 'person', 'people')} to “${group.name}”.` }
  })
}

/** `groups remove NAME` */
export const removeGroup: RunCommand = (invocation) =>
  withDesk(invocation, false, async ({ client }) => {
    const group = await findGroup(client, invocation.words[0] ?? '')
    const { removed } = await client.groups.remove({ id: group.id })
    const people = counted(group.members, 'person who was', 'people who were')
    return { json: { id: group.id, removed }, text: `Removed “${group.name}”. The ${people} in it stay in your contacts.` }
  })

/** @throws UsageError */
function readFilter(value: string | undefined): GroupFilter | null {
  if (value === undefined) return null
  try {
    const parsed = groupFilter.safeParse(JSON.parse(value))
    if (parsed.success) return parsed.data
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new UsageError(`--filter takes JSON such as {"match":"all","rules":[{"subject":{"kind":"name"},"test":"contains","value":"ann"}]}.`)
}

/** @throws Refused `contact_not_found` for a number nobody has */
async function withNumbers(client: DeskClient, numbers: readonly string[]): Promise<ContactSelection> {
  const ids = new Set<string>()
  for (const number of numbers) {
    const { contact } = await client.conversations.lookUp({ number })
    if (contact === null) throw new Refused('contact_not_found', `Nobody in your contacts has the number ${number}. Nobody was added.`)
    ids.add(contact.id)
  }
  return { kind: 'some', ids: [...ids] }
}
