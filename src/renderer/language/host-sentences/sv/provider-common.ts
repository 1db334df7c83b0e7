import type { HostSentences } from '../index.ts'

export const providerCommon: HostSentences = {
  '{provider:sentence} refused this text.': '{provider} avvisade det här sms:et.',
  '{provider:sentence} did not take the text.': '{provider} tog inte emot sms:et.',
  'It says: “{words}”.': 'Meddelande från leverantören: ”{words}”.',
  'It may have been sent or not.': 'Det kan ha skickats eller inte.',
  'The text may have been sent or not.': 'Sms:et kan ha skickats eller inte.',
  '{provider:sentence} is busy and did not take the text.': '{provider} är upptagen och tog inte emot sms:et.',
  '{provider:sentence} asks for a slower pace and did not take the text.': '{provider} ber om en lugnare takt och tog inte emot sms:et.',
  '{provider:sentence} had a fault of its own while it handled the text.': 'Något gick fel hos {provider} medan sms:et behandlades.',
  'There is no credit left at {provider:sentence}. Top up there, then let the account send again.':
    'Saldot hos {provider} är slut. Fyll på där och låt sedan kontot fortsätta.',
  'The address of {provider:sentence} is not right: no text can be sent there. Check the address in Settings › Accounts.':
    'Adressen till {provider} stämmer inte: inga sms kan skickas dit. Kontrollera adressen under Inställningar › Konton.',
  '{provider:sentence} could not answer just now.': '{provider} kunde inte svara just nu.',
  'Try again later.': 'Försök igen senare.',
  '{provider:sentence} could not be reached.': '{provider} gick inte att nå.',
  '{provider:sentence} could not be asked.': '{provider} gick inte att fråga.',
  'The text was handed to {provider:sentence}, but the connection ended before the answer came.':
    'Sms:et lämnades till {provider}, men anslutningen bröts innan svaret kom.',
  'This computer has no connection to the internet.': 'Den här datorn har ingen anslutning till internet.',
  'The text waits in the outbox.': 'Sms:et väntar i utkorgen.',
  '{provider:sentence} answered, but not in a way that says whether the text was taken.':
    '{provider} svarade, men av svaret framgår inte om sms:et togs emot.',
  '{provider:sentence} reported a problem but gave the text a number all the same.':
    '{provider} rapporterade ett problem men gav ändå sms:et ett nummer.',
  '{provider:sentence} did not take a list of {count} numbers.': '{provider} tog inte emot en lista med {count} nummer.',
  'The texts go out one by one instead.': 'Sms:en skickas i stället ett i taget.',
  '{provider:sentence} did not take the text for this number: it took the others and left this one out. Check the number.':
    '{provider} tog inte emot sms:et till det här numret: de andra togs emot, men det här utelämnades. Kontrollera numret.',
  'Something answers at this address, but not as {provider:sentence} does. Check the address.':
    'Något svarar på den här adressen, men inte så som {provider} gör. Kontrollera adressen.',
  '{provider:sentence} cannot call a number and speak a code. Choose another account.':
    '{provider} kan inte ringa upp ett nummer och läsa upp en kod. Välj ett annat konto.',
  '{provider:sentence} has no way to check the settings without sending. Send a text to yourself.':
    '{provider} har inget sätt att testa inställningarna utan att skicka. Skicka ett sms till dig själv.',
  'The address of this account cannot be used. Check it in Settings › Accounts.':
    'Kontots adress går inte att använda. Kontrollera den under Inställningar › Konton.',
  'Neither a delivery report nor a text from a customer.': 'Varken en leveransrapport eller ett sms från en kund.',
  'A check of the address.': 'En kontroll av adressen.',
  'The request is empty.': 'Anropet är tomt.',
  'An empty list.': 'En tom lista.',
  'Nothing to apply.': 'Inget att göra något med.',
  'The body is neither JSON nor a form.': 'Innehållet är varken JSON eller ett formulär.',
  'The list in the body is too long.': 'Listan i innehållet är för lång.',
  Sender: 'Avsändare',
  Address: 'Adress',
  'User name': 'Användarnamn',
  Password: 'Lösenord',
  'Delivery reports': 'Leveransrapporter',
  'Delivery reports and replies': 'Leveransrapporter och svar',
  Yes: 'Ja',
  No: 'Nej',
  'This is not a web address. It should look like {example}': 'Det här är ingen webbadress. Den ska se ut som {example}',
  'Leave out everything from the question mark on.': 'Ta bort allt från frågetecknet och framåt.',
  'Leave user name and password out of the address. They have fields of their own.':
    'Skriv inte användarnamn och lösenord i adressen. De har egna fält.',
  'Enter the name or number that recipients see as sender.': 'Skriv namnet eller numret som mottagarna ser som avsändare.',
  'A sender number has at most {most} digits.': 'Ett avsändarnummer har högst {most} siffror.',
  'The sender cannot contain “{sign}”. Use plain letters, digits and spaces.':
    'Avsändaren får inte innehålla ”{sign}”. Använd vanliga bokstäver, siffror och mellanslag.',
  'A sender name has at most {most} characters; this one takes {count}.': 'Ett avsändarnamn har högst {most} tecken; det här tar {count}.',
  'A sender name needs at least one letter. For a number, use digits only.':
    'Ett avsändarnamn måste ha minst en bokstav. Ett nummer skrivs med bara siffror.',
  'SMS Desk does not know a provider called “{name}”. It knows: {known}.':
    'SMS Desk känner inte till någon leverantör som heter ”{name}”. De som finns är {known}.',
  '“{field:sentence}” is needed. Fill it in and save again.': '”{field}” behövs. Fyll i det och spara igen.',
  '“{field:sentence}” is needed for {provider:sentence}. Enter it and save again.':
    '”{field}” behövs för {provider}. Fyll i det och spara igen.',
  '{provider:sentence} has no setting called “{name}”.': '{provider} har ingen inställning som heter ”{name}”.',
  'It has none of this kind.': 'Det finns inga av den sorten.',
  'It has: {known}.': 'De som finns är {known}.',
  '{provider:sentence} did not take the text: {reason:sentence}': '{provider} tog inte emot sms:et: {reason}',
  '{provider:sentence} answered, but contradicts itself about this number.':
    '{provider} svarade, men svaret är motsägelsefullt om det här numret.',
}
