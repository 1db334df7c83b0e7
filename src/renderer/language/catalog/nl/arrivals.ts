import type { Catalog } from '../index.ts'

export const arrivals: Catalog['arrivals'] = {
  texts: '{texts, plural, one {Nieuwe sms} other {# nieuwe sms’en}}',
  manyTexts: '{texts, plural, one {Nieuwe sms} other {# nieuwe sms’en}} van {people, plural, one {# persoon} other {# personen}}',
  manyCalls: '{calls, plural, one {# gemiste oproep} other {# gemiste oproepen}} van {people, plural, one {# persoon} other {# personen}}',
  manyBoth:
    '{texts, plural, one {# nieuwe sms} other {# nieuwe sms’en}} en {calls, plural, one {# gemiste oproep} other {# gemiste oproepen}} van {people, plural, one {# persoon} other {# personen}}',
  open: 'Open SMS Desk om ze te lezen.',
  missedCalls: '{calls, plural, one {Gemiste oproep} other {Gemiste oproep, # keer}}',
  whoAndCount: '{who} ({texts, number})',
  spokenText: 'Nieuwe sms van {who}',
  spokenCall: 'Gemiste oproep van {who}',
}
