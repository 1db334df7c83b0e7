import type { HostSentences } from '../index.ts'

export const providerGeneric: HostSentences = {
  'Another provider (HTTP)': 'Een andere provider (HTTP)',
  'Any SMS gateway with an HTTP interface: you set it up with its documentation at hand, or begin with a ready-made one.':
    'Elke sms-gateway met een HTTP-interface: u stelt die in met de documentatie erbij, of begint met een kant-en-klare.',
  'Name of the gateway': 'Naam van de gateway',
  'As messages in SMS Desk are to call it.': 'Zoals meldingen in SMS Desk hem moeten noemen.',
  'What recipients see: a name of at most 11 characters, or a number of at most {count} digits. Begin a full number with +, and it is written as set under “Numbers are written”.':
    'Wat ontvangers zien: een naam van hooguit 11 tekens, of een nummer van hooguit {count} cijfers. Begin een volledig nummer met +, dan wordt het geschreven zoals bij ‘Nummers worden geschreven’ is ingesteld.',
  'Address for sending': 'Adres om te verzenden',
  'From the gateway’s documentation; often called endpoint or URL. Fields in double braces are filled in for each text, as in …?to={{to}}&text={{text}}.':
    'Uit de documentatie van de gateway; heet vaak ‘endpoint’ of ‘URL’. Velden tussen dubbele accolades worden voor elke sms ingevuld, zoals in …?to={{to}}&text={{text}}.',
  'The documentation says POST or GET, and shows what the body looks like.':
    'In de documentatie staat POST of GET, en hoe de inhoud (‘body’) eruitziet.',
  'POST with JSON: a body in braces': 'POST met JSON: inhoud tussen accolades',
  'POST as a form: name=value': 'POST als formulier: naam=waarde',
  'GET: everything is in the address': 'GET: alles staat in het adres',
  'POST without a body: everything is in the address': 'POST zonder inhoud: alles staat in het adres',
  Body: 'Inhoud (‘body’)',
  'Copy the sample from the documentation and put fields in the place of its values: {{to}} the number, {{text}} the text, {{from}} the sender; also {{id}}, {{username}}, {{password}}, {{token}}. JSON as it is; a form with one name=value per line.':
    'Kopieer het voorbeeld uit de documentatie en zet velden op de plaats van de waarden: {{to}} het nummer, {{text}} de tekst, {{from}} de afzender; ook {{id}}, {{username}}, {{password}}, {{token}}. JSON zoals het is; een formulier met één naam=waarde per regel.',
  'Signing in': 'Aanmelden',
  'How the gateway knows you. Enter user name, password or token under the secrets.':
    'Hoe de gateway u herkent. Vul gebruikersnaam, wachtwoord of token in bij de sleutels.',
  'With fields in the address, body or headers': 'Met velden in het adres, de inhoud of de headers',
  'User name and password (basic authentication)': 'Gebruikersnaam en wachtwoord (‘basic authentication’)',
  'Token (Authorization: Bearer)': 'Token (Authorization: Bearer)',
  'Numbers are written': 'Nummers worden geschreven',
  'As the samples in the documentation have them.': 'Zoals in de voorbeelden in de documentatie.',
  'with plus: +46701740605': 'met plus: +46701740605',
  'digits only: 46701740605': 'alleen cijfers: 46701740605',
  'with two zeros: 0046701740605': 'met twee nullen: 0046701740605',
  'Message id in the answer': 'Bericht-id in het antwoord',
  'Names from the outside in: id, or messages[0].message-id, or header:X-Message-Id. For an answer in plain text such as “ID: 123”, write text:ID: *':
    'Namen van buiten naar binnen: id, of messages[0].message-id, of header:X-Message-Id. Schrijf voor een antwoord in gewone tekst zoals ‘ID: 123’: text:ID: *',
  'Sign that it was taken': 'Teken dat de sms is aangenomen',
  'For gateways that answer errors with “200 OK”, too: where to look, and what stands there for a text that was taken, such as messages[0].status = 0 or status = OK or QUEUED. A * at the end stands for anything: text: = OK*':
    'Voor gateways die ook bij fouten ‘200 OK’ antwoorden: waar het staat en wat er staat als een sms is aangenomen, bijvoorbeeld messages[0].status = 0 of status = OK or QUEUED. Een * aan het eind staat voor van alles: text: = OK*',
  'Reports: field with the message id': 'Rapporten: veld met het bericht-id',
  'Leave the fields for reports empty if the gateway sends no delivery reports (DLR).':
    'Laat de velden voor rapporten leeg als de gateway geen afleverrapporten (DLR) stuurt.',
  'Reports: field with the status': 'Rapporten: veld met de status',
  'Where it stands inside another, write both: message.status': 'Staat het binnen een ander veld, schrijf dan beide: message.status',
  'Replies: field with the customer’s number': 'Antwoorden: veld met het nummer van de klant',
  'Leave the fields for replies empty if the gateway receives no texts for you.':
    'Laat de velden voor antwoorden leeg als de gateway geen sms’en voor u ontvangt.',
  'Replies: field with the text': 'Antwoorden: veld met de tekst',
  'The name of the field in what the provider sends you, as its documentation has it.':
    'De naam van het veld in wat de provider u stuurt, zoals in de documentatie.',
  'Reason of a refusal': 'Reden van een weigering',
  'Where an error answer says why, such as error.message. The usual places are found without.':
    'Waar een foutantwoord zegt waarom, bijvoorbeeld error.message. De gebruikelijke plaatsen worden vanzelf gevonden.',
  'Error code in the answer': 'Foutcode in het antwoord',
  'Where it stands. Left empty, it is looked for where the sign that a text was taken stands.':
    'Waar die staat. Leeg wordt er gezocht waar het teken staat dat een sms is aangenomen.',
  'What error codes mean': 'Wat foutcodes betekenen',
  'One per line, such as 4 = login. Meanings: {words}. “slower” and “busy” are tried again; “login”, “credit”, “rights” and “blocked” pause the account; “unclear” is for texts that may have been sent all the same.':
    'Eén per regel, bijvoorbeeld 4 = login. Betekenissen: {words}. ‘slower’ en ‘busy’ worden opnieuw geprobeerd; ‘login’, ‘credit’, ‘rights’ en ‘blocked’ pauzeren het account; ‘unclear’ is voor sms’en die toch verzonden kunnen zijn.',
  Headers: 'Headers',
  'One per line, such as X-API-Key: {{token}}. Only what the documentation asks for.':
    'Eén per regel, bijvoorbeeld X-API-Key: {{token}}. Alleen wat de documentatie vraagt.',
  'Longest text': 'Langste sms',
  'In characters, if the gateway has a limit.': 'In tekens, als de gateway een grens heeft.',
  'Status words of reports': 'Statuswoorden in rapporten',
  'Only those that SMS Desk does not know, one per line, such as 001 = delivered. Meanings: queued, sent, delivered, undelivered, expired, rejected, unknown.':
    'Alleen die SMS Desk niet kent, één per regel, bijvoorbeeld 001 = delivered. Betekenissen: queued, sent, delivered, undelivered, expired, rejected, unknown.',
  'Reports: field with the reason': 'Rapporten: veld met de reden',
  'Why a text did not arrive, or an error code.': 'Waarom een sms niet is aangekomen, of een foutcode.',
  'Reports: field with the recipient': 'Rapporten: veld met de ontvanger',
  'Helps to find a text whose answer was lost.': 'Helpt een sms te vinden waarvan het antwoord verloren ging.',
  'Replies: field with your number': 'Antwoorden: veld met uw nummer',
  'The field that says which of your numbers was texted. Empty: it is not shown.':
    'Het veld dat zegt naar welk van uw nummers de sms kwam. Leeg: het wordt niet getoond.',
  'Replies: field with the id': 'Antwoorden: veld met het id',
  'Keeps a reply that the gateway brings twice from being shown twice.':
    'Voorkomt dat een antwoord dat de gateway twee keer brengt, twee keer wordt getoond.',
  'Replies: fields of a part': 'Antwoorden: velden van een deel',
  'Only where long replies come in parts: the fields that say which text it belongs to, which part it is, and of how many.':
    'Alleen als lange antwoorden in delen komen: de velden die zeggen bij welke sms het hoort, welk deel het is en van hoeveel.',
  'Replies: what tells them from reports': 'Antwoorden: wat ze van rapporten onderscheidt',
  'Only where replies have all the fields of a report, too: a field and what stands in it for a reply, such as direction = inbound.':
    'Alleen als antwoorden ook alle velden van een rapport hebben: een veld en wat erin staat bij een antwoord, bijvoorbeeld direction = inbound.',
  'List of reports or replies': 'Lijst van rapporten of antwoorden',
  'The field that holds the list, where one call of the gateway brings several. The fields above are then those of each entry.':
    'Het veld met de lijst, als één aanroep van de gateway er meerdere brengt. De velden hierboven zijn dan die van elk item.',
  'Or account number or key, whatever goes with the password. Written {{username}} in a template.':
    'Of accountnummer of sleutel, wat bij het wachtwoord hoort. In een sjabloon geschreven als {{username}}.',
  'Or API secret. Written {{password}} in a template.': 'Of ‘API secret’. In een sjabloon geschreven als {{password}}.',
  'Or API key. Written {{token}} in a template.': 'Of API-sleutel. In een sjabloon geschreven als {{token}}.',
  'Address for reports': 'Adres voor rapporten',
  'Only where the gateway wants it with every text: after saving, copy the account’s hook address in here. Written {{callback}} in a template; a parameter is left out while this is empty.':
    'Alleen als de gateway het bij elke sms wil: kopieer na het opslaan het rapportadres van het account hierheen. In een sjabloon geschreven als {{callback}}; een parameter wordt weggelaten zolang dit leeg is.',
  'In the gateway’s settings, look for the address of delivery reports and of incoming texts (also called callback, webhook, DLR or status URL) and enter this one for both. Where the gateway wants it with every text instead, enter it as “Address for reports” in the form of this account and write {{callback}} where the documentation puts it.':
    'Zoek in de instellingen van de gateway het adres voor afleverrapporten en voor inkomende sms’en (ook ‘callback’, ‘webhook’, ‘DLR’ of ‘status URL’ genoemd) en vul dit voor beide in. Wil de gateway het in plaats daarvan bij elke sms, vul het dan in als ‘Adres voor rapporten’ in het formulier van dit account en schrijf {{callback}} waar de documentatie het plaatst.',
  'How this provider counts and charges parts is not known to SMS Desk.': 'Hoe deze provider delen telt en berekent, weet SMS Desk niet.',
  'User name: your Account SID. Password: your Auth Token. Sender: your Twilio number with +, or a name where Twilio allows it.':
    'Gebruikersnaam: uw ‘Account SID’. Wachtwoord: uw ‘Auth Token’. Afzender: uw Twilio-nummer met +, of een naam waar Twilio dat toestaat.',
  'User name: your API key. Password: your API secret. Formerly Nexmo.':
    'Gebruikersnaam: uw ‘API key’. Wachtwoord: uw ‘API secret’. Voorheen Nexmo.',
}
