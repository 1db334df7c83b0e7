export const characters = {
  kind: {
    quote: '{count, plural, one {# curly quote} other {# curly quotes}}',
    dash: '{count, plural, one {# long dash} other {# long dashes}}',
    dots: '{count, plural, one {# ellipsis} other {# ellipses}}',
    space: '{count, plural, one {# special space} other {# special spaces}}',
    lineEnd: '{count, plural, one {# special line end} other {# special line ends}}',
    invisible: '{count, plural, one {# invisible character} other {# invisible characters}}',
    accent: '{count, plural, one {# letter with an accent} other {# letters with accents}}',
    emoji: '{count, plural, one {# emoji} other {# emoji}}',
    cyrillic: '{count, plural, one {# Cyrillic letter} other {# Cyrillic letters}}',
    greek: '{count, plural, one {# Greek letter} other {# Greek letters}}',
    arabic: '{count, plural, one {# Arabic letter} other {# Arabic letters}}',
    hebrew: '{count, plural, one {# Hebrew letter} other {# Hebrew letters}}',
    devanagari: '{count, plural, one {# Devanagari letter} other {# Devanagari letters}}',
    thai: '{count, plural, one {# Thai letter} other {# Thai letters}}',
    chinese: '{count, plural, one {# Chinese letter} other {# Chinese letters}}',
    japanese: '{count, plural, one {# Japanese letter} other {# Japanese letters}}',
    korean: '{count, plural, one {# Korean letter} other {# Korean letters}}',
    other: '{count, plural, one {# special character} other {# special characters}}',
    more: '{count, plural, one {# other} other {# others}}',
  },
  alone: {
    space: 'special space',
    invisible: 'invisible',
    plainSpace: 'space',
    newLine: 'new line',
    nothing: 'nothing',
  },
  dearer:
    '{characters} {count, plural, one {makes} other {make}} this <b>{parts, plural, one {# part} other {# parts}} instead of {without, number}</b>.',
  dearerBy:
    '{characters} {count, plural, one {makes} other {make}} this <b>{parts, plural, one {# part} other {# parts}} instead of {without, number}</b>, about {money} more.',
  onlyWithout:
    'Nothing can stand in for {characters}: only without {count, plural, one {it} other {them}} {parts, plural, one {# part is} other {# parts are}} enough.',
  room: '{characters} {count, plural, one {leaves} other {leave}} room for {room, number} characters a part instead of {most, number}.',
  roomLost:
    '{characters} {count, plural, one {leaves} other {leave}} room for {room, number} characters a part instead of {most, number}, so longer texts get dearer sooner.',
  replaceOf: 'Replace {character} with {suggestion}{count, plural, one {} other {, # times}}',
  replaceIt: 'Replace it',
  replaceAll: 'Replace all',
} as const
