import type { Catalog } from '../index.ts'

export const characters: Catalog['characters'] = {
  kind: {
    quote: '{count, plural, one {# gekruld aanhalingsteken} other {# gekrulde aanhalingstekens}}',
    dash: '{count, plural, one {# lang streepje} other {# lange streepjes}}',
    dots: '{count, plural, one {# beletselteken} other {# beletseltekens}}',
    space: '{count, plural, one {# speciale spatie} other {# speciale spaties}}',
    lineEnd: '{count, plural, one {# speciaal regeleinde} other {# speciale regeleinden}}',
    invisible: '{count, plural, one {# onzichtbaar teken} other {# onzichtbare tekens}}',
    accent: '{count, plural, one {# letter met accent} other {# letters met accent}}',
    emoji: '{count, plural, one {# emoji} other {# emoji’s}}',
    cyrillic: '{count, plural, one {# cyrillische letter} other {# cyrillische letters}}',
    greek: '{count, plural, one {# Griekse letter} other {# Griekse letters}}',
    arabic: '{count, plural, one {# Arabische letter} other {# Arabische letters}}',
    hebrew: '{count, plural, one {# Hebreeuwse letter} other {# Hebreeuwse letters}}',
    devanagari: '{count, plural, one {# letter in devanagari} other {# letters in devanagari}}',
    thai: '{count, plural, one {# Thaise letter} other {# Thaise letters}}',
    chinese: '{count, plural, one {# Chinees teken} other {# Chinese tekens}}',
    japanese: '{count, plural, one {# Japans teken} other {# Japanse tekens}}',
    korean: '{count, plural, one {# Koreaans teken} other {# Koreaanse tekens}}',
    other: '{count, plural, one {# speciaal teken} other {# speciale tekens}}',
    more: '{count, plural, one {# ander teken} other {# andere tekens}}',
  },
  alone: {
    space: 'speciale spatie',
    invisible: 'onzichtbaar',
    plainSpace: 'spatie',
    newLine: 'nieuwe regel',
    nothing: 'niets',
  },
  dearer:
    'Door {characters} {count, plural, one {worden} other {worden}} dit <b>{parts, plural, one {# deel} other {# delen}} in plaats van {without, number}</b>.',
  dearerBy:
    'Door {characters} {count, plural, one {worden} other {worden}} dit <b>{parts, plural, one {# deel} other {# delen}} in plaats van {without, number}</b>, ongeveer {money} meer.',
  onlyWithout:
    'Niets kan {characters} vervangen: alleen zonder {count, plural, one {dat teken} other {die tekens}} {parts, plural, one {is # deel} other {zijn # delen}} genoeg.',
  room: '{characters} {count, plural, one {laat} other {laten}} ruimte voor {room, number} tekens per deel in plaats van {most, number}.',
  roomLost:
    '{characters} {count, plural, one {laat} other {laten}} ruimte voor {room, number} tekens per deel in plaats van {most, number}, dus langere teksten worden eerder duurder.',
  replaceOf: '{character} vervangen door {suggestion}{count, plural, one {} other {, # keer}}',
  replaceIt: 'Vervangen',
  replaceAll: 'Alles vervangen',
  oneByOne: 'Eén voor één',
  step: {
    label: 'Tekens één voor één',
    ask: '<from>{character}</from> vervangen door <to>{suggestion}</to>?',
    replace: 'Vervangen',
    skip: 'Overslaan',
    done: 'Klaar',
    end: '{replaced, plural, =0 {Dat was het laatste. Er is niets vervangen.} one {Dat was het laatste. Er is # vervangen.} other {Dat was het laatste. Er zijn # vervangen.}}',
  },
}
