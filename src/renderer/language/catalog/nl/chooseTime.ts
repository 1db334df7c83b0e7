import type { Catalog } from '../index.ts'

export const chooseTime: Catalog['chooseTime'] = {
  usual: 'Gebruikelijke tijden',
  choice: { today: 'Later vandaag', tomorrow: 'Morgen', monday: 'Maandag' },
  date: 'Datum',
  time: 'Tijd',
  zone: 'Volgens de klok in',
  noZone: 'Geen plaats met deze naam',
  hereZone: '{zone} (hier)',
  byThisClock: 'Volgens de klok van deze computer, tijdzone {zone}.',
  byClockIn: 'Volgens de klok in {zone}.',
  byClockInHere: 'Volgens de klok in {zone}; hier is dat {moment}.',
  there: 'In {place}, waar de sms heen gaat, is dat <moment>{time}</moment>.',
  missing: 'Kies een datum en een tijd.',
  passed: 'Dit tijdstip is voorbij. Kies een later tijdstip.',
  limit: {
    title: 'Niet verzenden na (optioneel)',
    hint: 'Als de sms dan nog niet kon uitgaan, blijft hij hier en krijgt u bericht.',
    date: 'Niet verzenden na: datum',
    time: 'Niet verzenden na: tijd',
    missing: 'Kies een datum en een tijd waarna niet meer wordt verzonden, of laat beide leeg.',
    tooEarly: 'De sms zou nooit uitgaan: het einde ligt vóór het tijdstip van verzenden. Kies een later einde.',
  },
  keeper: {
    label: 'Laat {name} de sms tot dan bewaren',
    hint: 'De sms gaat uit, ook als deze computer uit staat. U kunt hem niet meer terugnemen of wijzigen.',
    tooSoon: '{name} bewaart sms’en die over {minutes, plural, one {# minuut} other {# minuten}} of later uitgaan.',
    tooFar: '{name} bewaart sms’en hoogstens {days, plural, one {# dag} other {# dagen}}.',
  },
  sendLater: 'Later verzenden',
  sendOn: 'Verzenden {when}',
}
