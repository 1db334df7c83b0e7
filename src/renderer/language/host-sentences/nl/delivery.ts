import type { HostSentences } from '../index.ts'

export const delivery: HostSentences = {
  '{lost} of {of} parts did not arrive in time. Send it again if it matters.':
    '{lost} van de {of} delen zijn niet op tijd aangekomen. Verzend hem opnieuw als het belangrijk is.',
  '{lost} of {of} parts did not arrive. Send it again if it matters.':
    '{lost} van de {of} delen zijn niet aangekomen. Verzend hem opnieuw als het belangrijk is.',
  'The phone could not be reached in time, so the network gave up.':
    'De telefoon was niet op tijd bereikbaar, dus het netwerk heeft het opgegeven.',
  'The mobile network rejected it ({status}).': 'Het mobiele netwerk heeft hem geweigerd ({status}).',
  'It was rejected. {reason:sentence}': 'Hij is geweigerd. {reason}',
  'It could not be delivered ({status}). Check the number.': 'Hij kon niet worden afgeleverd ({status}). Controleer het nummer.',
  'It could not be delivered. {reason:sentence}': 'Hij kon niet worden afgeleverd. {reason}',
  'The connection ended while the text was handed over. It may have been sent or not.':
    'De verbinding werd verbroken terwijl de sms werd overgedragen. Hij kan zijn verzonden of niet.',
  'The answer to the provider’s call.': 'Het antwoord op de aanroep van de provider.',
  'Something unexpected happened while this was being sent.': 'Er is iets onverwachts gebeurd terwijl dit werd verzonden.',
  'It was not sent, because the time after which it makes no sense had passed.':
    'Hij is niet verzonden, omdat het tijdstip waarna hij geen zin meer heeft, voorbij was.',
  'SMS Desk was being closed, so this was not handed over. It goes out at the next start.':
    'SMS Desk werd afgesloten, dus dit is niet overgedragen. Het gaat uit bij de volgende start.',
  'The desk stopped while this was being sent. If it arrived, sending again means two texts.':
    'SMS Desk stopte terwijl dit werd verzonden. Als het is aangekomen, betekent opnieuw verzenden twee sms’en.',
  'These are the same account. Choose another one to move the messages to.':
    'Dit is hetzelfde account. Kies een ander om de berichten naar te verplaatsen.',
}
