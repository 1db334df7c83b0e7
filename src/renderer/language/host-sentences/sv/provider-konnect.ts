import type { HostSentences } from '../index.ts'

export const providerKonnect: HostSentences = {
  'Texts within one country, missed calls that are answered with a text, and calls that speak a one-time code.':
    'Sms inom ett land, missade samtal som besvaras med ett sms och samtal som läser upp en engångskod.',
  'Only numbers with the same country code as the account’s own: {provider} sends nothing abroad.':
    'Bara nummer med samma landsnummer som kontots eget: {provider} skickar inget utomlands.',
  'SnapCall number or short code': 'SnapCall-nummer eller kortnummer',
  'Your number at Konnect, digits only, with the country code in front.': 'Ditt nummer hos Konnect, bara siffror, med landsnumret först.',
  'Sender name': 'Avsändarnamn',
  'What recipients see in place of the number: at most 11 characters, as agreed with Kirusa. Empty: they see the number.':
    'Vad mottagarna ser i stället för numret: högst 11 tecken, enligt överenskommelse med Kirusa. Tomt: de ser numret.',
  'Caller ID for spoken codes': 'Nummer som ringer upp med koder',
  'A voice number bought at Konnect (OBD or 2-way), with the country code in front. Empty: this account makes no calls.':
    'Ett röstnummer köpt hos Konnect (”OBD” eller ”2-way”), med landsnumret först. Tomt: kontot ringer inga samtal.',
  'Callback URL for calls': 'Callback-URL för samtal',
  'Where Konnect tells what became of a call that speaks a code. Usually left empty.':
    'Dit Konnect rapporterar vad som hände med ett samtal som läser upp en kod. Lämnas oftast tomt.',
  'Leave this as it is unless Kirusa gave you another address.': 'Ändra inte det här om du inte har fått en annan adress av Kirusa.',
  'Account ID': 'Konto-id',
  'API token': 'API-token',
  'From your account in the Konnect dashboard.': 'Står vid ditt konto i Konnects ”dashboard”.',
  'Missed calls and reports': 'Missade samtal och rapporter',
  'In the Konnect dashboard, enter this address as the callback URL of your SnapCall number. To get the reports of a campaign too, enter it as the callback URL of the campaign.':
    'Ange den här adressen som ”callback URL” för ditt SnapCall-nummer i Konnects ”dashboard”. Vill du också ha rapporterna om en kampanj, ange den som kampanjens ”callback URL”.',
  'The number of this account cannot be used. Check it in Settings › Accounts.':
    'Kontots nummer går inte att använda. Kontrollera det under Inställningar › Konton.',
  'The account ID cannot be right. Enter it again in Settings › Accounts.':
    'Konto-id:t kan inte stämma. Fyll i det igen under Inställningar › Konton.',
  'The API token is missing. Enter it in Settings › Accounts.': 'API-token saknas. Fyll i den under Inställningar › Konton.',
  'This number begins with +{there}, but the account’s own begins with +{home}, and {provider} sends nothing abroad. Choose another account.':
    'Det här numret börjar med +{there}, men kontots eget med +{home}, och {provider} skickar inget utomlands. Välj ett annat konto.',
  'This account has no caller ID, which {provider} needs for calls. Enter one in Settings › Accounts, or choose another account.':
    'Kontot har inget nummer att ringa från, och det behöver {provider} för samtal. Fyll i ett under Inställningar › Konton eller välj ett annat konto.',
  'A spoken code has {fewest} to {most} digits and nothing else.': 'En uppläst kod har {fewest} till {most} siffror och inget annat.',
  'Enter the SnapCall number or short code to send from.': 'Fyll i SnapCall-numret eller kortnumret som ska skicka.',
  'This does not look like a number with its country code. Check that the country code stands in front.':
    'Det här ser inte ut som ett nummer med landsnummer. Kontrollera att landsnumret står först.',
  'This must be a number: digits only, with the country code in front.':
    'Det här måste vara ett nummer: bara siffror, med landsnumret först.',
  'Write the number with its country code in front, without a leading 0.': 'Skriv numret med landsnumret först, utan inledande nolla.',
  'A number has {fewest} to {most} digits, with the country code in front.':
    'Ett nummer har {fewest} till {most} siffror, med landsnumret först.',
  'A sender name needs at least one letter. {provider} shows your number by itself when this is empty.':
    'Ett avsändarnamn måste ha minst en bokstav. {provider} visar ditt nummer av sig självt när fältet är tomt.',
  'The address must begin with https, since the API token would travel in clear otherwise.':
    'Adressen måste börja med https, annars skickas API-token i klartext.',
  'Leave user name and password out of the address. Account ID and API token have fields of their own.':
    'Skriv inte användarnamn och lösenord i adressen. Konto-id och API-token har egna fält.',
  'Leave out everything from the question mark or # on.': 'Ta bort allt från frågetecknet eller # och framåt.',
  'This address belongs to another service of Kirusa. It should look like {example}':
    'Den här adressen hör till en annan av Kirusas tjänster. Den ska se ut som {example}',
  '{provider} reported a problem, but its answer says that all is well.':
    '{provider} rapporterade ett problem, men enligt svaret är allt som det ska.',
  'The phone may have rung or not.': 'Telefonen kan ha ringt eller inte.',
  'The call waits in the outbox.': 'Samtalet väntar i utkorgen.',
  '{provider} was asked to call, but the connection ended before the answer came.':
    '{provider} ombads att ringa, men anslutningen bröts innan svaret kom.',
  '{provider} does not take this number. Check the number.': '{provider} tar inte emot det här numret. Kontrollera numret.',
  'There is not enough credit left at {provider}. Top up there, then let the account send again.':
    'Saldot hos {provider} räcker inte. Fyll på där och låt sedan kontot fortsätta.',
  'The address of {provider} is not right: nothing can be sent there. Check the address in Settings › Accounts.':
    'Adressen till {provider} stämmer inte: inget kan skickas dit. Kontrollera adressen under Inställningar › Konton.',
  '{provider} did not accept account ID or API token. Check both in Settings › Accounts.':
    '{provider} godtog inte konto-id eller API-token. Kontrollera båda under Inställningar › Konton.',
  '{provider} had a fault of its own while it handled the call.': 'Något gick fel hos {provider} medan samtalet behandlades.',
  '{provider} does not let this account send from its number. Check the number in Settings › Accounts.':
    '{provider} låter inte det här kontot skicka från sitt nummer. Kontrollera numret under Inställningar › Konton.',
  '{provider} does not let this account call from its caller ID. Enter a voice number bought there in Settings › Accounts.':
    '{provider} låter inte det här kontot ringa från sitt nummer. Fyll i ett röstnummer som är köpt där under Inställningar › Konton.',
  '{provider} did not accept the API token. Check the token in Settings › Accounts.':
    '{provider} godtog inte kontots API-token. Kontrollera den under Inställningar › Konton.',
  '{provider} did not accept the account ID. Check the account ID in Settings › Accounts.':
    '{provider} godtog inte konto-id:t. Kontrollera det under Inställningar › Konton.',
  '{provider} has suspended the account. Ask {provider} why, then let the account send again.':
    '{provider} har stängt av kontot. Fråga {provider} varför och låt sedan kontot fortsätta.',
  '{provider} does not let this account use its sender name. Check the name in Settings › Accounts, or leave it empty.':
    '{provider} låter inte det här kontot använda sitt avsändarnamn. Kontrollera namnet under Inställningar › Konton eller lämna det tomt.',
  '{provider} does not let this account send. Ask {provider} what it may do, then let the account send again.':
    '{provider} låter inte det här kontot skicka. Fråga {provider} vad kontot får göra och låt det sedan fortsätta.',
  'The request has no API token, which every event has.': 'Anropet har ingen API-token, och det ska varje händelse ha.',
  'The API token of this account is not stored on this computer, so nobody can tell whether the request is from {provider}.':
    'Kontots API-token är inte sparad på den här datorn, så det går inte att veta om anropet kommer från {provider}.',
  'The API token in the request is not that of this account.': 'API-token i anropet är inte kontots.',
  'Neither a missed call nor a report.': 'Varken ett missat samtal eller en rapport.',
  'A missed call without an id or without a caller.': 'Ett missat samtal utan id eller utan uppringare.',
  'A report without the id of its missed call.': 'En rapport utan id för det missade samtalet.',
  'An event that is neither a missed call nor a report.': 'En händelse som varken är ett missat samtal eller en rapport.',
  'Campaign “{campaign}”.': 'Kampanjen ”{campaign}”.',
  'Campaign “{campaign}”, schedule “{schedule}”.': 'Kampanjen ”{campaign}”, schemat ”{schedule}”.',
  'Campaign “{campaign}” of {planned}.': 'Kampanjen ”{campaign}” från {planned}.',
  'Campaign “{campaign}”, reported at {reported}.': 'Kampanjen ”{campaign}”, rapporterad {reported}.',
  'Campaign “{campaign}”, schedule “{schedule}” of {planned}.': 'Kampanjen ”{campaign}”, schemat ”{schedule}” från {planned}.',
  'Campaign “{campaign}”, schedule “{schedule}”, reported at {reported}.':
    'Kampanjen ”{campaign}”, schemat ”{schedule}”, rapporterad {reported}.',
  'Campaign “{campaign}” of {planned}, reported at {reported}.': 'Kampanjen ”{campaign}” från {planned}, rapporterad {reported}.',
  'Campaign “{campaign}”, schedule “{schedule}” of {planned}, reported at {reported}.':
    'Kampanjen ”{campaign}”, schemat ”{schedule}” från {planned}, rapporterad {reported}.',
  text: 'sms:et',
  call: 'samtalet',
  '{provider} refused this {handed:sentence}.': '{provider} avvisade {handed}.',
  '{provider} did not understand the request and did not take this {handed:sentence}.':
    '{provider} förstod inte anropet och tog inte emot {handed}.',
  '{provider} asks for a slower pace and did not take the {handed:sentence}.':
    '{provider} ber om en lugnare takt och tog inte emot {handed}.',
  '{provider} is busy and did not take the {handed:sentence}.': '{provider} är upptagen och tog inte emot {handed}.',
  '{provider} answered, but not in a way that says whether the {handed:sentence} was taken.':
    '{provider} svarade, men av svaret framgår inte om {handed} togs emot.',
  '{provider} says that this {handed:sentence} is empty or too long. Write it anew, and shorter.':
    'Enligt {provider} är innehållet i {handed} tomt eller för långt. Skriv om det, och kortare.',
  '{provider} says that it does not take the number of the request, or had it before, and refused this {handed:sentence}.':
    '{provider} uppger att anropets nummer inte godtas eller redan har använts, och avvisade {handed}.',
  '{provider} says that something is missing, and refused this {handed:sentence}.':
    '{provider} uppger att något saknas och avvisade {handed}.',
}
