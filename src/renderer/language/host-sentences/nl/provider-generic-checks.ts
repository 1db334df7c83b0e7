import type { HostSentences } from '../index.ts'

export const providerGenericChecks: HostSentences = {
  'the gateway': 'de gateway',
  'The gateway': 'De gateway',
  'This is not a web address. It should look like https://gateway.example/api/send':
    'Dit is geen webadres. Het moet eruitzien als https://gateway.example/api/send',
  'A field can stand only after the name of the server and a slash.':
    'Een veld mag alleen na de naam van de server en een schuine streep staan.',
  'Leave user name and password out of the beginning of the address. They have fields of their own.':
    'Zet gebruikersnaam en wachtwoord niet in het begin van het adres. Daar zijn eigen velden voor.',
  'The address must begin with https, since texts and passwords would travel in clear otherwise.':
    'Het adres moet met https beginnen, anders gaan sms’en en wachtwoorden onversleuteld over het net.',
  'An address has no spaces and no #. Check what was pasted.': 'Een adres heeft geen spaties en geen #. Controleer wat er is geplakt.',
  'Take away the percent sign directly before a field.': 'Haal het procentteken direct voor een veld weg.',
  'This address leads elsewhere once the fields are filled in. Check its slashes and dots.':
    'Dit adres leidt ergens anders heen als de velden zijn ingevuld. Controleer de schuine strepen en punten.',
  'The text can stand only after a question mark, as in …?text={{text}}, or in the body.':
    'De tekst mag alleen na een vraagteken staan, zoals in …?text={{text}}, of in de inhoud.',
  'After the question mark, a field can stand only behind an equals sign.':
    'Na het vraagteken mag een veld alleen achter een isgelijkteken staan.',
  'If this happens with every text, check in Settings › Accounts how its answers are read.':
    'Gebeurt dit bij elke sms, controleer dan in Instellingen › Accounts hoe de antwoorden worden gelezen.',
  '{provider:sentence} gave an answer that contradicts itself.': '{provider} gaf een antwoord dat zichzelf tegenspreekt.',
  '{provider:sentence} did not accept the user name, password or token. Check them in Settings › Accounts.':
    '{provider} heeft de gebruikersnaam, het wachtwoord of het token niet geaccepteerd. Controleer ze in Instellingen › Accounts.',
  '{provider:sentence} cannot text this number. Check the number.': '{provider} kan dit nummer niet sms’en. Controleer het nummer.',
  '{provider:sentence} does not allow this sender. Check the sender in Settings › Accounts.':
    '{provider} staat deze afzender niet toe. Controleer de afzender in Instellingen › Accounts.',
  '{provider:sentence} did not take this text because of what it says or how long it is. Change the text.':
    '{provider} heeft deze sms niet aangenomen vanwege de inhoud of de lengte. Wijzig de tekst.',
  '{provider:sentence} does not allow this account to send this way. Ask {provider:sentence} to allow it.':
    '{provider} staat niet toe dat dit account zo verzendt. Vraag {provider} het toe te staan.',
  '{provider:sentence} has blocked this account. Ask there why.': '{provider} heeft dit account geblokkeerd. Vraag daar waarom.',
  'Two opening braces are not closed. A field looks like {{text}}.':
    'Twee geopende accolades zijn niet gesloten. Een veld ziet eruit als {{text}}.',
  'Write {{encoding:…|…}} with the gateway’s two words, for plain and for other letters, such as {{encoding:text|unicode}}.':
    'Schrijf {{encoding:…|…}} met de twee woorden van de gateway, voor gewone en voor andere letters, bijvoorbeeld {{encoding:text|unicode}}.',
  'There is no field called {{{name}}}. There are {known} and {{encoding:…|…}}.':
    'Er is geen veld met de naam {{{name}}}. Wel zijn er {known} en {{encoding:…|…}}.',
  'Line {line} is not of the form Name: value, such as X-API-Key: {{token}}.':
    'Regel {line} heeft niet de vorm Naam: waarde, zoals X-API-Key: {{token}}.',
  'Line {line}: this header is set by SMS Desk itself. Leave it out.':
    'Regel {line}: deze header wordt door SMS Desk zelf gezet. Laat hem weg.',
  'Line {line}: this header is there twice.': 'Regel {line}: deze header staat er twee keer.',
  'Line {line}: the text cannot stand in a header.': 'Regel {line}: de tekst mag niet in een header staan.',
  'Line {line}: a header holds plain letters, digits and signs only.':
    'Regel {line}: een header bevat alleen gewone letters, cijfers en tekens.',
  'Line {line}: {problem:sentence}': 'Regel {line}: {problem}',
  'A delivery report needs both: the field with the message id, and the field with the status.':
    'Een afleverrapport heeft beide nodig: het veld met het bericht-id en het veld met de status.',
  'A text from a customer needs both: the field with the number, and the field with the text.':
    'Een sms van een klant heeft beide nodig: het veld met het nummer en het veld met de tekst.',
  'Write the name of the field, such as status, or message.status where it stands inside another.':
    'Schrijf de naam van het veld, bijvoorbeeld status, of message.status als het binnen een ander veld staat.',
  'Write the name of a field, an equals sign, and what stands there, such as direction = inbound':
    'Schrijf de naam van een veld, een isgelijkteken en wat er staat, bijvoorbeeld direction = inbound',
  'Write three fields with commas between them, such as concat-ref, concat-part, concat-total':
    'Schrijf drie velden met komma’s ertussen, bijvoorbeeld concat-ref, concat-part, concat-total',
  'The account does not say where a report or a text stands in a request. Set it up in Settings › Accounts.':
    'Het account zegt niet waar een rapport of sms in een aanvraag staat. Stel dat in bij Instellingen › Accounts.',
  'The list in the request is too long.': 'De lijst in de aanvraag is te lang.',
  'Error code {code}.': 'Foutcode {code}.',
  'The settings of this account cannot be used as they are. Open it in Settings › Accounts, correct what is marked and save.':
    'De instellingen van dit account zijn zo niet bruikbaar. Open het in Instellingen › Accounts, verbeter wat is gemarkeerd en sla op.',
  'Take away the backslash directly before a field.': 'Haal de backslash direct voor een veld weg.',
  'A field without quotation marks stands for a whole value: after a colon or comma, and before a comma or bracket.':
    'Een veld zonder aanhalingstekens staat voor een hele waarde: na een dubbele punt of komma, en voor een komma of haakje.',
  'A field can stand for a value only, not for the name before the colon.':
    'Een veld mag alleen voor een waarde staan, niet voor de naam vóór de dubbele punt.',
  'This is not valid JSON once the fields are filled in. Check quotation marks, commas and brackets.':
    'Dit is geen geldige JSON als de velden zijn ingevuld. Controleer aanhalingstekens, komma’s en haakjes.',
  'Line {line} is not of the form name=value, such as to={{to}}.': 'Regel {line} heeft niet de vorm naam=waarde, zoals to={{to}}.',
  'In line {line}, a field can stand behind the equals sign only.': 'Op regel {line} mag een veld alleen achter het isgelijkteken staan.',
  'Line {line} holds several parameters. Put each on a line of its own, without the & between them.':
    'Regel {line} bevat meerdere parameters. Zet elke parameter op een eigen regel, zonder de & ertussen.',
  'The {field:sentence} of this account is missing. Enter it in Settings › Accounts.':
    'Van dit account ontbreekt: {field}. Vul dat in bij Instellingen › Accounts.',
  'user name': 'gebruikersnaam',
  password: 'wachtwoord',
  'address for reports': 'adres voor rapporten',
  'With its user name or token filled in, the address of this account cannot be used. Check them in Settings › Accounts.':
    'Met de gebruikersnaam of het token ingevuld is het adres van dit account niet bruikbaar. Controleer ze in Instellingen › Accounts.',
  'The user name, password or token of this account has a sign that cannot be sent. Enter it again in Settings › Accounts, without line breaks.':
    'De gebruikersnaam, het wachtwoord of het token van dit account bevat een teken dat niet kan worden verzonden. Vul het opnieuw in bij Instellingen › Accounts, zonder regeleinden.',
  'Write where it stands, an equals sign, and what stands there, such as messages[0].status = 0 or status = OK or QUEUED':
    'Schrijf waar het staat, een isgelijkteken en wat er staat, bijvoorbeeld messages[0].status = 0 of status = OK or QUEUED',
  'Delivery reports find their text by its message id: say where it stands in the answer.':
    'Afleverrapporten vinden hun sms via het bericht-id: geef aan waar dat in het antwoord staat.',
  'Write a number from 1 to {most}, such as 1600.': 'Schrijf een getal van 1 tot {most}, bijvoorbeeld 1600.',
  'There is an Authorization header already, from “Signing in”. Leave out one of the two.':
    'Er is al een Authorization-header, van ‘Aanmelden’. Laat een van de twee weg.',
  'The number is missing: write {{to}} where it belongs.': 'Het nummer ontbreekt: schrijf {{to}} waar het hoort.',
  'The text is missing: write {{text}} where it belongs.': 'De tekst ontbreekt: schrijf {{text}} waar die hoort.',
  'Where the message id is the whole answer, say here what a good answer looks like, such as text: = 1*, so that an error is not taken for an id.':
    'Als het bericht-id het hele antwoord is, schrijf hier dan hoe een goed antwoord eruitziet, bijvoorbeeld text: = 1*, zodat een fout niet voor een id wordt gehouden.',
  'Say where the codes stand that you explain.': 'Geef aan waar de codes staan die u uitlegt.',
  'Copy the sample from the gateway’s documentation and put {{to}} and {{text}} where number and text belong.':
    'Kopieer het voorbeeld uit de documentatie van de gateway en zet {{to}} en {{text}} waar nummer en tekst horen.',
  'Write the names from the outside in, such as messages[0].message-id, or header:X-Message-Id, or text:ID: *':
    'Schrijf de namen van buiten naar binnen, bijvoorbeeld messages[0].message-id, of header:X-Message-Id, of text:ID: *',
  'Behind text: write what stands around the value, with one * in its place, such as text:ID: *':
    'Schrijf achter text: wat er rond de waarde staat, met één * op de plaats ervan, bijvoorbeeld text:ID: *',
  'This seems to hold a password or key. Put it into “Password” or “Token” below and write {{password}} or {{token}} here: only there is it kept safe.':
    'Hier lijkt een wachtwoord of sleutel te staan. Zet die hieronder bij ‘Wachtwoord’ of ‘Token’ en schrijf hier {{password}} of {{token}}: alleen daar wordt die veilig bewaard.',
  'The {secret:sentence} travels in the address, where servers on the way may write it down. If the gateway also takes it in the body or a header, put it there.':
    'In het adres gaat {secret} mee, en dat kunnen servers onderweg noteren. Neemt de gateway het ook aan in de inhoud of een header, zet het dan daar.',
  'The sender is not handed over, since {{from}} is not written anywhere: recipients see what the gateway sets.':
    'De afzender wordt niet doorgegeven, omdat {{from}} nergens staat: ontvangers zien wat de gateway instelt.',
  'Without a message id or a “Sign that it was taken”, every answer that is no error counts as taken.':
    'Zonder bericht-id of ‘Teken dat de sms is aangenomen’ geldt elk antwoord dat geen fout is als aangenomen.',
  'With this way of sending, nothing is sent from here.': 'Met deze manier van verzenden wordt hiervandaan niets verzonden.',
  'Line {line} is not of the form WORD = {meaning}.': 'Regel {line} heeft niet de vorm WOORD = {meaning}.',
  'Line {line}: behind the equals sign goes one of {known}.': 'Regel {line}: achter het isgelijkteken hoort een van {known}.',
  'Line {line}: this word stands there twice, with two meanings.': 'Regel {line}: dit woord staat er twee keer, met twee betekenissen.',
  'Neither a delivery report nor a text from a customer: by the settings of this account, {fields:sentence}.':
    'Geen afleverrapport en geen sms van een klant: volgens de instellingen van dit account heeft {fields}.',
  'a report has {id} and {status}': 'een rapport {id} en {status}',
  'a text has {from} and {text}': 'een sms {from} en {text}',
  'a report has {id} and {status}, a text has {from} and {text}': 'een rapport {id} en {status}, een sms {from} en {text}',
}
