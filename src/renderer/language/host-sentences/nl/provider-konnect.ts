import type { HostSentences } from '../index.ts'

export const providerKonnect: HostSentences = {
  'Texts within one country, missed calls that are answered with a text, and calls that speak a one-time code.':
    'Sms’en binnen één land, gemiste oproepen die met een sms worden beantwoord en oproepen die een eenmalige code voorlezen.',
  'Only numbers with the same country code as the account’s own: {provider} sends nothing abroad.':
    'Alleen nummers met dezelfde landcode als die van het account: {provider} verzendt niets naar het buitenland.',
  'SnapCall number or short code': 'SnapCall-nummer of kort nummer',
  'Your number at Konnect, digits only, with the country code in front.': 'Uw nummer bij Konnect, alleen cijfers, met de landcode ervoor.',
  'Sender name': 'Afzendernaam',
  'What recipients see in place of the number: at most 11 characters, as agreed with Kirusa. Empty: they see the number.':
    'Wat ontvangers in plaats van het nummer zien: hooguit 11 tekens, zoals met Kirusa afgesproken. Leeg: ze zien het nummer.',
  'Caller ID for spoken codes': 'Nummer waarmee codes worden voorgelezen',
  'A voice number bought at Konnect (OBD or 2-way), with the country code in front. Empty: this account makes no calls.':
    'Een spraaknummer dat bij Konnect is gekocht (‘OBD’ of ‘2-way’), met de landcode ervoor. Leeg: dit account belt niet.',
  'Callback URL for calls': 'Callback-URL voor oproepen',
  'Where Konnect tells what became of a call that speaks a code. Usually left empty.':
    'Waar Konnect meldt wat er van een oproep met een code geworden is. Blijft meestal leeg.',
  'Leave this as it is unless Kirusa gave you another address.':
    'Laat dit zoals het is, tenzij u van Kirusa een ander adres hebt gekregen.',
  'Account ID': 'Account-ID',
  'API token': 'API-token',
  'From your account in the Konnect dashboard.': 'Staat bij uw account in het ‘dashboard’ van Konnect.',
  'Missed calls and reports': 'Gemiste oproepen en rapporten',
  'In the Konnect dashboard, enter this address as the callback URL of your SnapCall number. To get the reports of a campaign too, enter it as the callback URL of the campaign.':
    'Vul dit adres in het ‘dashboard’ van Konnect in als ‘callback URL’ van uw SnapCall-nummer. Wilt u ook de rapporten van een campagne, vul het dan in als ‘callback URL’ van de campagne.',
  'The number of this account cannot be used. Check it in Settings › Accounts.':
    'Het nummer van dit account is niet bruikbaar. Controleer het in Instellingen › Accounts.',
  'The account ID cannot be right. Enter it again in Settings › Accounts.':
    'Het account-ID kan niet kloppen. Vul het opnieuw in bij Instellingen › Accounts.',
  'The API token is missing. Enter it in Settings › Accounts.': 'Het API-token ontbreekt. Vul het in bij Instellingen › Accounts.',
  'This number begins with +{there}, but the account’s own begins with +{home}, and {provider} sends nothing abroad. Choose another account.':
    'Dit nummer begint met +{there}, maar dat van het account met +{home}, en {provider} verzendt niets naar het buitenland. Kies een ander account.',
  'This account has no caller ID, which {provider} needs for calls. Enter one in Settings › Accounts, or choose another account.':
    'Dit account heeft geen nummer om mee te bellen, en dat heeft {provider} nodig voor oproepen. Vul er een in bij Instellingen › Accounts of kies een ander account.',
  'A spoken code has {fewest} to {most} digits and nothing else.':
    'Een voorgelezen code heeft {fewest} tot {most} cijfers en verder niets.',
  'Enter the SnapCall number or short code to send from.': 'Vul het SnapCall-nummer of korte nummer in waarmee u verzendt.',
  'This does not look like a number with its country code. Check that the country code stands in front.':
    'Dit lijkt geen nummer met landcode. Controleer of de landcode ervoor staat.',
  'This must be a number: digits only, with the country code in front.':
    'Dit moet een nummer zijn: alleen cijfers, met de landcode ervoor.',
  'Write the number with its country code in front, without a leading 0.':
    'Schrijf het nummer met de landcode ervoor, zonder 0 aan het begin.',
  'A number has {fewest} to {most} digits, with the country code in front.':
    'Een nummer heeft {fewest} tot {most} cijfers, met de landcode ervoor.',
  'A sender name needs at least one letter. {provider} shows your number by itself when this is empty.':
    'Een afzendernaam heeft minstens één letter. {provider} toont vanzelf uw nummer als dit leeg is.',
  'The address must begin with https, since the API token would travel in clear otherwise.':
    'Het adres moet met https beginnen, anders gaat het API-token onversleuteld over het net.',
  'Leave user name and password out of the address. Account ID and API token have fields of their own.':
    'Zet gebruikersnaam en wachtwoord niet in het adres. Account-ID en API-token hebben eigen velden.',
  'Leave out everything from the question mark or # on.': 'Laat alles vanaf het vraagteken of # weg.',
  'This address belongs to another service of Kirusa. It should look like {example}':
    'Dit adres hoort bij een andere dienst van Kirusa. Het moet eruitzien als {example}',
  '{provider} reported a problem, but its answer says that all is well.':
    '{provider} meldde een probleem, maar volgens het antwoord is alles in orde.',
  'The phone may have rung or not.': 'De telefoon is misschien overgegaan, misschien niet.',
  'The call waits in the outbox.': 'De oproep wacht in Postvak UIT.',
  '{provider} was asked to call, but the connection ended before the answer came.':
    '{provider} is gevraagd te bellen, maar de verbinding viel weg voordat het antwoord kwam.',
  '{provider} does not take this number. Check the number.': '{provider} neemt dit nummer niet aan. Controleer het nummer.',
  'There is not enough credit left at {provider}. Top up there, then let the account send again.':
    'Er is niet genoeg tegoed bij {provider}. Waardeer het daar op en hervat daarna het account.',
  'The address of {provider} is not right: nothing can be sent there. Check the address in Settings › Accounts.':
    'Het adres van {provider} klopt niet: er kan niets naartoe. Controleer het adres in Instellingen › Accounts.',
  '{provider} did not accept account ID or API token. Check both in Settings › Accounts.':
    '{provider} heeft het account-ID of het API-token niet geaccepteerd. Controleer beide in Instellingen › Accounts.',
  '{provider} had a fault of its own while it handled the call.': 'Bij {provider} ging iets mis tijdens het verwerken van de oproep.',
  '{provider} does not let this account send from its number. Check the number in Settings › Accounts.':
    'Dit account mag van {provider} niet met zijn nummer verzenden. Controleer het nummer in Instellingen › Accounts.',
  '{provider} does not let this account call from its caller ID. Enter a voice number bought there in Settings › Accounts.':
    'Dit account mag van {provider} niet met zijn nummer bellen. Vul bij Instellingen › Accounts een spraaknummer in dat daar is gekocht.',
  '{provider} did not accept the API token. Check the token in Settings › Accounts.':
    '{provider} heeft het API-token niet geaccepteerd. Controleer het in Instellingen › Accounts.',
  '{provider} did not accept the account ID. Check the account ID in Settings › Accounts.':
    '{provider} heeft het account-ID niet geaccepteerd. Controleer het in Instellingen › Accounts.',
  '{provider} has suspended the account. Ask {provider} why, then let the account send again.':
    '{provider} heeft het account geblokkeerd. Vraag {provider} waarom en hervat daarna het account.',
  '{provider} does not let this account use its sender name. Check the name in Settings › Accounts, or leave it empty.':
    'Dit account mag van {provider} zijn afzendernaam niet gebruiken. Controleer de naam in Instellingen › Accounts of laat die leeg.',
  '{provider} does not let this account send. Ask {provider} what it may do, then let the account send again.':
    'Dit account mag van {provider} niet verzenden. Vraag {provider} wat het account mag en hervat het daarna.',
  'The request has no API token, which every event has.': 'De aanvraag heeft geen API-token, en dat hoort bij elke gebeurtenis.',
  'The API token of this account is not stored on this computer, so nobody can tell whether the request is from {provider}.':
    'Het API-token van dit account is niet opgeslagen op deze computer, dus niemand kan nagaan of de aanvraag van {provider} komt.',
  'The API token in the request is not that of this account.': 'Het API-token in de aanvraag is niet dat van dit account.',
  'Neither a missed call nor a report.': 'Geen gemiste oproep en ook geen rapport.',
  'A missed call without an id or without a caller.': 'Een gemiste oproep zonder id of zonder beller.',
  'A report without the id of its missed call.': 'Een rapport zonder het id van de gemiste oproep.',
  'An event that is neither a missed call nor a report.': 'Een gebeurtenis die geen gemiste oproep en ook geen rapport is.',
  'Campaign “{campaign}”.': 'Campagne ‘{campaign}’.',
  'Campaign “{campaign}”, schedule “{schedule}”.': 'Campagne ‘{campaign}’, schema ‘{schedule}’.',
  'Campaign “{campaign}” of {planned}.': 'Campagne ‘{campaign}’ van {planned}.',
  'Campaign “{campaign}”, reported at {reported}.': 'Campagne ‘{campaign}’, gemeld op {reported}.',
  'Campaign “{campaign}”, schedule “{schedule}” of {planned}.': 'Campagne ‘{campaign}’, schema ‘{schedule}’ van {planned}.',
  'Campaign “{campaign}”, schedule “{schedule}”, reported at {reported}.':
    'Campagne ‘{campaign}’, schema ‘{schedule}’, gemeld op {reported}.',
  'Campaign “{campaign}” of {planned}, reported at {reported}.': 'Campagne ‘{campaign}’ van {planned}, gemeld op {reported}.',
  'Campaign “{campaign}”, schedule “{schedule}” of {planned}, reported at {reported}.':
    'Campagne ‘{campaign}’, schema ‘{schedule}’ van {planned}, gemeld op {reported}.',
  text: 'sms',
  call: 'oproep',
  '{provider} refused this {handed:sentence}.': '{provider} heeft deze {handed} geweigerd.',
  '{provider} did not understand the request and did not take this {handed:sentence}.':
    '{provider} heeft de aanvraag niet begrepen en deze {handed} niet aangenomen.',
  '{provider} asks for a slower pace and did not take the {handed:sentence}.':
    '{provider} vraagt om een lager tempo en heeft de {handed} niet aangenomen.',
  '{provider} is busy and did not take the {handed:sentence}.': '{provider} is bezet en heeft de {handed} niet aangenomen.',
  '{provider} answered, but not in a way that says whether the {handed:sentence} was taken.':
    '{provider} heeft geantwoord, maar uit het antwoord blijkt niet of de {handed} is aangenomen.',
  '{provider} says that this {handed:sentence} is empty or too long. Write it anew, and shorter.':
    'Volgens {provider} is de inhoud van deze {handed} leeg of te lang. Schrijf die opnieuw, en korter.',
  '{provider} says that it does not take the number of the request, or had it before, and refused this {handed:sentence}.':
    '{provider} meldt dat het nummer van de aanvraag niet wordt aangenomen of al is gebruikt, en heeft deze {handed} geweigerd.',
  '{provider} says that something is missing, and refused this {handed:sentence}.':
    '{provider} meldt dat er iets ontbreekt en heeft deze {handed} geweigerd.',
}
