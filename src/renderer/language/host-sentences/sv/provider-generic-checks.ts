import type { HostSentences } from '../index.ts'

export const providerGenericChecks: HostSentences = {
  'the gateway': 'gatewayen',
  'The gateway': 'Gatewayen',
  'This is not a web address. It should look like https://gateway.example/api/send':
    'Det här är ingen webbadress. Den ska se ut som https://gateway.example/api/send',
  'A field can stand only after the name of the server and a slash.': 'Ett fält får bara stå efter serverns namn och ett snedstreck.',
  'Leave user name and password out of the beginning of the address. They have fields of their own.':
    'Skriv inte användarnamn och lösenord i början av adressen. De har egna fält.',
  'The address must begin with https, since texts and passwords would travel in clear otherwise.':
    'Adressen måste börja med https, annars skickas sms och lösenord i klartext.',
  'An address has no spaces and no #. Check what was pasted.':
    'En adress har inga mellanslag och inget #. Kontrollera det du klistrade in.',
  'Take away the percent sign directly before a field.': 'Ta bort procenttecknet precis före ett fält.',
  'This address leads elsewhere once the fields are filled in. Check its slashes and dots.':
    'Adressen leder någon annanstans när fälten är ifyllda. Kontrollera snedstreck och punkter.',
  'The text can stand only after a question mark, as in …?text={{text}}, or in the body.':
    'Texten får bara stå efter ett frågetecken, som i …?text={{text}}, eller i innehållet.',
  'After the question mark, a field can stand only behind an equals sign.':
    'Efter frågetecknet får ett fält bara stå efter ett likhetstecken.',
  'If this happens with every text, check in Settings › Accounts how its answers are read.':
    'Om det händer med varje sms, kontrollera under Inställningar › Konton hur svaren läses.',
  '{provider:sentence} gave an answer that contradicts itself.': '{provider} gav ett motsägelsefullt svar.',
  '{provider:sentence} did not accept the user name, password or token. Check them in Settings › Accounts.':
    '{provider} godtog inte användarnamn, lösenord eller token. Kontrollera dem under Inställningar › Konton.',
  '{provider:sentence} cannot text this number. Check the number.': '{provider} kan inte sms:a det här numret. Kontrollera numret.',
  '{provider:sentence} does not allow this sender. Check the sender in Settings › Accounts.':
    '{provider} tillåter inte den här avsändaren. Kontrollera avsändaren under Inställningar › Konton.',
  '{provider:sentence} did not take this text because of what it says or how long it is. Change the text.':
    '{provider} tog inte emot det här sms:et på grund av vad som står i det eller hur långt det är. Ändra texten.',
  '{provider:sentence} does not allow this account to send this way. Ask {provider:sentence} to allow it.':
    '{provider} tillåter inte kontot att skicka på det här sättet. Be {provider} tillåta det.',
  '{provider:sentence} has blocked this account. Ask there why.': '{provider} har spärrat det här kontot. Fråga där varför.',
  'Two opening braces are not closed. A field looks like {{text}}.':
    'Två klammerparenteser har öppnats men inte stängts. Ett fält ser ut som {{text}}.',
  'Write {{encoding:…|…}} with the gateway’s two words, for plain and for other letters, such as {{encoding:text|unicode}}.':
    'Skriv {{encoding:…|…}} med gatewayens två ord, för vanliga och för andra bokstäver, till exempel {{encoding:text|unicode}}.',
  'There is no field called {{{name}}}. There are {known} and {{encoding:…|…}}.':
    'Det finns inget fält som heter {{{name}}}. De som finns är {known} och {{encoding:…|…}}.',
  'Line {line} is not of the form Name: value, such as X-API-Key: {{token}}.':
    'Rad {line} har inte formen Namn: värde, som X-API-Key: {{token}}.',
  'Line {line}: this header is set by SMS Desk itself. Leave it out.':
    'Rad {line}: det här HTTP-huvudet sätter SMS Desk själv. Ta bort det.',
  'Line {line}: this header is there twice.': 'Rad {line}: det här HTTP-huvudet finns två gånger.',
  'Line {line}: the text cannot stand in a header.': 'Rad {line}: texten får inte stå i ett HTTP-huvud.',
  'Line {line}: a header holds plain letters, digits and signs only.':
    'Rad {line}: ett HTTP-huvud får bara innehålla vanliga bokstäver, siffror och tecken.',
  'Line {line}: {problem:sentence}': 'Rad {line}: {problem}',
  'A delivery report needs both: the field with the message id, and the field with the status.':
    'En leveransrapport behöver båda: fältet med meddelande-id och fältet med status.',
  'A text from a customer needs both: the field with the number, and the field with the text.':
    'Ett sms från en kund behöver båda: fältet med numret och fältet med texten.',
  'Write the name of the field, such as status, or message.status where it stands inside another.':
    'Skriv fältets namn, till exempel status, eller message.status när det står inuti ett annat.',
  'Write the name of a field, an equals sign, and what stands there, such as direction = inbound':
    'Skriv ett fälts namn, ett likhetstecken och vad som står där, till exempel direction = inbound',
  'Write three fields with commas between them, such as concat-ref, concat-part, concat-total':
    'Skriv tre fält med kommatecken emellan, till exempel concat-ref, concat-part, concat-total',
  'The account does not say where a report or a text stands in a request. Set it up in Settings › Accounts.':
    'Kontot säger inte var en rapport eller ett sms står i ett anrop. Ställ in det under Inställningar › Konton.',
  'The list in the request is too long.': 'Listan i anropet är för lång.',
  'Error code {code}.': 'Felkod {code}.',
  'The settings of this account cannot be used as they are. Open it in Settings › Accounts, correct what is marked and save.':
    'Kontots inställningar går inte att använda som de är. Öppna det under Inställningar › Konton, rätta det som är markerat och spara.',
  'Take away the backslash directly before a field.': 'Ta bort det omvända snedstrecket precis före ett fält.',
  'A field without quotation marks stands for a whole value: after a colon or comma, and before a comma or bracket.':
    'Ett fält utan citattecken står för ett helt värde: efter ett kolon eller kommatecken och före ett kommatecken eller en parentes.',
  'A field can stand for a value only, not for the name before the colon.':
    'Ett fält får bara stå för ett värde, inte för namnet före kolonet.',
  'This is not valid JSON once the fields are filled in. Check quotation marks, commas and brackets.':
    'Det här är inte giltig JSON när fälten är ifyllda. Kontrollera citattecken, kommatecken och parenteser.',
  'Line {line} is not of the form name=value, such as to={{to}}.': 'Rad {line} har inte formen namn=värde, som to={{to}}.',
  'In line {line}, a field can stand behind the equals sign only.': 'På rad {line} får ett fält bara stå efter likhetstecknet.',
  'Line {line} holds several parameters. Put each on a line of its own, without the & between them.':
    'Rad {line} innehåller flera parametrar. Skriv var och en på en egen rad, utan & emellan.',
  'The {field:sentence} of this account is missing. Enter it in Settings › Accounts.':
    'Kontots {field} saknas. Fyll i det under Inställningar › Konton.',
  'user name': 'användarnamn',
  password: 'lösenord',
  'address for reports': 'adress för rapporter',
  'With its user name or token filled in, the address of this account cannot be used. Check them in Settings › Accounts.':
    'Med användarnamn eller token ifyllda går kontots adress inte att använda. Kontrollera dem under Inställningar › Konton.',
  'The user name, password or token of this account has a sign that cannot be sent. Enter it again in Settings › Accounts, without line breaks.':
    'Kontots användarnamn, lösenord eller token har ett tecken som inte går att skicka. Fyll i det igen under Inställningar › Konton, utan radbrytningar.',
  'Write where it stands, an equals sign, and what stands there, such as messages[0].status = 0 or status = OK or QUEUED':
    'Skriv var det står, ett likhetstecken och vad som står där, till exempel messages[0].status = 0 eller status = OK or QUEUED',
  'Delivery reports find their text by its message id: say where it stands in the answer.':
    'Leveransrapporter hittar sitt sms genom meddelande-id: ange var det står i svaret.',
  'Write a number from 1 to {most}, such as 1600.': 'Skriv ett tal från 1 till {most}, till exempel 1600.',
  'There is an Authorization header already, from “Signing in”. Leave out one of the two.':
    'Det finns redan ett Authorization-huvud, från ”Inloggning”. Ta bort ett av dem.',
  'The number is missing: write {{to}} where it belongs.': 'Numret saknas: skriv {{to}} där det ska stå.',
  'The text is missing: write {{text}} where it belongs.': 'Texten saknas: skriv {{text}} där den ska stå.',
  'Where the message id is the whole answer, say here what a good answer looks like, such as text: = 1*, so that an error is not taken for an id.':
    'När meddelande-id är hela svaret, skriv här hur ett bra svar ser ut, till exempel text: = 1*, så att ett fel inte tas för ett id.',
  'Say where the codes stand that you explain.': 'Ange var koderna som du förklarar står.',
  'Copy the sample from the gateway’s documentation and put {{to}} and {{text}} where number and text belong.':
    'Kopiera exemplet från gatewayens dokumentation och sätt in {{to}} och {{text}} där nummer och text ska stå.',
  'Write the names from the outside in, such as messages[0].message-id, or header:X-Message-Id, or text:ID: *':
    'Skriv namnen utifrån och in, till exempel messages[0].message-id, eller header:X-Message-Id, eller text:ID: *',
  'Behind text: write what stands around the value, with one * in its place, such as text:ID: *':
    'Skriv efter text: vad som står runt värdet, med en * på dess plats, till exempel text:ID: *',
  'This seems to hold a password or key. Put it into “Password” or “Token” below and write {{password}} or {{token}} here: only there is it kept safe.':
    'Här verkar det stå ett lösenord eller en nyckel. Skriv det i ”Lösenord” eller ”Token” nedan och skriv {{password}} eller {{token}} här: bara där förvaras det säkert.',
  'The {secret:sentence} travels in the address, where servers on the way may write it down. If the gateway also takes it in the body or a header, put it there.':
    'I adressen skickas {secret}, och den kan servrar på vägen anteckna. Tar gatewayen också emot det i innehållet eller ett HTTP-huvud, skriv det där.',
  'The sender is not handed over, since {{from}} is not written anywhere: recipients see what the gateway sets.':
    'Avsändaren lämnas inte över, eftersom {{from}} inte står någonstans: mottagarna ser det gatewayen väljer.',
  'Without a message id or a “Sign that it was taken”, every answer that is no error counts as taken.':
    'Utan meddelande-id eller ”Tecken på att det togs emot” räknas varje svar som inte är ett fel som mottaget.',
  'With this way of sending, nothing is sent from here.': 'Med det här sättet att skicka skickas inget härifrån.',
  'Line {line} is not of the form WORD = {meaning}.': 'Rad {line} har inte formen ORD = {meaning}.',
  'Line {line}: behind the equals sign goes one of {known}.': 'Rad {line}: efter likhetstecknet ska något av {known} stå.',
  'Line {line}: this word stands there twice, with two meanings.': 'Rad {line}: det här ordet står två gånger, med två betydelser.',
  'Neither a delivery report nor a text from a customer: by the settings of this account, {fields:sentence}.':
    'Varken en leveransrapport eller ett sms från en kund: enligt kontots inställningar har {fields}.',
  'a report has {id} and {status}': 'en rapport {id} och {status}',
  'a text has {from} and {text}': 'ett sms {from} och {text}',
  'a report has {id} and {status}, a text has {from} and {text}': 'en rapport {id} och {status}, ett sms {from} och {text}',
}
