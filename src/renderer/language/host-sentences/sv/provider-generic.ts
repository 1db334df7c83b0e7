import type { HostSentences } from '../index.ts'

export const providerGeneric: HostSentences = {
  'Another provider (HTTP)': 'En annan leverantör (HTTP)',
  'Any SMS gateway with an HTTP interface: you set it up with its documentation at hand, or begin with a ready-made one.':
    'Vilken sms-gateway som helst med HTTP-gränssnitt: du ställer in den med hjälp av dess dokumentation eller börjar med en färdig.',
  'Name of the gateway': 'Gatewayens namn',
  'As messages in SMS Desk are to call it.': 'Så som meddelanden i SMS Desk ska kalla den.',
  'What recipients see: a name of at most 11 characters, or a number of at most {count} digits. Begin a full number with +, and it is written as set under “Numbers are written”.':
    'Vad mottagarna ser: ett namn på högst 11 tecken, eller ett nummer på högst {count} siffror. Börja ett fullständigt nummer med +, så skrivs det enligt ”Nummer skrivs”.',
  'Address for sending': 'Adress för att skicka',
  'From the gateway’s documentation; often called endpoint or URL. Fields in double braces are filled in for each text, as in …?to={{to}}&text={{text}}.':
    'Från gatewayens dokumentation; kallas ofta ”endpoint” eller ”URL”. Fält inom dubbla klammerparenteser fylls i för varje sms, som i …?to={{to}}&text={{text}}.',
  'The documentation says POST or GET, and shows what the body looks like.':
    'I dokumentationen står POST eller GET, och hur innehållet (”body”) ser ut.',
  'POST with JSON: a body in braces': 'POST med JSON: innehåll inom klammerparenteser',
  'POST as a form: name=value': 'POST som formulär: namn=värde',
  'GET: everything is in the address': 'GET: allt står i adressen',
  'POST without a body: everything is in the address': 'POST utan innehåll: allt står i adressen',
  Body: 'Innehåll (”body”)',
  'Copy the sample from the documentation and put fields in the place of its values: {{to}} the number, {{text}} the text, {{from}} the sender; also {{id}}, {{username}}, {{password}}, {{token}}. JSON as it is; a form with one name=value per line.':
    'Kopiera exemplet från dokumentationen och sätt in fält i stället för värdena: {{to}} numret, {{text}} texten, {{from}} avsändaren; även {{id}}, {{username}}, {{password}}, {{token}}. JSON som den är; ett formulär med ett namn=värde per rad.',
  'Signing in': 'Inloggning',
  'How the gateway knows you. Enter user name, password or token under the secrets.':
    'Hur gatewayen vet vem du är. Fyll i användarnamn, lösenord eller token bland nycklarna.',
  'With fields in the address, body or headers': 'Med fält i adressen, innehållet eller HTTP-huvudena',
  'User name and password (basic authentication)': 'Användarnamn och lösenord (”basic authentication”)',
  'Token (Authorization: Bearer)': 'Token (Authorization: Bearer)',
  'Numbers are written': 'Nummer skrivs',
  'As the samples in the documentation have them.': 'Som i dokumentationens exempel.',
  'with plus: +46701740605': 'med plus: +46701740605',
  'digits only: 46701740605': 'bara siffror: 46701740605',
  'with two zeros: 0046701740605': 'med två nollor: 0046701740605',
  'Message id in the answer': 'Meddelande-id i svaret',
  'Names from the outside in: id, or messages[0].message-id, or header:X-Message-Id. For an answer in plain text such as “ID: 123”, write text:ID: *':
    'Namn utifrån och in: id, eller messages[0].message-id, eller header:X-Message-Id. För ett svar i vanlig text som ”ID: 123”, skriv text:ID: *',
  'Sign that it was taken': 'Tecken på att det togs emot',
  'For gateways that answer errors with “200 OK”, too: where to look, and what stands there for a text that was taken, such as messages[0].status = 0 or status = OK or QUEUED. A * at the end stands for anything: text: = OK*':
    'För gatewayer som svarar ”200 OK” även vid fel: var svaret står och vad som står där när ett sms togs emot, till exempel messages[0].status = 0 eller status = OK or QUEUED. En * i slutet står för vad som helst: text: = OK*',
  'Reports: field with the message id': 'Rapporter: fält med meddelande-id',
  'Leave the fields for reports empty if the gateway sends no delivery reports (DLR).':
    'Lämna fälten för rapporter tomma om gatewayen inte skickar leveransrapporter (DLR).',
  'Reports: field with the status': 'Rapporter: fält med status',
  'Where it stands inside another, write both: message.status': 'Står det inuti ett annat, skriv båda: message.status',
  'Replies: field with the customer’s number': 'Svar: fält med kundens nummer',
  'Leave the fields for replies empty if the gateway receives no texts for you.':
    'Lämna fälten för svar tomma om gatewayen inte tar emot sms åt dig.',
  'Replies: field with the text': 'Svar: fält med texten',
  'The name of the field in what the provider sends you, as its documentation has it.':
    'Fältets namn i det leverantören skickar dig, som det står i dokumentationen.',
  'Reason of a refusal': 'Orsak till att något avvisas',
  'Where an error answer says why, such as error.message. The usual places are found without.':
    'Var ett felsvar säger varför, till exempel error.message. De vanliga ställena hittas ändå.',
  'Error code in the answer': 'Felkod i svaret',
  'Where it stands. Left empty, it is looked for where the sign that a text was taken stands.':
    'Var den står. Lämnas det tomt letas den upp där tecknet på att ett sms togs emot står.',
  'What error codes mean': 'Vad felkoder betyder',
  'One per line, such as 4 = login. Meanings: {words}. “slower” and “busy” are tried again; “login”, “credit”, “rights” and “blocked” pause the account; “unclear” is for texts that may have been sent all the same.':
    'En per rad, till exempel 4 = login. Betydelser: {words}. ”slower” och ”busy” försöks igen; ”login”, ”credit”, ”rights” och ”blocked” pausar kontot; ”unclear” är för sms som kan ha skickats ändå.',
  Headers: 'HTTP-huvuden',
  'One per line, such as X-API-Key: {{token}}. Only what the documentation asks for.':
    'Ett per rad, till exempel X-API-Key: {{token}}. Bara det som dokumentationen kräver.',
  'Longest text': 'Längsta sms',
  'In characters, if the gateway has a limit.': 'I tecken, om gatewayen har en gräns.',
  'Status words of reports': 'Statusord i rapporter',
  'Only those that SMS Desk does not know, one per line, such as 001 = delivered. Meanings: queued, sent, delivered, undelivered, expired, rejected, unknown.':
    'Bara de som SMS Desk inte känner till, ett per rad, till exempel 001 = delivered. Betydelser: queued, sent, delivered, undelivered, expired, rejected, unknown.',
  'Reports: field with the reason': 'Rapporter: fält med orsaken',
  'Why a text did not arrive, or an error code.': 'Varför ett sms inte kom fram, eller en felkod.',
  'Reports: field with the recipient': 'Rapporter: fält med mottagaren',
  'Helps to find a text whose answer was lost.': 'Hjälper till att hitta ett sms vars svar gick förlorat.',
  'Replies: field with your number': 'Svar: fält med ditt nummer',
  'The field that says which of your numbers was texted. Empty: it is not shown.':
    'Fältet som säger till vilket av dina nummer sms:et kom. Tomt: det visas inte.',
  'Replies: field with the id': 'Svar: fält med id',
  'Keeps a reply that the gateway brings twice from being shown twice.':
    'Gör att ett svar som gatewayen lämnar två gånger inte visas två gånger.',
  'Replies: fields of a part': 'Svar: fält för en del',
  'Only where long replies come in parts: the fields that say which text it belongs to, which part it is, and of how many.':
    'Bara när långa svar kommer i delar: fälten som säger vilket sms delen hör till, vilken del det är och av hur många.',
  'Replies: what tells them from reports': 'Svar: vad som skiljer dem från rapporter',
  'Only where replies have all the fields of a report, too: a field and what stands in it for a reply, such as direction = inbound.':
    'Bara när svar också har alla fält som en rapport har: ett fält och vad som står i det för ett svar, till exempel direction = inbound.',
  'List of reports or replies': 'Lista med rapporter eller svar',
  'The field that holds the list, where one call of the gateway brings several. The fields above are then those of each entry.':
    'Fältet som innehåller listan, när ett anrop från gatewayen lämnar flera. Fälten ovan är då de i varje post.',
  'Or account number or key, whatever goes with the password. Written {{username}} in a template.':
    'Eller kontonummer eller nyckel, det som hör till lösenordet. Skrivs {{username}} i en mall.',
  'Or API secret. Written {{password}} in a template.': 'Eller ”API secret”. Skrivs {{password}} i en mall.',
  'Or API key. Written {{token}} in a template.': 'Eller API-nyckel. Skrivs {{token}} i en mall.',
  'Address for reports': 'Adress för rapporter',
  'Only where the gateway wants it with every text: after saving, copy the account’s hook address in here. Written {{callback}} in a template; a parameter is left out while this is empty.':
    'Bara när gatewayen vill ha den med varje sms: kopiera hit kontots adress för rapporter när du har sparat. Skrivs {{callback}} i en mall; en parameter utelämnas medan det här är tomt.',
  'In the gateway’s settings, look for the address of delivery reports and of incoming texts (also called callback, webhook, DLR or status URL) and enter this one for both. Where the gateway wants it with every text instead, enter it as “Address for reports” in the form of this account and write {{callback}} where the documentation puts it.':
    'Leta i gatewayens inställningar efter adressen för leveransrapporter och för inkommande sms (kallas också ”callback”, ”webhook”, ”DLR” eller ”status URL”) och ange den här för båda. Vill gatewayen i stället ha den med varje sms, fyll i den som ”Adress för rapporter” i kontots formulär och skriv {{callback}} där dokumentationen har den.',
  'How this provider counts and charges parts is not known to SMS Desk.':
    'Hur den här leverantören räknar och debiterar delar vet inte SMS Desk.',
  'User name: your Account SID. Password: your Auth Token. Sender: your Twilio number with +, or a name where Twilio allows it.':
    'Användarnamn: ditt ”Account SID”. Lösenord: din ”Auth Token”. Avsändare: ditt Twilio-nummer med +, eller ett namn där Twilio tillåter det.',
  'User name: your API key. Password: your API secret. Formerly Nexmo.':
    'Användarnamn: din ”API key”. Lösenord: din ”API secret”. Tidigare Nexmo.',
}
