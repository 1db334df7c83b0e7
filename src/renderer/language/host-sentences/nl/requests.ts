import type { HostSentences } from '../index.ts'

export const requests: HostSentences = {
  'It is stored, and about to be applied.': 'Het is opgeslagen en wordt zo toegepast.',
  'What it says was taken over.': 'De inhoud is overgenomen.',
  'It says nothing that was not known already, so nothing changed.': 'Er staat niets in dat niet al bekend was, dus er is niets veranderd.',
  'No text with its reference is known yet. It is applied by itself as soon as there is one.':
    'Er is nog geen sms met dit kenmerk bekend. Zodra die er is, wordt het vanzelf toegepast.',
  'It was turned away and changed nothing.': 'Het is geweigerd en heeft niets veranderd.',
  'It could not be understood and changed nothing. It is kept, to be read again.':
    'Het was niet te begrijpen en heeft niets veranderd. Het wordt bewaard om opnieuw te lezen.',
  'A text from {number}.': 'Een sms van {number}.',
  'A missed call from {number}.': 'Een gemiste oproep van {number}.',
  'Delivery report: {what:sentence}': 'Afleverrapport: {what}',
  '{count} delivery reports: {what:words}': '{count} afleverrapporten: {what}',
  '{count} delivery reports: {what:words} and others': '{count} afleverrapporten: {what} en andere',
  'Reply from {number}': 'Antwoord van {number}',
  '{count} replies from {numbers}': '{count} antwoorden van {numbers}',
  '{count} replies from {numbers} and others': '{count} antwoorden van {numbers} en anderen',
  'Missed call from {number}': 'Gemiste oproep van {number}',
  '{count} missed calls from {numbers}': '{count} gemiste oproepen van {numbers}',
  '{count} missed calls from {numbers} and others': '{count} gemiste oproepen van {numbers} en anderen',
  'A request': 'Een aanroep',
  'Neither a report nor a text': 'Geen rapport en geen sms',
  'Turned away': 'Geweigerd',
  'Could not be read': 'Niet te lezen',
  'to {number}': 'aan {number}',
  'reference {reference}': 'kenmerk {reference}',
  Reference: 'Kenmerk',
  To: 'Aan',
  'Provider’s own word': 'Eigen woord van de provider',
  'Came in on': 'Binnengekomen op',
  'Provider’s own number': 'Eigen nummer van de provider',
  'Number called': 'Gebeld nummer',
  'This request is not kept any more.': 'Deze aanroep wordt niet meer bewaard.',
  'The request is built more deeply or has more fields than any provider sends.':
    'De aanroep is dieper opgebouwd of heeft meer velden dan een provider ooit verzendt.',
  'The request carried no report and no text.': 'De aanroep bevatte geen rapport en geen sms.',
  'The request could not be read because of a fault in SMS Desk.': 'De aanroep was niet te lezen door een fout in SMS Desk.',
  'This request was turned away, so there is nothing in it to apply.': 'Deze aanroep is geweigerd, dus er is niets om toe te passen.',
  'The account of this request was removed, so it cannot be read again.':
    'Het account van deze aanroep is verwijderd, dus hij kan niet opnieuw worden gelezen.',
  'This request still cannot be read. Its content is shown as it came.':
    'Deze aanroep is nog steeds niet te lezen. De inhoud staat er zoals hij binnenkwam.',
  'The address of the request belongs to no account, or its key is wrong.':
    'Het adres van de aanroep hoort bij geen account, of de sleutel klopt niet.',
  'The request had a method that hooks do not use.': 'De aanroep had een methode die aanroepen van providers niet gebruiken.',
  'The request had a content type that SMS Desk cannot read.': 'De aanroep had een inhoudstype dat SMS Desk niet kan lezen.',
  'The request was larger than SMS Desk takes.': 'De aanroep was groter dan SMS Desk aanneemt.',
}
