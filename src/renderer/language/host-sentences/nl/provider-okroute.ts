import type { HostSentences } from '../index.ts'

export const providerOkroute: HostSentences = {
  'Sends over a connection that OKRoute sets up for you; reports what became of each text and can receive replies.':
    'Verzendt via een verbinding die OKRoute voor u instelt; meldt wat er van elke sms geworden is en kan antwoorden ontvangen.',
  'As OKRoute gave it to you for your connection, with its port, up to “/api”.':
    'Zoals u het van OKRoute voor uw verbinding hebt gekregen, met de poort, tot en met ‘/api’.',
  'What recipients see: a name of at most 11 characters, or a number of at most 15 digits. {provider} takes up to {most}, networks do not.':
    'Wat ontvangers zien: een naam van hooguit 11 tekens, of een nummer van hooguit 15 cijfers. {provider} neemt er tot {most} aan, netwerken niet.',
  'Long texts': 'Lange sms’en',
  'What is done with a text that does not fit into one part. Leave this as it is unless OKRoute asks for something else.':
    'Wat er gebeurt met een sms die niet in één deel past. Laat dit zoals het is, tenzij OKRoute iets anders vraagt.',
  'Service type': 'Diensttype (‘service type’)',
  'Only if OKRoute gave you one: at most {most} characters.': 'Alleen als u er een van OKRoute hebt gekregen: hooguit {most} tekens.',
  'Way of sending': 'Manier van verzenden',
  'Leave this as it is unless OKRoute asks for something else: the other ways put user name and password into web addresses.':
    'Laat dit zoals het is, tenzij OKRoute iets anders vraagt: de andere manieren zetten gebruikersnaam en wachtwoord in webadressen.',
  'As OKRoute gave it to you for sending over HTTP.': 'Zoals u het van OKRoute hebt gekregen om via HTTP te verzenden.',
  'Send this address to OKRoute and ask them to enter it as the URL template for delivery reports of your connection, requested with GET. Their system puts values in place of the names between dollar signs; if it uses other marks, they may exchange them.':
    'Stuur dit adres naar OKRoute en vraag het in te vullen als ‘URL template’ voor afleverrapporten van uw verbinding, aangeroepen met GET. Hun systeem vult waarden in op de plaats van de namen tussen dollartekens; gebruikt het andere tekens, dan mogen ze die vervangen.',
  'Texts from customers': 'Sms’en van klanten',
  'If you rent a number for replies, send this address to OKRoute, too, and ask them to enter it as the URL template for incoming texts (MO), requested with GET and with the text URL-encoded.':
    'Huurt u een nummer voor antwoorden, stuur dan ook dit adres naar OKRoute en vraag het in te vullen als ‘URL template’ voor inkomende sms’en (MO), aangeroepen met GET en met de tekst URL-gecodeerd.',
  'This text takes {units} of {room} characters, and {provider} would cut off the rest, as this account asks for one part only.':
    'Deze sms telt {units} van {room} tekens, en {provider} zou de rest afkappen omdat dit account om maar één deel vraagt.',
  'Shorten it by {count}, or have long texts divided in Settings › Accounts.':
    'Maak de sms {count} tekens korter of laat lange sms’en opdelen in Instellingen › Accounts.',
  'POST, everything in the body': 'POST, alles in de inhoud',
  'POST, user name and password in the address': 'POST, gebruikersnaam en wachtwoord in het adres',
  'GET, everything in the address': 'GET, alles in het adres',
  'Divide into parts (usual)': 'In delen splitsen (gebruikelijk)',
  'Divide into parts, numbered in SMPP fields': 'In delen splitsen, genummerd in SMPP-velden',
  'Divide into parts with one id together': 'In delen splitsen met één gezamenlijk id',
  'Hand over whole': 'Heel doorgeven',
  'A long text is handed on whole, and the networks further on decide how it is divided and charged.':
    'Een lange sms wordt heel doorgegeven, en de netwerken verderop bepalen hoe die wordt gesplitst en berekend.',
  'OKRoute decides (one number at a time)': 'OKRoute bepaalt (één nummer tegelijk)',
  'OKRoute decides whether a long text is divided or handed on whole, so more or fewer parts may be charged.':
    'OKRoute bepaalt of een lange sms wordt gesplitst of heel wordt doorgegeven, dus er kunnen meer of minder delen worden berekend.',
  'One part only; longer texts are not sent': 'Maar één deel; langere sms’en worden niet verzonden',
  'Choose one of the ways that are offered.': 'Kies een van de aangeboden manieren.',
  'A service type has at most {most} characters; this one takes {count}.':
    'Een diensttype heeft hooguit {most} tekens; dit telt er {count}.',
  'The service type holds a character that cannot be seen. Type it anew.': 'Het diensttype bevat een onzichtbaar teken. Typ het opnieuw.',
  'With http, user name, password and every text can be read on the way. Ask OKRoute for its https address, often with port 8002.':
    'Met http kunnen gebruikersnaam, wachtwoord en elke sms onderweg worden gelezen. Vraag OKRoute om het https-adres, vaak met poort 8002.',
  'Networks carry sender numbers of at most {most} digits. Recipients may see another sender, or the text may not arrive.':
    'Netwerken vervoeren afzendernummers van hooguit {most} cijfers. Ontvangers zien misschien een andere afzender, of de sms komt niet aan.',
  'Networks carry sender names of at most 11 characters. Recipients may see another sender, or the text may not arrive.':
    'Netwerken vervoeren afzendernamen van hooguit 11 tekens. Ontvangers zien misschien een andere afzender, of de sms komt niet aan.',
  'User name and password become part of the web address this way, which servers on the way may note down. Use it only if OKRoute asks for it.':
    'Zo worden gebruikersnaam en wachtwoord deel van het webadres, dat servers onderweg kunnen noteren. Gebruik dit alleen als OKRoute erom vraagt.',
  '{provider} did not accept user name and password. Check both in Settings › Accounts; if they are right, ask {provider} whether it takes texts from your internet address.':
    '{provider} heeft gebruikersnaam en wachtwoord niet geaccepteerd. Controleer beide in Instellingen › Accounts; als ze kloppen, vraag {provider} dan of sms’en vanaf uw internetadres worden aangenomen.',
  '{provider} does not let this account send. Ask {provider} what your connection lacks.':
    'Dit account mag van {provider} niet verzenden. Vraag {provider} wat er aan uw verbinding ontbreekt.',
  '{provider} does not know the service type of this account. Correct or clear it in Settings › Accounts.':
    '{provider} kent het diensttype van dit account niet. Verbeter het of maak het leeg in Instellingen › Accounts.',
  '{provider} has no way to this number for your account, or not with this sender. Ask {provider} to open one.':
    '{provider} heeft voor uw account geen route naar dit nummer, of niet met deze afzender. Vraag {provider} er een te openen.',
  '{provider} finds this number too long. Check the number.': '{provider} vindt dit nummer te lang. Controleer het nummer.',
  '{provider} sends the texts of this account in a circle. Ask {provider} to correct the routes of your connection.':
    '{provider} stuurt de sms’en van dit account in een kring rond. Vraag {provider} de routes van uw verbinding te verbeteren.',
  'The request has no values in it. Where it shows names between dollar signs, ask OKRoute which marks its system fills in.':
    'De aanvraag bevat geen waarden. Staan er namen tussen dollartekens, vraag OKRoute dan welke tekens het systeem invult.',
  'A delivery report without the id of a text.': 'Een afleverrapport zonder het id van een sms.',
  'A text without the number of who sent it.': 'Een sms zonder het nummer van de afzender.',
  '{provider} named more parts than a text can have.': '{provider} noemde meer delen dan een sms kan hebben.',
  '{provider} answered, but not clearly about which number.': '{provider} heeft geantwoord, maar het is niet duidelijk over welk nummer.',
  '{provider} answered about another number than was asked for.': '{provider} antwoordde over een ander nummer dan was gevraagd.',
  '{provider} reported a problem but gave the text an id all the same.': '{provider} meldde een probleem, maar gaf de sms toch een id.',
  'This text is too long to be part of a web address, which is how this account hands texts over. Shorten it, or choose POST as its way of sending in Settings › Accounts.':
    'Deze sms is te lang om deel van een webadres te zijn, en zo geeft dit account sms’en door. Maak hem korter of kies POST als manier van verzenden in Instellingen › Accounts.',
  '{provider} does not take as many numbers at once with this account.':
    '{provider} neemt met dit account niet zoveel nummers tegelijk aan.',
  'Text and numbers are too long for one web address.': 'Tekst en nummers zijn te lang voor één webadres.',
  'This number was in the list twice. The text goes out by itself.': 'Dit nummer stond twee keer in de lijst. De sms gaat apart uit.',
  '{provider} answered, but does not say what became of this text.':
    '{provider} heeft geantwoord, maar zegt niet wat er van deze sms geworden is.',
  '{provider} answered and accepted user name and password.': '{provider} heeft geantwoord en gebruikersnaam en wachtwoord geaccepteerd.',
  '{provider} refused a question about a text.': '{provider} heeft een vraag over een sms geweigerd.',
  'Code {code} of the network.': 'Code {code} van het netwerk.',
  'User name and password have fields of their own.': 'Gebruikersnaam en wachtwoord hebben eigen velden.',
}
