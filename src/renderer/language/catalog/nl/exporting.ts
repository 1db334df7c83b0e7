import type { Catalog } from '../index.ts'

export const exporting: Catalog['exporting'] = {
  menu: { print: 'Afdrukken of opslaan als PDF…', csv: 'Opslaan als CSV…' },
  settings: { title: 'Sms’en als bestand', hint: 'Alle sms’en, of die van enkele dagen, als tabel (CSV) voor Excel en andere.' },
  title: 'Alle sms’en opslaan als bestand',
  titleWith: 'De sms’en met {who} opslaan',
  text: 'Een tabel (CSV) met tijden, nummers, namen, sms’en en wat ervan geworden is. Excel, LibreOffice en Numbers openen die.',
  account: 'Via',
  allAccounts: 'Alle accounts',
  soFar: '{count, plural, one {# bericht} other {# berichten}} tot nu toe…',
  nothing: 'Er is geen bericht in die tijd. Kies andere dagen.',
  cancel: 'Annuleren',
  save: 'Opslaan als CSV',
  done: '{count, plural, one {# bericht staat in het bestand.} other {# berichten staan in het bestand.}}',
  fileName: 'sms’en',
  fileNameWith: 'sms’en met {who}',
  days: { from: 'Van', until: 'Tot en met', turned: 'Deze dag ligt vóór de eerste.' },
}
