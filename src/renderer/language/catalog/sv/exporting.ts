import type { Catalog } from '../index.ts'

export const exporting: Catalog['exporting'] = {
  menu: { print: 'Skriv ut eller spara som PDF…', csv: 'Spara som CSV…' },
  settings: { title: 'Sms som en fil', hint: 'Alla sms, eller några dagars, som en tabell (CSV) för Excel och andra.' },
  title: 'Spara alla sms som en fil',
  titleWith: 'Spara sms:en med {who}',
  text: 'En tabell (CSV) med tider, nummer, namn, sms och vad som blev av dem. Excel, LibreOffice och Numbers öppnar den.',
  account: 'Genom',
  allAccounts: 'Alla konton',
  soFar: '{count, plural, one {# meddelande} other {# meddelanden}} hittills…',
  nothing: 'Det finns inget meddelande under den tiden. Välj andra dagar.',
  cancel: 'Avbryt',
  save: 'Spara som CSV',
  done: '{count, plural, one {# meddelande finns i filen.} other {# meddelanden finns i filen.}}',
  fileName: 'sms',
  fileNameWith: 'sms med {who}',
  days: { from: 'Från', until: 'Till', turned: 'Den här dagen kommer före den första.' },
}
