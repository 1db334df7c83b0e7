import type { HostSentences } from '../index.ts'

export const providerKarix: HostSentences = {
  'Indian provider, formerly mGage: bulk texts with DLT registration, delivery reports, texts kept until their time.':
    'Indiase provider, voorheen mGage: mailings met DLT-registratie, afleverrapporten, sms’en die tot hun tijd worden bewaard.',
  'What recipients see, at most {count} characters. In India it is the header that is registered for you: six letters or digits.':
    'Wat ontvangers zien, hooguit {count} tekens. In India is dat de ‘header’ die voor u is geregistreerd: zes letters of cijfers.',
  'DLT entity id': 'DLT entity id',
  'The number of your business in the Indian DLT register. Indian networks drop texts without it.':
    'Het nummer van uw bedrijf in het Indiase DLT-register. Indiase netwerken gooien sms’en zonder dat nummer weg.',
  'DLT template id': 'DLT template id',
  'The number of the registered template that your texts follow.': 'Het nummer van het geregistreerde sjabloon dat uw sms’en volgen.',
  'Promotional texts': 'Reclame-sms’en',
  'Choose yes if Karix set this account up for advertising: in India such texts go out by day only, and wait until then.':
    'Kies ja als Karix dit account voor reclame heeft ingesteld: in India gaan zulke sms’en alleen overdag uit en wachten ze tot dan.',
  'The whole address of the JSON interface. Leave it as it is unless Karix gave you another one.':
    'Het hele adres van de JSON-interface. Laat dit zoals het is, tenzij u van Karix een ander adres hebt gekregen.',
  'Type codes': 'Typecodes',
  'How this account names plain and other alphabets. Change it if Karix refuses the message type.':
    'Hoe dit account gewone en andere alfabetten noemt. Wijzig dit als Karix het ‘message type’ weigert.',
  'PLAIN and UNICODE': 'PLAIN en UNICODE',
  'PM and UC': 'PM en UC',
  'Count clicks on links': 'Klikken op links tellen',
  'Karix puts short links in the place of yours and counts who opens them. It has to be switched on at Karix too.':
    'Karix vervangt uw links door korte en telt wie ze opent. Het moet ook bij Karix zijn aangezet.',
  'No promotional texts from': 'Geen reclame-sms’en vanaf',
  'Indian time. The same time in both fields means no such hours.':
    'Indiase tijd. Dezelfde tijd in beide velden betekent dat er geen zulke uren zijn.',
  'No promotional texts until': 'Geen reclame-sms’en tot',
  'Indian time. Change both if the rule changes.': 'Indiase tijd. Wijzig beide als de regel verandert.',
  'Access key': 'Toegangssleutel',
  'Karix’s provisioning team issues it together with the account.':
    'U krijgt hem samen met het account van het ‘provisioning team’ van Karix.',
  'Send this address to Karix’s provisioning team and ask them to set it as the callback URL of your account for delivery reports, as JSON and without encryption. It cannot be set on a website.':
    'Stuur dit adres naar het ‘provisioning team’ van Karix en vraag het in te stellen als ‘callback URL’ van uw account voor afleverrapporten, als JSON en zonder versleuteling. Op een website kan dat niet.',
  'Karix puts short links in the place of yours, so a text with a link may be charged as more or fewer parts.':
    'Karix vervangt uw links door korte, dus een sms met een link kan als meer of minder delen worden berekend.',
  'The address must begin with https, since the access key would travel in clear otherwise.':
    'Het adres moet met https beginnen, anders gaat de toegangssleutel onversleuteld over het net.',
  'Leave user name, password and key out of the address. The access key has a field of its own.':
    'Zet gebruikersnaam, wachtwoord en sleutel niet in het adres. De toegangssleutel heeft een eigen veld.',
  'Choose PLAIN/UNICODE or PM/UC.': 'Kies PLAIN/UNICODE of PM/UC.',
  'Indian networks drop texts without DLT ids. Leave this empty only if Karix adds it for you.':
    'Indiase netwerken gooien sms’en zonder DLT-id weg. Laat dit alleen leeg als Karix het voor u toevoegt.',
  'With the same time twice, texts go to Karix at any hour, and it refuses promotional ones at night.':
    'Met twee keer dezelfde tijd gaan sms’en op elk uur naar Karix, en ’s nachts weigert Karix reclame-sms’en.',
  'Enter the sender that is registered for you, such as BISTRO.': 'Vul de afzender in die voor u is geregistreerd, bijvoorbeeld BISTRO.',
  'The sender cannot contain “{sign}”. Use plain letters and digits.':
    'De afzender mag geen ‘{sign}’ bevatten. Gebruik gewone letters en cijfers.',
  'A sender has at most {most} characters; this one has {count}.': 'Een afzender heeft hooguit {most} tekens; deze heeft er {count}.',
  'A DLT id consists of digits only. Copy it from the DLT registration.':
    'Een DLT-id bestaat alleen uit cijfers. Kopieer het uit de DLT-registratie.',
  'This is not a time. Write it as 21:00.': 'Dit is geen tijd. Schrijf het als 21:00.',
  'Choose yes or no.': 'Kies ja of nee.',
  'Karix reported a problem, but its answer looks as if it took the text all the same.':
    'Karix meldde een probleem, maar zo te zien is de sms toch aangenomen.',
  'Karix says that it took the text, but gave it no number.': 'Karix meldt dat de sms is aangenomen, maar gaf hem geen nummer.',
  'Karix did not accept the access key. Check the key in Settings › Accounts.':
    'Karix heeft de toegangssleutel niet geaccepteerd. Controleer de sleutel in Instellingen › Accounts.',
  'Karix does not let this account send from here. Ask Karix whether the account may send, and from which internet addresses.':
    'Dit account mag van Karix niet vanaf hier verzenden. Vraag Karix of het account mag verzenden, en vanaf welke internetadressen.',
  'Somebody opened a link of a text. Clicks are not counted here.':
    'Iemand heeft een link in een sms geopend. Klikken worden hier niet geteld.',
  'The report is encrypted, and SMS Desk has no key for it. Ask Karix to send reports without encryption.':
    'Het rapport is versleuteld en SMS Desk heeft er geen sleutel voor. Vraag Karix rapporten zonder versleuteling te sturen.',
  'This is not a delivery report.': 'Dit is geen afleverrapport.',
  'A delivery report without the number of its text.': 'Een afleverrapport zonder het nummer van de sms.',
  'Karix keeps texts for a time at least {minutes} minutes and at most {days} days ahead. Choose another time, or let SMS Desk keep the text.':
    'Karix bewaart sms’en minstens {minutes} minuten en hooguit {days} dagen vooruit. Kies een ander tijdstip of laat SMS Desk de sms bewaren.',
  'If this goes on, ask Karix whether your internet address is allowed.':
    'Als dit aanhoudt, vraag Karix dan of uw internetadres is toegestaan.',
  'Karix refused the text but gave it a number all the same.': 'Karix heeft de sms geweigerd, maar gaf hem toch een nummer.',
  'Karix sends nothing promotional {hour:sentence}.': 'Karix verzendt geen reclame {hour}.',
  'for the hour it was scheduled for': 'op het geplande tijdstip',
  'at this hour': 'op dit uur',
  'The text waits and goes out after {time} Indian time.': 'De sms wacht en gaat uit na {time} Indiase tijd.',
  'Karix says that it took the text, but not with the number that stands for that.':
    'Karix meldt dat de sms is aangenomen, maar niet met het nummer dat daarvoor staat.',
  'Karix does not speak version 1.0 of its JSON interface at this address. Ask Karix for the address, and enter it in Settings › Accounts.':
    'Karix spreekt op dit adres niet versie 1.0 van de JSON-interface. Vraag Karix om het adres en vul het in bij Instellingen › Accounts.',
  'Karix does not let this account send from this internet connection. Ask Karix to allow its internet address.':
    'Dit account mag van Karix niet via deze internetverbinding verzenden. Vraag Karix het internetadres ervan toe te staan.',
  'The account at Karix has expired. Ask Karix to renew it.': 'Het account bij Karix is verlopen. Vraag Karix het te verlengen.',
  'The account at Karix is switched off. Ask Karix why.': 'Het account bij Karix is uitgeschakeld. Vraag Karix waarom.',
  'Karix misses a reporting key for this account. Ask Karix about it.':
    'Karix mist een ‘reporting key’ voor dit account. Vraag Karix ernaar.',
  'Karix does not let this account do this. Ask Karix what the account may do.':
    'Dit account mag dit niet van Karix. Vraag Karix wat het account mag.',
  'Scheduling is switched off for this account at Karix. Ask Karix to switch it on, or let SMS Desk keep texts until their time.':
    'Plannen staat voor dit account bij Karix uit. Vraag Karix het aan te zetten of laat SMS Desk sms’en tot hun tijd bewaren.',
  'Karix keeps no text for that long: at most three months. Choose an earlier time.':
    'Zo lang bewaart Karix geen sms: hooguit drie maanden. Kies een eerder tijdstip.',
  'Karix did not take the time the text was scheduled for. Choose another time.':
    'Karix heeft het geplande tijdstip van de sms niet aangenomen. Kies een ander tijdstip.',
  'Karix does not know the type codes of this account. Choose the other ones under “Type codes” in Settings › Accounts.':
    'Karix kent de typecodes van dit account niet. Kies de andere bij ‘Typecodes’ in Instellingen › Accounts.',
  'Karix does not take this as a mobile number. Check the number.': 'Karix neemt dit niet aan als mobiel nummer. Controleer het nummer.',
  'Karix misses the template of this text. Ask Karix about it.': 'Karix mist het sjabloon van deze sms. Vraag Karix ernaar.',
  'Karix does not know the template. Check the DLT template id in Settings › Accounts.':
    'Karix kent het sjabloon niet. Controleer het ‘DLT template id’ in Instellingen › Accounts.',
  'Karix misses the sender. Check the sender in Settings › Accounts.':
    'Karix mist de afzender. Controleer de afzender in Instellingen › Accounts.',
  'Karix does not let this account use its sender. Check the sender in Settings › Accounts, or ask Karix to register it.':
    'Dit account mag van Karix zijn afzender niet gebruiken. Controleer de afzender in Instellingen › Accounts of vraag Karix die te registreren.',
  'Karix found no text to send.': 'Karix heeft geen sms gevonden om te verzenden.',
  'Karix does not let this account ask for delivery reports. Ask Karix to switch them on.':
    'Dit account mag van Karix geen afleverrapporten vragen. Vraag Karix ze aan te zetten.',
  'Karix does not track links for this account. Switch “Count clicks on links” off in Settings › Accounts.':
    'Karix volgt geen links voor dit account. Zet ‘Klikken op links tellen’ uit in Instellingen › Accounts.',
  'Karix wants the texts of this account encrypted, which SMS Desk cannot do. Ask Karix to take them plain.':
    'Karix wil de sms’en van dit account versleuteld ontvangen, en dat kan SMS Desk niet. Vraag Karix ze onversleuteld aan te nemen.',
  'Karix cannot use the country setting of this account. Ask Karix about it.':
    'Karix kan de landinstelling van dit account niet gebruiken. Vraag Karix ernaar.',
  'Karix could not read what SMS Desk sent, so it refused this text.':
    'Karix kon niet lezen wat SMS Desk stuurde en heeft deze sms daarom geweigerd.',
  'Its number for that, {number}, stands for {meaning:sentence}.': 'Het foutnummer, {number}, staat voor {meaning}.',
  'another version of its interface': 'een andere versie van de interface',
  'a request it could not read': 'een aanvraag die niet te lezen was',
  'an internet address it does not allow': 'een internetadres dat niet is toegestaan',
  'an expired account': 'een verlopen account',
  'an account that is switched off, or an internet address it does not allow':
    'een uitgeschakeld account of een internetadres dat niet is toegestaan',
  'a wrong access key, or an expired account': 'een verkeerde toegangssleutel of een verlopen account',
  'an account that is switched off': 'een uitgeschakeld account',
  'a wrong access key, or scheduling that is switched off': 'een verkeerde toegangssleutel of plannen dat uitstaat',
  'a time that is not valid, or an encryption setting that is not': 'een ongeldig tijdstip of een ongeldige versleutelingsinstelling',
  'a time too far ahead, or scheduling that is switched off': 'een tijdstip te ver vooruit of plannen dat uitstaat',
  'a missing number, or a time that is not valid': 'een ontbrekend nummer of een ongeldig tijdstip',
  'a number that is not valid, or a time too far ahead': 'een ongeldig nummer of een tijdstip te ver vooruit',
  'an empty text, or a missing number': 'een lege sms of een ontbrekend nummer',
  'type codes it does not know, or a number that is not valid': 'onbekende typecodes of een ongeldig nummer',
  'an empty text': 'een lege sms',
  'type codes it does not know, or delivery reports that are not switched on': 'onbekende typecodes of afleverrapporten die niet aanstaan',
  'a port that is not valid': 'een ongeldige poort',
  'delivery reports that are not switched on': 'afleverrapporten die niet aanstaan',
  'a time of validity that is not right': 'een onjuiste geldigheidsduur',
  'link tracking that is not switched on, or a time of validity too long':
    'het volgen van links dat niet aanstaat of een te lange geldigheidsduur',
  'a country setting it cannot use': 'een landinstelling die niet bruikbaar is',
  'link tracking that is not switched on': 'het volgen van links dat niet aanstaat',
  'an hour in which it may not send, or a reference it cannot use':
    'een uur waarop niets verzonden mag worden of een referentie die niet bruikbaar is',
  'an hour for which it may not schedule, or a reference it cannot use':
    'een uur waarvoor niets gepland mag worden of een referentie die niet bruikbaar is',
  'an hour in which it may not send': 'een uur waarop niets verzonden mag worden',
  'an hour for which it may not schedule': 'een uur waarvoor niets gepland mag worden',
  'a character coding that is not valid': 'een ongeldige tekencodering',
  'a text header that is not valid': 'een ongeldige sms-header',
  'a missing sender': 'een ontbrekende afzender',
  'a sender it does not know': 'een onbekende afzender',
  'a template it does not know': 'een onbekend sjabloon',
  'a missing template': 'een ontbrekend sjabloon',
  'something this account may not do': 'iets wat dit account niet mag',
  'a missing reporting key': 'een ontbrekende ‘reporting key’',
  'a batch number that is not valid': 'een ongeldig batchnummer',
  'Check the account in Settings › Accounts, or ask Karix.': 'Controleer het account in Instellingen › Accounts of vraag Karix.',
  'Check number, text and time, or ask Karix.': 'Controleer nummer, tekst en tijd of vraag Karix.',
  'Karix refused this text with the number {number}, which its lists do not explain. Ask Karix.':
    'Karix heeft deze sms geweigerd met het nummer {number}, dat in de lijsten van Karix niet wordt uitgelegd. Vraag Karix.',
}
