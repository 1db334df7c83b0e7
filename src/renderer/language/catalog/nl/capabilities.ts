import type { Catalog } from '../index.ts'

export const capabilities: Catalog['capabilities'] = {
  reports: 'Vertelt u of elke sms is aangekomen.',
  askLater: 'Kan achteraf naar een sms worden gevraagd, dus er gaat geen rapport verloren terwijl SMS Desk gesloten is.',
  asked: 'Kan worden gevraagd of een sms is aangekomen; SMS Desk doet dat vanzelf.',
  notAskedLater: 'Kan achteraf niet naar een sms worden gevraagd: een rapport dat komt terwijl SMS Desk gesloten is, kan verloren gaan.',
  notTold: 'Vertelt niet of een sms is aangekomen: die blijft op ‘verzonden’ staan.',
  replies: 'Brengt antwoorden van klanten naar Postvak IN.',
  noReplies: 'Brengt geen antwoorden: schrijf in uw sms’en hoe klanten u anders kunnen bereiken.',
  missedCalls: 'Toont gemiste oproepen en kan ze met een sms beantwoorden.',
  onePart:
    'Neemt één deel van {gsm, number} tekens aan, of van {other, number} met tekens buiten het sms-alfabet; langere sms’en worden geweigerd.',
  code: {
    one: 'Kan in een oproep een eenmalige code van {digits, plural, one {# cijfer} other {# cijfers}} voorlezen.',
    fromTo: 'Kan in een oproep een eenmalige code van {least, number} tot {most, number} cijfers voorlezen.',
  },
  schedule:
    'Kan een sms tot zijn tijd bewaren, ook als deze computer uitstaat: {unit, select, none {tot} minutes {van {least, plural, one {# minuut} other {# minuten}} tot} hours {van {least, plural, one {# uur} other {# uur}} tot} other {van {least, plural, one {# dag} other {# dagen}} tot}} {days, plural, one {# dag} other {# dagen}} vooruit.',
  noSchedule: 'Kan geen sms voor later bewaren: voor een geplande sms moet deze computer op dat tijdstip aanstaan.',
  batch: 'Neemt een sms voor maximaal {count, number} nummers tegelijk aan, dus mailings gaan snel.',
  noBatch: 'Neemt één nummer tegelijk aan, dus een sms aan veel mensen duurt langer.',
  length: {
    any: 'Neemt lange sms’en aan, zonder eigen grens.',
    characters: 'Neemt sms’en van maximaal {characters, plural, one {# teken} other {# tekens}} aan.',
    parts: 'Neemt sms’en van maximaal {parts, plural, one {# deel} other {# delen}} aan.',
    both: 'Neemt sms’en van maximaal {characters, plural, one {# teken} other {# tekens}} en {parts, plural, one {# deel} other {# delen}} aan.',
  },
  freeTest: 'Uw instellingen kunnen worden getest zonder een sms te verzenden.',
  noFreeTest: 'Uw instellingen kunnen alleen worden getest door een sms te verzenden, en die kost wat een sms kost.',
  brief: {
    reports: 'Afleverrapporten',
    noReports: 'Geen afleverrapporten',
    replies: 'Antwoorden',
    noReplies: 'Geen antwoorden',
    missedCalls: 'Gemiste oproepen',
    codes: 'Voorgelezen eenmalige codes',
    schedule: 'Bewaart sms’en tot hun tijd',
    batch: 'Tot {count, number} nummers tegelijk',
    onePart: 'Hooguit {count, number} tekens',
    notAll: 'Niet voor alle nummers',
  },
}
