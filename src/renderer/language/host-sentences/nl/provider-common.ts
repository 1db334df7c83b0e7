import type { HostSentences } from '../index.ts'

export const providerCommon: HostSentences = {
  '{provider:sentence} refused this text.': '{provider} heeft deze sms geweigerd.',
  '{provider:sentence} did not take the text.': '{provider} heeft de sms niet aangenomen.',
  'It says: “{words}”.': 'Melding van de provider: ‘{words}’.',
  'It may have been sent or not.': 'De sms is misschien verzonden, misschien niet.',
  'The text may have been sent or not.': 'De sms is misschien verzonden, misschien niet.',
  '{provider:sentence} is busy and did not take the text.': '{provider} is bezet en heeft de sms niet aangenomen.',
  '{provider:sentence} asks for a slower pace and did not take the text.':
    '{provider} vraagt om een lager tempo en heeft de sms niet aangenomen.',
  '{provider:sentence} had a fault of its own while it handled the text.': 'Bij {provider} ging iets mis tijdens het verwerken van de sms.',
  'There is no credit left at {provider:sentence}. Top up there, then let the account send again.':
    'Het tegoed bij {provider} is op. Waardeer het daar op en hervat daarna het account.',
  'The address of {provider:sentence} is not right: no text can be sent there. Check the address in Settings › Accounts.':
    'Het adres van {provider} klopt niet: er kan geen sms naartoe. Controleer het adres in Instellingen › Accounts.',
  '{provider:sentence} could not answer just now.': '{provider} kon op dit moment niet antwoorden.',
  'Try again later.': 'Probeer het later opnieuw.',
  '{provider:sentence} could not be reached.': '{provider} was niet bereikbaar.',
  '{provider:sentence} could not be asked.': '{provider} kon niet worden gevraagd.',
  'The text was handed to {provider:sentence}, but the connection ended before the answer came.':
    'De sms is aan {provider} gegeven, maar de verbinding viel weg voordat het antwoord kwam.',
  'This computer has no connection to the internet.': 'Deze computer heeft geen verbinding met internet.',
  'The text waits in the outbox.': 'De sms wacht in Postvak UIT.',
  '{provider:sentence} answered, but not in a way that says whether the text was taken.':
    '{provider} heeft geantwoord, maar uit het antwoord blijkt niet of de sms is aangenomen.',
  '{provider:sentence} reported a problem but gave the text a number all the same.':
    '{provider} meldde een probleem, maar gaf de sms toch een nummer.',
  '{provider:sentence} did not take a list of {count} numbers.': '{provider} heeft een lijst van {count} nummers niet aangenomen.',
  'The texts go out one by one instead.': 'De sms’en gaan nu één voor één uit.',
  '{provider:sentence} did not take the text for this number: it took the others and left this one out. Check the number.':
    '{provider} heeft de sms voor dit nummer niet aangenomen: de andere wel, maar dit nummer is weggelaten. Controleer het nummer.',
  'Something answers at this address, but not as {provider:sentence} does. Check the address.':
    'Er antwoordt iets op dit adres, maar niet zoals {provider} dat doet. Controleer het adres.',
  '{provider:sentence} cannot call a number and speak a code. Choose another account.':
    '{provider} kan geen nummer bellen om een code voor te lezen. Kies een ander account.',
  '{provider:sentence} has no way to check the settings without sending. Send a text to yourself.':
    'Bij {provider} kunnen de instellingen niet worden getest zonder iets te verzenden. Stuur uzelf een sms.',
  'The address of this account cannot be used. Check it in Settings › Accounts.':
    'Het adres van dit account is niet bruikbaar. Controleer het in Instellingen › Accounts.',
  'Neither a delivery report nor a text from a customer.': 'Geen afleverrapport en ook geen sms van een klant.',
  'A check of the address.': 'Een controle van het adres.',
  'The request is empty.': 'De aanvraag is leeg.',
  'An empty list.': 'Een lege lijst.',
  'Nothing to apply.': 'Niets om te verwerken.',
  'The body is neither JSON nor a form.': 'De inhoud is geen JSON en ook geen formulier.',
  'The list in the body is too long.': 'De lijst in de inhoud is te lang.',
  Sender: 'Afzender',
  Address: 'Adres',
  'User name': 'Gebruikersnaam',
  Password: 'Wachtwoord',
  'Delivery reports': 'Afleverrapporten',
  'Delivery reports and replies': 'Afleverrapporten en antwoorden',
  Yes: 'Ja',
  No: 'Nee',
  'This is not a web address. It should look like {example}': 'Dit is geen webadres. Het moet eruitzien als {example}',
  'Leave out everything from the question mark on.': 'Laat alles vanaf het vraagteken weg.',
  'Leave user name and password out of the address. They have fields of their own.':
    'Zet gebruikersnaam en wachtwoord niet in het adres. Daar zijn eigen velden voor.',
  'Enter the name or number that recipients see as sender.': 'Vul de naam of het nummer in dat ontvangers als afzender zien.',
  'A sender number has at most {most} digits.': 'Een afzendernummer heeft hooguit {most} cijfers.',
  'The sender cannot contain “{sign}”. Use plain letters, digits and spaces.':
    'De afzender mag geen ‘{sign}’ bevatten. Gebruik gewone letters, cijfers en spaties.',
  'A sender name has at most {most} characters; this one takes {count}.':
    'Een afzendernaam heeft hooguit {most} tekens; deze telt er {count}.',
  'A sender name needs at least one letter. For a number, use digits only.':
    'Een afzendernaam heeft minstens één letter. Gebruik voor een nummer alleen cijfers.',
  'SMS Desk does not know a provider called “{name}”. It knows: {known}.':
    'SMS Desk kent geen provider met de naam ‘{name}’. Bekend zijn: {known}.',
  '“{field:sentence}” is needed. Fill it in and save again.': '‘{field}’ is nodig. Vul het in en sla opnieuw op.',
  '“{field:sentence}” is needed for {provider:sentence}. Enter it and save again.':
    '‘{field}’ is nodig voor {provider}. Vul het in en sla opnieuw op.',
  '{provider:sentence} has no setting called “{name}”.': '{provider} heeft geen instelling met de naam ‘{name}’.',
  'It has none of this kind.': 'Er zijn er geen van deze soort.',
  'It has: {known}.': 'Er zijn: {known}.',
  '{provider:sentence} did not take the text: {reason:sentence}': '{provider} heeft de sms niet aangenomen: {reason}',
  '{provider:sentence} answered, but contradicts itself about this number.':
    '{provider} heeft geantwoord, maar het antwoord spreekt zichzelf tegen over dit nummer.',
}
