import type { HostSentences } from '../index.ts'

export const capabilities: HostSentences = {
  'Tells you whether each text arrived.': 'Meldt u of elke sms is aangekomen.',
  'Can be asked about a text later, so no report is lost while the desk is closed.':
    'Kan later naar een sms worden gevraagd, zodat er geen rapport verloren gaat als SMS Desk gesloten is.',
  'Can be asked whether a text arrived; the desk does that by itself.':
    'Kan worden gevraagd of een sms is aangekomen; SMS Desk doet dat vanzelf.',
  'Cannot be asked about a text later: a report that comes while the desk is closed may be lost.':
    'Kan later niet naar een sms worden gevraagd: een rapport dat komt terwijl SMS Desk gesloten is, kan verloren gaan.',
  'Does not tell whether a text arrived: it stays at “sent”.': 'Meldt niet of een sms is aangekomen: het blijft bij ‘verzonden’.',
  'Brings customers’ replies to your inbox.': 'Brengt antwoorden van klanten in uw Postvak IN.',
  'Brings no replies: say in your texts how else customers can reach you.':
    'Brengt geen antwoorden: zeg in uw sms’en hoe klanten u anders kunnen bereiken.',
  'Shows missed calls and can answer them with a text.': 'Toont gemiste oproepen en kan ze met een sms beantwoorden.',
  'Can speak a one-time code of {digits:sentence} in a call.': 'Kan een eenmalige code van {digits} voorlezen in een telefoongesprek.',
  '1 digit': '1 cijfer',
  '{count} digits': '{count} cijfers',
  '{from} to {to} digits': '{from} tot {to} cijfers',
  'Cannot keep a text for later: for a planned text, this computer has to be on at its time.':
    'Kan een sms niet voor later bewaren: voor een geplande sms moet deze computer op dat moment aan staan.',
  'Can keep a text until its time, although this computer is off: up to {most:sentence} ahead.':
    'Kan een sms tot zijn tijd bewaren, ook als deze computer uit staat: tot {most} vooruit.',
  'Can keep a text until its time, although this computer is off: from {least:sentence} to {most:sentence} ahead.':
    'Kan een sms tot zijn tijd bewaren, ook als deze computer uit staat: van {least} tot {most} vooruit.',
  '{count} day': '{count} dag',
  '{count} days': '{count} dagen',
  '{count} hour': '{count} uur',
  '{count} hours': '{count} uur',
  '{count} minute': '{count} minuut',
  '{count} minutes': '{count} minuten',
  'Takes a text for up to {count} numbers at once, so mailings go fast.':
    'Neemt een sms aan voor maximaal {count} nummers tegelijk, dus mailings gaan snel.',
  'Takes one number at a time, so a text to many people takes longer.':
    'Neemt één nummer tegelijk aan, dus een sms aan veel mensen duurt langer.',
  'Your settings can be tested without sending a text.': 'Uw instellingen kunnen worden getest zonder een sms te verzenden.',
  'Your settings can only be tested by sending a text, which costs what a text costs.':
    'Uw instellingen kunnen alleen worden getest door een sms te verzenden, en dat kost wat een sms kost.',
  'Takes one part of {gsm} characters, or of {other} with letters outside the SMS alphabet; longer texts are refused.':
    'Neemt één deel van {gsm} tekens aan, of van {other} met letters buiten het sms-alfabet; langere sms’en worden geweigerd.',
  'Takes long texts, without a limit of its own.': 'Neemt lange sms’en aan, zonder eigen grens.',
  'Takes texts of up to {bounds:sentence}.': 'Neemt sms’en aan van maximaal {bounds}.',
  '{count} characters': '{count} tekens',
  '{count} characters and {parts} parts': '{count} tekens en {parts} delen',
  '{count} characters and {parts} part': '{count} tekens en {parts} deel',
  '{count} parts': '{count} delen',
  'Delivery reports': 'Afleverrapporten',
  'No delivery reports': 'Geen afleverrapporten',
  Replies: 'Antwoorden',
  'No replies': 'Geen antwoorden',
  'Missed calls': 'Gemiste oproepen',
  'Spoken one-time codes': 'Voorgelezen eenmalige codes',
  'Keeps texts until their time': 'Bewaart sms’en tot hun tijd',
  'Up to {count} numbers at once': 'Tot {count} nummers tegelijk',
  '{count} characters at most': 'Hooguit {count} tekens',
  'Not for all numbers': 'Niet voor alle nummers',
}
