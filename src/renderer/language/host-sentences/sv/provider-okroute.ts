import type { HostSentences } from '../index.ts'

export const providerOkroute: HostSentences = {
  'Sends over a connection that OKRoute sets up for you; reports what became of each text and can receive replies.':
    'Skickar genom en anslutning som OKRoute ställer in åt dig, rapporterar vad som hände med varje sms och kan ta emot svar.',
  'As OKRoute gave it to you for your connection, with its port, up to “/api”.':
    'Som du har fått den av OKRoute för din anslutning, med port, fram till ”/api”.',
  'What recipients see: a name of at most 11 characters, or a number of at most 15 digits. {provider} takes up to {most}, networks do not.':
    'Vad mottagarna ser: ett namn på högst 11 tecken, eller ett nummer på högst 15 siffror. {provider} tar emot upp till {most}, men det gör inte näten.',
  'Long texts': 'Långa sms',
  'What is done with a text that does not fit into one part. Leave this as it is unless OKRoute asks for something else.':
    'Vad som görs med ett sms som inte får plats i en del. Ändra inte det här om inte OKRoute ber om något annat.',
  'Service type': 'Tjänsttyp (”service type”)',
  'Only if OKRoute gave you one: at most {most} characters.': 'Bara om du har fått en av OKRoute: högst {most} tecken.',
  'Way of sending': 'Sätt att skicka',
  'Leave this as it is unless OKRoute asks for something else: the other ways put user name and password into web addresses.':
    'Ändra inte det här om inte OKRoute ber om något annat: de andra sätten skriver användarnamn och lösenord i webbadresser.',
  'As OKRoute gave it to you for sending over HTTP.': 'Som du har fått det av OKRoute för att skicka över HTTP.',
  'Send this address to OKRoute and ask them to enter it as the URL template for delivery reports of your connection, requested with GET. Their system puts values in place of the names between dollar signs; if it uses other marks, they may exchange them.':
    'Skicka adressen till OKRoute och be dem ange den som ”URL template” för leveransrapporter för din anslutning, anropad med GET. Deras system sätter in värden i stället för namnen mellan dollartecken; använder det andra tecken får de byta ut dem.',
  'Texts from customers': 'Sms från kunder',
  'If you rent a number for replies, send this address to OKRoute, too, and ask them to enter it as the URL template for incoming texts (MO), requested with GET and with the text URL-encoded.':
    'Hyr du ett nummer för svar, skicka också den här adressen till OKRoute och be dem ange den som ”URL template” för inkommande sms (MO), anropad med GET och med texten URL-kodad.',
  'This text takes {units} of {room} characters, and {provider} would cut off the rest, as this account asks for one part only.':
    'Det här sms:et tar {units} av {room} tecken, och {provider} skulle kapa resten, eftersom kontot bara ber om en del.',
  'Shorten it by {count}, or have long texts divided in Settings › Accounts.':
    'Korta det med {count} eller låt långa sms delas upp under Inställningar › Konton.',
  'POST, everything in the body': 'POST, allt i innehållet',
  'POST, user name and password in the address': 'POST, användarnamn och lösenord i adressen',
  'GET, everything in the address': 'GET, allt i adressen',
  'Divide into parts (usual)': 'Dela upp (vanligast)',
  'Divide into parts, numbered in SMPP fields': 'Dela upp, numrerat i SMPP-fält',
  'Divide into parts with one id together': 'Dela upp, med ett gemensamt id',
  'Hand over whole': 'Lämna över hela',
  'A long text is handed on whole, and the networks further on decide how it is divided and charged.':
    'Ett långt sms lämnas vidare helt, och näten längre fram avgör hur det delas upp och debiteras.',
  'OKRoute decides (one number at a time)': 'OKRoute avgör (ett nummer i taget)',
  'OKRoute decides whether a long text is divided or handed on whole, so more or fewer parts may be charged.':
    'OKRoute avgör om ett långt sms delas upp eller lämnas vidare helt, så fler eller färre delar kan debiteras.',
  'One part only; longer texts are not sent': 'Bara en del; längre sms skickas inte',
  'Choose one of the ways that are offered.': 'Välj ett av sätten som erbjuds.',
  'A service type has at most {most} characters; this one takes {count}.': 'En tjänsttyp har högst {most} tecken; den här tar {count}.',
  'The service type holds a character that cannot be seen. Type it anew.': 'Tjänsttypen innehåller ett tecken som inte syns. Skriv om den.',
  'With http, user name, password and every text can be read on the way. Ask OKRoute for its https address, often with port 8002.':
    'Med http kan användarnamn, lösenord och varje sms läsas på vägen. Fråga OKRoute efter deras https-adress, ofta med port 8002.',
  'Networks carry sender numbers of at most {most} digits. Recipients may see another sender, or the text may not arrive.':
    'Näten förmedlar avsändarnummer på högst {most} siffror. Mottagarna kan se en annan avsändare, eller så kommer sms:et inte fram.',
  'Networks carry sender names of at most 11 characters. Recipients may see another sender, or the text may not arrive.':
    'Näten förmedlar avsändarnamn på högst 11 tecken. Mottagarna kan se en annan avsändare, eller så kommer sms:et inte fram.',
  'User name and password become part of the web address this way, which servers on the way may note down. Use it only if OKRoute asks for it.':
    'På det här sättet blir användarnamn och lösenord en del av webbadressen, som servrar på vägen kan anteckna. Använd det bara om OKRoute ber om det.',
  '{provider} did not accept user name and password. Check both in Settings › Accounts; if they are right, ask {provider} whether it takes texts from your internet address.':
    '{provider} godtog inte användarnamn och lösenord. Kontrollera båda under Inställningar › Konton; om de stämmer, fråga {provider} om sms från din internetadress tas emot.',
  '{provider} does not let this account send. Ask {provider} what your connection lacks.':
    '{provider} låter inte det här kontot skicka. Fråga {provider} vad din anslutning saknar.',
  '{provider} does not know the service type of this account. Correct or clear it in Settings › Accounts.':
    '{provider} känner inte till kontots tjänsttyp. Rätta den eller töm fältet under Inställningar › Konton.',
  '{provider} has no way to this number for your account, or not with this sender. Ask {provider} to open one.':
    '{provider} har ingen väg till det här numret för ditt konto, eller inte med den här avsändaren. Be {provider} öppna en.',
  '{provider} finds this number too long. Check the number.': '{provider} tycker att numret är för långt. Kontrollera numret.',
  '{provider} sends the texts of this account in a circle. Ask {provider} to correct the routes of your connection.':
    '{provider} skickar kontots sms i en cirkel. Be {provider} rätta vägarna för din anslutning.',
  'The request has no values in it. Where it shows names between dollar signs, ask OKRoute which marks its system fills in.':
    'Anropet innehåller inga värden. Står det namn mellan dollartecken, fråga OKRoute vilka tecken deras system fyller i.',
  'A delivery report without the id of a text.': 'En leveransrapport utan id för ett sms.',
  'A text without the number of who sent it.': 'Ett sms utan avsändarens nummer.',
  '{provider} named more parts than a text can have.': '{provider} uppgav fler delar än ett sms kan ha.',
  '{provider} answered, but not clearly about which number.': '{provider} svarade, men det är oklart om vilket nummer.',
  '{provider} answered about another number than was asked for.': '{provider} svarade om ett annat nummer än det som frågan gällde.',
  '{provider} reported a problem but gave the text an id all the same.': '{provider} rapporterade ett problem men gav ändå sms:et ett id.',
  'This text is too long to be part of a web address, which is how this account hands texts over. Shorten it, or choose POST as its way of sending in Settings › Accounts.':
    'Det här sms:et är för långt för att vara en del av en webbadress, och så lämnar kontot över sms. Korta det eller välj POST som sätt att skicka under Inställningar › Konton.',
  '{provider} does not take as many numbers at once with this account.':
    '{provider} tar inte emot så många nummer på en gång med det här kontot.',
  'Text and numbers are too long for one web address.': 'Text och nummer är för långa för en webbadress.',
  'This number was in the list twice. The text goes out by itself.': 'Det här numret stod två gånger i listan. Sms:et skickas för sig.',
  '{provider} answered, but does not say what became of this text.': '{provider} svarade, men säger inte vad som hände med det här sms:et.',
  '{provider} answered and accepted user name and password.': '{provider} svarade och godtog användarnamn och lösenord.',
  '{provider} refused a question about a text.': '{provider} avvisade en fråga om ett sms.',
  'Code {code} of the network.': 'Nätets kod {code}.',
  'User name and password have fields of their own.': 'Användarnamn och lösenord har egna fält.',
}
