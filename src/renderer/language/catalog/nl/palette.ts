import type { Catalog } from '../index.ts'

export const palette: Catalog['palette'] = {
  label: 'Opdrachtenpalet',
  field: 'Typ een naam, een nummer, een scherm of wat u wilt doen',
  list: 'Resultaten',
  results: '{count, plural, one {# resultaat} other {# resultaten}}',
  group: {
    recent: 'Onlangs gebruikt',
    conversations: 'Laatste gesprekken',
    rest: 'Al het andere',
    number: 'Nummer',
    commands: 'Opdrachten',
    moreCommands: 'Meer opdrachten',
    people: 'Personen',
    search: 'Zoeken',
  },
  conversation: 'Gesprek',
  number: 'Nummer',
  person: 'Persoon',
  noName: 'Persoon zonder naam',
  searchTexts: 'In sms’en zoeken naar “{text}”',
  searchIn: 'Postvak IN',
  writeTo: 'Schrijven aan {name}',
  conversationWith: 'Gesprek met {name}',
  inContacts: '{name} in Contacten',
}
