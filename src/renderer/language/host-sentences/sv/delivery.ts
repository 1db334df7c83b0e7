import type { HostSentences } from '../index.ts'

export const delivery: HostSentences = {
  '{lost} of {of} parts did not arrive in time. Send it again if it matters.':
    '{lost} av {of} delar kom inte fram i tid. Skicka det igen om det är viktigt.',
  '{lost} of {of} parts did not arrive. Send it again if it matters.':
    '{lost} av {of} delar kom inte fram. Skicka det igen om det är viktigt.',
  'The phone could not be reached in time, so the network gave up.': 'Telefonen gick inte att nå i tid, så nätet gav upp.',
  'The mobile network rejected it ({status}).': 'Mobilnätet avvisade det ({status}).',
  'It was rejected. {reason:sentence}': 'Det avvisades. {reason}',
  'It could not be delivered ({status}). Check the number.': 'Det gick inte att leverera ({status}). Kontrollera numret.',
  'It could not be delivered. {reason:sentence}': 'Det gick inte att leverera. {reason}',
  'The connection ended while the text was handed over. It may have been sent or not.':
    'Anslutningen bröts medan sms:et lämnades över. Det kan ha skickats eller inte.',
  'The answer to the provider’s call.': 'Svaret på leverantörens anrop.',
  'Something unexpected happened while this was being sent.': 'Något oväntat hände medan det här skickades.',
  'It was not sent, because the time after which it makes no sense had passed.':
    'Det skickades inte, eftersom tiden då det inte längre är aktuellt hade passerat.',
  'SMS Desk was being closed, so this was not handed over. It goes out at the next start.':
    'SMS Desk höll på att stängas, så det här lämnades inte över. Det går ut vid nästa start.',
  'The desk stopped while this was being sent. If it arrived, sending again means two texts.':
    'SMS Desk stannade medan det här skickades. Om det kom fram blir det två sms att skicka igen.',
  'These are the same account. Choose another one to move the messages to.':
    'Det är samma konto. Välj ett annat att flytta meddelandena till.',
}
