import type { HostSentences } from '../index.ts'

export const providerConnectel: HostSentences = {
  'Swedish provider; reports what became of each text and can receive replies.':
    'Zweedse provider; meldt wat er van elke sms geworden is en kan antwoorden ontvangen.',
  'What recipients see: a name of at most 11 characters, or a number of at most {count} digits.':
    'Wat ontvangers zien: een naam van hooguit 11 tekens, of een nummer van hooguit {count} cijfers.',
  'Leave this as it is unless Connectel gave you another address.':
    'Laat dit zoals het is, tenzij u van Connectel een ander adres hebt gekregen.',
  'Access token': 'Toegangstoken',
  'Make one in Connectel’s web interface under tokens.': 'Maak er een in de webinterface van Connectel, onder ‘tokens’.',
  'In Connectel’s web interface, open the settings of the token and enter this address as its callback. For replies, ask Connectel to send the texts of your number to the same address.':
    'Open in de webinterface van Connectel de instellingen van het token en vul dit adres in als ‘callback’. Vraag Connectel voor antwoorden om de sms’en naar uw nummer naar hetzelfde adres te sturen.',
  'The address must begin with https, since the access token would travel in clear otherwise.':
    'Het adres moet met https beginnen, anders gaat het toegangstoken onversleuteld over het net.',
  'Leave user name and password out of the address. The access token has a field of its own.':
    'Zet gebruikersnaam en wachtwoord niet in het adres. Het toegangstoken heeft een eigen veld.',
  'Leave out everything from the question mark on: the address ends with a slash.':
    'Laat alles vanaf het vraagteken weg: het adres eindigt op een schuine streep.',
  'Check the number.': 'Controleer het nummer.',
  'You can send it again later.': 'U kunt de sms later opnieuw verzenden.',
  '{provider} did not accept the access token. Check the token in Settings › Accounts.':
    '{provider} heeft het toegangstoken niet geaccepteerd. Controleer het in Instellingen › Accounts.',
  '{provider} does not say which texts it took.': '{provider} zegt niet welke sms’en zijn aangenomen.',
  'This one may have been sent or not.': 'Deze is misschien verzonden, misschien niet.',
  '{provider} answered, but not in a way that says whether it took the text for this number.':
    '{provider} heeft geantwoord, maar uit het antwoord blijkt niet of de sms voor dit nummer is aangenomen.',
  '{provider} reported a problem, but its answer looks as if it took texts all the same.':
    '{provider} meldde een probleem, maar zo te zien zijn er toch sms’en aangenomen.',
  '{provider} does not know these texts, or no longer.': '{provider} kent deze sms’en niet, of niet meer.',
  '{provider} answered, but not about these texts.': '{provider} heeft geantwoord, maar niet over deze sms’en.',
  '{provider} does not know this text, or no longer.': '{provider} kent deze sms niet, of niet meer.',
  '{provider} answered, but not about this text.': '{provider} heeft geantwoord, maar niet over deze sms.',
  'A delivery report without a request id.': 'Een afleverrapport zonder ‘request id’.',
  '{provider} answered: “{words}”. Check the token.': '{provider} antwoordde: ‘{words}’. Controleer het token.',
  '{provider} answered and did not refuse the token. It has no way to check the token without sending a text, so send one to yourself to be sure.':
    '{provider} heeft geantwoord en het token niet geweigerd. Het token kan niet worden getest zonder een sms te verzenden, dus stuur er voor de zekerheid een naar uzelf.',
  'the mobile operator rejected it.': 'de mobiele operator heeft hem geweigerd.',
  'the number does not belong to a phone it can reach.': 'het nummer hoort niet bij een bereikbare telefoon.',
  'its time ran out before the phone could be reached.': 'de tijd was om voordat de telefoon bereikbaar was.',
  'an error occurred that it does not explain.': 'er trad een fout op die niet wordt uitgelegd.',
}
