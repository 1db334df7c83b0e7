import type { Catalog } from '../index.ts'

export const palette: Catalog['palette'] = {
  label: 'Kommandopalett',
  field: 'Skriv ett namn, ett nummer, en sida eller vad som ska göras',
  list: 'Träffar',
  results: '{count, plural, one {# träff} other {# träffar}}',
  group: {
    recent: 'Nyligen använt',
    conversations: 'Senaste konversationer',
    rest: 'Allt annat',
    number: 'Nummer',
    commands: 'Kommandon',
    moreCommands: 'Fler kommandon',
    people: 'Personer',
    search: 'Sök',
  },
  conversation: 'Konversation',
  number: 'Nummer',
  person: 'Person',
  noName: 'Person utan namn',
  searchTexts: 'Sök efter ”{text}” bland sms',
  searchIn: 'Inkorg',
  writeTo: 'Skriv till {name}',
  conversationWith: 'Konversation med {name}',
  inContacts: '{name} bland kontakterna',
}
