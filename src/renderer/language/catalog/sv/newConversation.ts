import type { Catalog } from '../index.ts'

export const newConversation: Catalog['newConversation'] = {
  title: 'Ny konversation',
  to: 'Till',
  people: '{count, plural, one {# person} other {# personer}}',
  goOut: '{count, plural, one {# sms skickas} other {# sms skickas}} {when}.',
  inOutbox: '{count, plural, one {# sms ligger} other {# sms ligger}} i utkorgen.',
  before: 'Du har sms:at med {name} förut. <open>Öppna konversationen</open>',
  remove: 'Ta bort {name}',
  optedOut: '{number} har bett om att slippa sms',
  optedOutMark: '{name} (inga sms)',
  noTexts: 'inga sms',
  field: 'Namn eller nummer',
  list: 'Personer',
  useNumber: 'Använd det här numret',
  nobody: 'Ingen heter så. Skriv ett nummer i stället.',
}
