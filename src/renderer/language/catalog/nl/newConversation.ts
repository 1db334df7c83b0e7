import type { Catalog } from '../index.ts'

export const newConversation: Catalog['newConversation'] = {
  title: 'Nieuw gesprek',
  to: 'Aan',
  people: '{count, plural, one {# persoon} other {# personen}}',
  goOut: '{count, plural, one {# sms gaat} other {# sms’en gaan}} {when} uit.',
  inOutbox: '{count, plural, one {# sms staat} other {# sms’en staan}} in het Postvak UIT.',
  before: 'U hebt eerder met {name} ge-sms’t. <open>Het gesprek openen</open>',
  remove: '{name} verwijderen',
  optedOut: '{number} wil geen sms’en ontvangen',
  optedOutMark: '{name} (geen sms’en)',
  noTexts: 'geen sms’en',
  field: 'Naam of nummer',
  list: 'Personen',
  useNumber: 'Dit nummer gebruiken',
  nobody: 'Niemand heet zo. Typ in plaats daarvan een nummer.',
}
