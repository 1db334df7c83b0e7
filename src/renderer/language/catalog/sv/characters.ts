import type { Catalog } from '../index.ts'

export const characters: Catalog['characters'] = {
  kind: {
    quote: '{count, plural, one {# typografiskt citattecken} other {# typografiska citattecken}}',
    dash: '{count, plural, one {# långt streck} other {# långa streck}}',
    dots: '{count, plural, one {# uteslutningstecken} other {# uteslutningstecken}}',
    space: '{count, plural, one {# särskilt blanksteg} other {# särskilda blanksteg}}',
    lineEnd: '{count, plural, one {# särskild radbrytning} other {# särskilda radbrytningar}}',
    invisible: '{count, plural, one {# osynligt tecken} other {# osynliga tecken}}',
    accent: '{count, plural, one {# bokstav med accent} other {# bokstäver med accent}}',
    emoji: '{count, plural, one {# emoji} other {# emojier}}',
    cyrillic: '{count, plural, one {# kyrillisk bokstav} other {# kyrilliska bokstäver}}',
    greek: '{count, plural, one {# grekisk bokstav} other {# grekiska bokstäver}}',
    arabic: '{count, plural, one {# arabisk bokstav} other {# arabiska bokstäver}}',
    hebrew: '{count, plural, one {# hebreisk bokstav} other {# hebreiska bokstäver}}',
    devanagari: '{count, plural, one {# bokstav i devanagari} other {# bokstäver i devanagari}}',
    thai: '{count, plural, one {# thailändsk bokstav} other {# thailändska bokstäver}}',
    chinese: '{count, plural, one {# kinesiskt tecken} other {# kinesiska tecken}}',
    japanese: '{count, plural, one {# japanskt tecken} other {# japanska tecken}}',
    korean: '{count, plural, one {# koreanskt tecken} other {# koreanska tecken}}',
    other: '{count, plural, one {# specialtecken} other {# specialtecken}}',
    more: '{count, plural, one {# annat tecken} other {# andra tecken}}',
  },
  alone: {
    space: 'särskilt blanksteg',
    invisible: 'osynligt',
    plainSpace: 'blanksteg',
    newLine: 'ny rad',
    nothing: 'ingenting',
  },
  dearer:
    '{characters} {count, plural, one {gör} other {gör}} det här till <b>{parts, plural, one {# del} other {# delar}} i stället för {without, number}</b>.',
  dearerBy:
    '{characters} {count, plural, one {gör} other {gör}} det här till <b>{parts, plural, one {# del} other {# delar}} i stället för {without, number}</b>, ungefär {money} mer.',
  onlyWithout:
    'Inget kan ersätta {characters}: bara utan {count, plural, one {det tecknet} other {de tecknen}} räcker det med {parts, plural, one {# del} other {# delar}}.',
  room: '{characters} {count, plural, one {ger} other {ger}} plats för {room, number} tecken per del i stället för {most, number}.',
  roomLost:
    '{characters} {count, plural, one {ger} other {ger}} plats för {room, number} tecken per del i stället för {most, number}, så längre texter blir fortare dyrare.',
  replaceOf: 'Byt ut {character} mot {suggestion}{count, plural, one {} other {, # gånger}}',
  replaceIt: 'Byt ut det',
  replaceAll: 'Byt ut alla',
  oneByOne: 'Ett i taget',
  step: {
    label: 'Tecknen ett i taget',
    ask: 'Byta ut <from>{character}</from> mot <to>{suggestion}</to>?',
    replace: 'Byt ut',
    skip: 'Hoppa över',
    done: 'Klar',
    end: '{replaced, plural, =0 {Det var det sista. Inget byttes ut.} one {Det var det sista. # byttes ut.} other {Det var det sista. # byttes ut.}}',
  },
}
