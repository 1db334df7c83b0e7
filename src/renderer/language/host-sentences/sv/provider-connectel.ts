import type { HostSentences } from '../index.ts'

export const providerConnectel: HostSentences = {
  'Swedish provider; reports what became of each text and can receive replies.':
    'Svensk leverantör som rapporterar vad som hände med varje sms och kan ta emot svar.',
  'What recipients see: a name of at most 11 characters, or a number of at most {count} digits.':
    'Vad mottagarna ser: ett namn på högst 11 tecken, eller ett nummer på högst {count} siffror.',
  'Leave this as it is unless Connectel gave you another address.': 'Ändra inte det här om du inte har fått en annan adress av Connectel.',
  'Access token': 'Åtkomsttoken',
  'Make one in Connectel’s web interface under tokens.': 'Skapa en i Connectels webbgränssnitt, under ”tokens”.',
  'In Connectel’s web interface, open the settings of the token and enter this address as its callback. For replies, ask Connectel to send the texts of your number to the same address.':
    'Öppna inställningarna för din token i Connectels webbgränssnitt och ange den här adressen som ”callback”. Vill du ha svar, be Connectel skicka sms till ditt nummer vidare till samma adress.',
  'The address must begin with https, since the access token would travel in clear otherwise.':
    'Adressen måste börja med https, annars skickas åtkomsttoken i klartext.',
  'Leave user name and password out of the address. The access token has a field of its own.':
    'Skriv inte användarnamn och lösenord i adressen. Åtkomsttoken har ett eget fält.',
  'Leave out everything from the question mark on: the address ends with a slash.':
    'Ta bort allt från frågetecknet och framåt: adressen slutar med ett snedstreck.',
  'Check the number.': 'Kontrollera numret.',
  'You can send it again later.': 'Du kan skicka det igen senare.',
  '{provider} did not accept the access token. Check the token in Settings › Accounts.':
    '{provider} godtog inte kontots åtkomsttoken. Kontrollera den under Inställningar › Konton.',
  '{provider} does not say which texts it took.': '{provider} säger inte vilka sms som togs emot.',
  'This one may have been sent or not.': 'Det här kan ha skickats eller inte.',
  '{provider} answered, but not in a way that says whether it took the text for this number.':
    '{provider} svarade, men av svaret framgår inte om sms:et till det här numret togs emot.',
  '{provider} reported a problem, but its answer looks as if it took texts all the same.':
    '{provider} rapporterade ett problem, men av svaret att döma togs sms ändå emot.',
  '{provider} does not know these texts, or no longer.': '{provider} känner inte till de här sms:en, eller inte längre.',
  '{provider} answered, but not about these texts.': '{provider} svarade, men inte om de här sms:en.',
  '{provider} does not know this text, or no longer.': '{provider} känner inte till det här sms:et, eller inte längre.',
  '{provider} answered, but not about this text.': '{provider} svarade, men inte om det här sms:et.',
  'A delivery report without a request id.': 'En leveransrapport utan ”request id”.',
  '{provider} answered: “{words}”. Check the token.': '{provider} svarade: ”{words}”. Kontrollera kontots token.',
  '{provider} answered and did not refuse the token. It has no way to check the token without sending a text, so send one to yourself to be sure.':
    '{provider} svarade och avvisade inte kontots token. Den går inte att testa utan att skicka ett sms, så skicka ett till dig själv för säkerhets skull.',
  'the mobile operator rejected it.': 'mobiloperatören avvisade det.',
  'the number does not belong to a phone it can reach.': 'numret hör inte till någon telefon som går att nå.',
  'its time ran out before the phone could be reached.': 'tiden gick ut innan telefonen gick att nå.',
  'an error occurred that it does not explain.': 'ett fel uppstod som inte förklaras.',
}
