import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DeskClient } from '../../shared/contract/client.ts'
import type { Contact } from '../../shared/contract/contacts.ts'
import { goTo } from '../app/routes.ts'
import type { IconName } from '../components/Icon.tsx'
import { displayName, formatNumber } from '../components/names.ts'
import { useWords, type Words } from '../language/words.ts'
import { useHost } from '../host/HostProvider.tsx'
import type { Command } from './command.ts'
import { rankCommands, STRONG, withRecentFirst } from './rank.ts'
import { usePeople, type FoundNumber } from './usePeople.ts'

/** A row of the palette. */
export interface Entry {
  id: string
  title: string
  kind: string
  icon: IconName
  shortcut?: string
  staysHere?: boolean
  /** Remembered as used, under its id. */
  isCommand: boolean
  run(): void | Promise<unknown>
}

/** Rows that belong together under a word; the first of all is chosen. */
export interface EntryGroup {
  title: string
  entries: Entry[]
}

/** Conversations offered while nothing is typed. */
const RECENT_CONVERSATIONS = 5
/** Commands offered while something is typed. */
const MOST_COMMANDS = 8
/** Of them so many go before people. */
const MOST_STRONG = 3
/** The best so many people can be looked at as well as written to. */
const CARDS = 2

/** What the palette offers for what is typed, best first. */
export function useEntries(
  typed: string,
  commands: readonly Command[],
  recent: readonly string[],
  search: (text: string) => void,
): { groups: EntryGroup[]; searching: boolean } {
  const { client, queries } = useHost()
  const words = useWords('palette')
  const { people, number, searching } = usePeople(typed)
  const conversations = useQuery(queries.conversations.list.queryOptions({ input: { filter: 'all', limit: RECENT_CONVERSATIONS } }))
  const groups = useMemo(() => {
    const text = typed.trim()
    if (text === '') {
      const { recent: lately, others } = withRecentFirst(commands, recent)
      return [
        { title: words('group.recent'), entries: lately.map(commandEntry) },
        {
          title: words('group.conversations'),
          entries: (conversations.data?.conversations ?? []).map(({ id, name, peer }) => ({
            id: `conversation ${id}`,
            title: displayName(name, peer),
            kind: name === null ? words('conversation') : formatNumber(peer),
            icon: 'inbox' as const,
            isCommand: false,
            run: () => goTo('inbox', id),
          })),
        },
        { title: words('group.rest'), entries: others.map(commandEntry) },
      ]
    }
    const ranked = rankCommands(commands, text, recent).slice(0, MOST_COMMANDS)
    const strong = ranked.filter(({ score }) => score >= STRONG).slice(0, MOST_STRONG)
    return [
      { title: words('group.number'), entries: number === null ? [] : [numberEntry(words, number)] },
      { title: words('group.commands'), entries: strong.map(({ command }) => commandEntry(command)) },
      { title: words('group.people'), entries: people.flatMap((person, index) => personEntries(words, client, person, index < CARDS)) },
      {
        title: words(strong.length === 0 ? 'group.commands' : 'group.moreCommands'),
        entries: ranked.slice(strong.length).map(({ command }) => commandEntry(command)),
      },
      {
        title: words('group.search'),
        entries: [
          {
            id: 'search-texts',
            title: words('searchTexts', { text }),
            kind: words('searchIn'),
            icon: 'search' as const,
            isCommand: false,
            run: () => search(text),
          },
        ],
      },
    ]
  }, [words, typed, commands, recent, search, people, number, conversations.data, client])
  return { groups: groups.filter(({ entries }) => entries.length > 0), searching }
}

function commandEntry(command: Command): Entry {
  return { ...command, isCommand: true }
}

function numberEntry(words: Words<'palette'>, { e164, conversationId, contact }: FoundNumber): Entry {
  const who = displayName(contact?.name ?? null, e164)
  return {
    id: `number ${e164}`,
    title: words(conversationId === null ? 'writeTo' : 'conversationWith', { name: who }),
    kind: contact === null ? words('number') : formatNumber(e164),
    icon: conversationId === null ? 'plus' : 'inbox',
    isCommand: false,
    run: () => (conversationId === null ? goTo('inbox', 'new', e164) : goTo('inbox', conversationId)),
  }
}

/** Their conversation, or a new one with them; and their card. */
function personEntries(words: Words<'palette'>, client: DeskClient, person: Contact, withCard: boolean): Entry[] {
  const [number] = person.numbers
  const who = person.name || person.company || (number === undefined ? words('noName') : formatNumber(number.e164))
  const card: Entry = {
    id: `card ${person.id}`,
    title: words('inContacts', { name: who }),
    kind: words('person'),
    icon: 'contacts',
    isCommand: false,
    run: () => goTo('contacts', person.id),
  }
  if (number === undefined) return [card]
  const write: Entry = {
    id: `person ${person.id}`,
    title: who,
    kind: formatNumber(number.e164),
    icon: 'inbox',
    isCommand: false,
    async run() {
      const { conversationId, e164 } = await client.conversations.lookUp({ number: number.e164 })
      if (conversationId === null) goTo('inbox', 'new', e164)
      else goTo('inbox', conversationId)
    },
  }
  return withCard ? [write, card] : [write]
}
