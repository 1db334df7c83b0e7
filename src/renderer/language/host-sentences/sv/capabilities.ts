import type { HostSentences } from '../index.ts'

export const capabilities: HostSentences = {
  'Tells you whether each text arrived.': 'Berättar om varje sms kom fram.',
  'Can be asked about a text later, so no report is lost while the desk is closed.':
    'Går att fråga om ett sms senare, så ingen rapport går förlorad medan SMS Desk är stängt.',
  'Can be asked whether a text arrived; the desk does that by itself.':
    'Går att fråga om ett sms kom fram; SMS Desk gör det av sig självt.',
  'Cannot be asked about a text later: a report that comes while the desk is closed may be lost.':
    'Går inte att fråga om ett sms senare: en rapport som kommer medan SMS Desk är stängt kan gå förlorad.',
  'Does not tell whether a text arrived: it stays at “sent”.': 'Berättar inte om ett sms kom fram: det stannar vid ”skickat”.',
  'Brings customers’ replies to your inbox.': 'Ger dig kundernas svar i inkorgen.',
  'Brings no replies: say in your texts how else customers can reach you.': 'Ger inga svar: skriv i dina sms hur kunderna annars når dig.',
  'Shows missed calls and can answer them with a text.': 'Visar missade samtal och kan besvara dem med ett sms.',
  'Can speak a one-time code of {digits:sentence} in a call.': 'Kan läsa upp en engångskod med {digits} i ett samtal.',
  '1 digit': '1 siffra',
  '{count} digits': '{count} siffror',
  '{from} to {to} digits': '{from} till {to} siffror',
  'Cannot keep a text for later: for a planned text, this computer has to be on at its time.':
    'Kan inte spara ett sms till senare: för ett planerat sms måste den här datorn vara på när det är dags.',
  'Can keep a text until its time, although this computer is off: up to {most:sentence} ahead.':
    'Kan spara ett sms till sin tid, även om den här datorn är avstängd: upp till {most} i förväg.',
  'Can keep a text until its time, although this computer is off: from {least:sentence} to {most:sentence} ahead.':
    'Kan spara ett sms till sin tid, även om den här datorn är avstängd: från {least} till {most} i förväg.',
  '{count} day': '{count} dag',
  '{count} days': '{count} dagar',
  '{count} hour': '{count} timme',
  '{count} hours': '{count} timmar',
  '{count} minute': '{count} minut',
  '{count} minutes': '{count} minuter',
  'Takes a text for up to {count} numbers at once, so mailings go fast.':
    'Tar emot ett sms till upp till {count} nummer på en gång, så utskick går fort.',
  'Takes one number at a time, so a text to many people takes longer.':
    'Tar emot ett nummer i taget, så ett sms till många tar längre tid.',
  'Your settings can be tested without sending a text.': 'Dina inställningar går att testa utan att skicka ett sms.',
  'Your settings can only be tested by sending a text, which costs what a text costs.':
    'Dina inställningar går bara att testa genom att skicka ett sms, vilket kostar vad ett sms kostar.',
  'Takes one part of {gsm} characters, or of {other} with letters outside the SMS alphabet; longer texts are refused.':
    'Tar emot en del på {gsm} tecken, eller {other} med bokstäver utanför sms-alfabetet; längre sms avvisas.',
  'Takes long texts, without a limit of its own.': 'Tar emot långa sms, utan någon egen gräns.',
  'Takes texts of up to {bounds:sentence}.': 'Tar emot sms på upp till {bounds}.',
  '{count} characters': '{count} tecken',
  '{count} characters and {parts} parts': '{count} tecken och {parts} delar',
  '{count} characters and {parts} part': '{count} tecken och {parts} del',
  '{count} parts': '{count} delar',
  'Delivery reports': 'Leveransrapporter',
  'No delivery reports': 'Inga leveransrapporter',
  Replies: 'Svar',
  'No replies': 'Inga svar',
  'Missed calls': 'Missade samtal',
  'Spoken one-time codes': 'Upplästa engångskoder',
  'Keeps texts until their time': 'Sparar sms till sin tid',
  'Up to {count} numbers at once': 'Upp till {count} nummer på en gång',
  '{count} characters at most': 'Högst {count} tecken',
  'Not for all numbers': 'Inte för alla nummer',
}
