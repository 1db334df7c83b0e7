import type { HostSentences } from '../index.ts'

export const requests: HostSentences = {
  'It is stored, and about to be applied.': 'Det är sparat och ska just tillämpas.',
  'What it says was taken over.': 'Innehållet har tagits över.',
  'It says nothing that was not known already, so nothing changed.': 'Det innehåller inget som inte redan var känt, så inget ändrades.',
  'No text with its reference is known yet. It is applied by itself as soon as there is one.':
    'Inget sms med dess referens är känt än. Det tillämpas av sig självt så snart det finns ett.',
  'It was turned away and changed nothing.': 'Det avvisades och ändrade inget.',
  'It could not be understood and changed nothing. It is kept, to be read again.':
    'Det gick inte att förstå och ändrade inget. Det sparas för att kunna läsas igen.',
  'A text from {number}.': 'Ett sms från {number}.',
  'A missed call from {number}.': 'Ett missat samtal från {number}.',
  'Delivery report: {what:sentence}': 'Leveransrapport: {what}',
  '{count} delivery reports: {what:words}': '{count} leveransrapporter: {what}',
  '{count} delivery reports: {what:words} and others': '{count} leveransrapporter: {what} med flera',
  'Reply from {number}': 'Svar från {number}',
  '{count} replies from {numbers}': '{count} svar från {numbers}',
  '{count} replies from {numbers} and others': '{count} svar från {numbers} med flera',
  'Missed call from {number}': 'Missat samtal från {number}',
  '{count} missed calls from {numbers}': '{count} missade samtal från {numbers}',
  '{count} missed calls from {numbers} and others': '{count} missade samtal från {numbers} med flera',
  'A request': 'Ett anrop',
  'Neither a report nor a text': 'Varken rapport eller sms',
  'Turned away': 'Avvisat',
  'Could not be read': 'Gick inte att läsa',
  'to {number}': 'till {number}',
  'reference {reference}': 'referens {reference}',
  Reference: 'Referens',
  To: 'Till',
  'Provider’s own word': 'Leverantörens eget ord',
  'Came in on': 'Kom in på',
  'Provider’s own number': 'Leverantörens eget nummer',
  'Number called': 'Uppringt nummer',
  'This request is not kept any more.': 'Anropet finns inte kvar.',
  'The request is built more deeply or has more fields than any provider sends.':
    'Anropet är djupare uppbyggt eller har fler fält än någon leverantör skickar.',
  'The request carried no report and no text.': 'Anropet innehöll varken rapport eller sms.',
  'The request could not be read because of a fault in SMS Desk.': 'Anropet gick inte att läsa på grund av ett fel i SMS Desk.',
  'This request was turned away, so there is nothing in it to apply.': 'Anropet avvisades, så det finns inget i det att tillämpa.',
  'The account of this request was removed, so it cannot be read again.':
    'Kontot för anropet har tagits bort, så det går inte att läsa igen.',
  'This request still cannot be read. Its content is shown as it came.':
    'Anropet går fortfarande inte att läsa. Innehållet visas som det kom.',
  'The address of the request belongs to no account, or its key is wrong.':
    'Anropets adress hör inte till något konto, eller så är dess nyckel fel.',
  'The request had a method that hooks do not use.': 'Anropet hade en metod som leverantörers anrop inte använder.',
  'The request had a content type that SMS Desk cannot read.': 'Anropet hade en innehållstyp som SMS Desk inte kan läsa.',
  'The request was larger than SMS Desk takes.': 'Anropet var större än SMS Desk tar emot.',
}
