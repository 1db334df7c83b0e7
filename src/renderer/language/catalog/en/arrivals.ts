/** What a notification says of what came in. */
export const arrivals = {
  texts: '{texts, plural, one {New text} other {# new texts}}',
  manyTexts: '{texts, plural, one {New text} other {# new texts}} from {people, plural, one {# person} other {# people}}',
  manyCalls: '{calls, plural, one {# missed call} other {# missed calls}} from {people, plural, one {# person} other {# people}}',
  manyBoth:
    '{texts, plural, one {# new text} other {# new texts}} and {calls, plural, one {# missed call} other {# missed calls}} from {people, plural, one {# person} other {# people}}',
  open: 'Open SMS Desk to read them.',
  missedCalls: '{calls, plural, one {Missed call} other {Missed call, # times}}',
  whoAndCount: '{who} ({texts, number})',
  spokenText: 'New text from {who}',
  spokenCall: 'Missed call from {who}',
} as const
