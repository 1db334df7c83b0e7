import type { Catalog } from '../index.ts'

export const arrivals: Catalog['arrivals'] = {
  texts: '{texts, plural, one {Nytt sms} other {# nya sms}}',
  manyTexts: '{texts, plural, one {Nytt sms} other {# nya sms}} från {people, plural, one {# person} other {# personer}}',
  manyCalls: '{calls, plural, one {# missat samtal} other {# missade samtal}} från {people, plural, one {# person} other {# personer}}',
  manyBoth:
    '{texts, plural, one {# nytt sms} other {# nya sms}} och {calls, plural, one {# missat samtal} other {# missade samtal}} från {people, plural, one {# person} other {# personer}}',
  open: 'Öppna SMS Desk för att läsa dem.',
  missedCalls: '{calls, plural, one {Missat samtal} other {Missat samtal, # gånger}}',
  whoAndCount: '{who} ({texts, number})',
  spokenText: 'Nytt sms från {who}',
  spokenCall: 'Missat samtal från {who}',
}
