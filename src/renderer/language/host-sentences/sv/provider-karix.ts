import type { HostSentences } from '../index.ts'

export const providerKarix: HostSentences = {
  'Indian provider, formerly mGage: bulk texts with DLT registration, delivery reports, texts kept until their time.':
    'Indisk leverantör, tidigare mGage: utskick med DLT-registrering, leveransrapporter, sms som sparas tills det är dags.',
  'What recipients see, at most {count} characters. In India it is the header that is registered for you: six letters or digits.':
    'Vad mottagarna ser, högst {count} tecken. I Indien är det den ”header” som är registrerad för dig: sex bokstäver eller siffror.',
  'DLT entity id': 'DLT entity id',
  'The number of your business in the Indian DLT register. Indian networks drop texts without it.':
    'Ditt företags nummer i det indiska DLT-registret. Indiska nät kastar sms utan det.',
  'DLT template id': 'DLT template id',
  'The number of the registered template that your texts follow.': 'Numret på den registrerade mall som dina sms följer.',
  'Promotional texts': 'Reklam-sms',
  'Choose yes if Karix set this account up for advertising: in India such texts go out by day only, and wait until then.':
    'Välj ja om Karix har ställt in kontot för reklam: i Indien skickas sådana sms bara på dagen och väntar tills dess.',
  'The whole address of the JSON interface. Leave it as it is unless Karix gave you another one.':
    'Hela adressen till JSON-gränssnittet. Ändra den inte om du inte har fått en annan av Karix.',
  'Type codes': 'Typkoder',
  'How this account names plain and other alphabets. Change it if Karix refuses the message type.':
    'Vad kontot kallar vanliga och andra alfabet. Ändra det om Karix avvisar ”message type”.',
  'PLAIN and UNICODE': 'PLAIN och UNICODE',
  'PM and UC': 'PM och UC',
  'Count clicks on links': 'Räkna klick på länkar',
  'Karix puts short links in the place of yours and counts who opens them. It has to be switched on at Karix too.':
    'Karix ersätter dina länkar med korta och räknar vem som öppnar dem. Det måste vara påslaget hos Karix också.',
  'No promotional texts from': 'Inga reklam-sms från',
  'Indian time. The same time in both fields means no such hours.':
    'Indisk tid. Samma tid i båda fälten betyder att det inte finns några sådana timmar.',
  'No promotional texts until': 'Inga reklam-sms till',
  'Indian time. Change both if the rule changes.': 'Indisk tid. Ändra båda om regeln ändras.',
  'Access key': 'Åtkomstnyckel',
  'Karix’s provisioning team issues it together with the account.': 'Du får den tillsammans med kontot av Karix’ ”provisioning team”.',
  'Send this address to Karix’s provisioning team and ask them to set it as the callback URL of your account for delivery reports, as JSON and without encryption. It cannot be set on a website.':
    'Skicka adressen till Karix’ ”provisioning team” och be dem ange den som ”callback URL” för leveransrapporter för ditt konto, som JSON och utan kryptering. Den går inte att ange på någon webbplats.',
  'Karix puts short links in the place of yours, so a text with a link may be charged as more or fewer parts.':
    'Karix ersätter dina länkar med korta, så ett sms med en länk kan debiteras som fler eller färre delar.',
  'The address must begin with https, since the access key would travel in clear otherwise.':
    'Adressen måste börja med https, annars skickas åtkomstnyckeln i klartext.',
  'Leave user name, password and key out of the address. The access key has a field of its own.':
    'Skriv inte användarnamn, lösenord och nyckel i adressen. Åtkomstnyckeln har ett eget fält.',
  'Choose PLAIN/UNICODE or PM/UC.': 'Välj PLAIN/UNICODE eller PM/UC.',
  'Indian networks drop texts without DLT ids. Leave this empty only if Karix adds it for you.':
    'Indiska nät kastar sms utan DLT-id. Lämna det tomt bara om Karix lägger till det åt dig.',
  'With the same time twice, texts go to Karix at any hour, and it refuses promotional ones at night.':
    'Med samma tid två gånger går sms till Karix när som helst på dygnet, och reklam-sms avvisas där på natten.',
  'Enter the sender that is registered for you, such as BISTRO.': 'Fyll i avsändaren som är registrerad för dig, till exempel BISTRO.',
  'The sender cannot contain “{sign}”. Use plain letters and digits.':
    'Avsändaren får inte innehålla ”{sign}”. Använd vanliga bokstäver och siffror.',
  'A sender has at most {most} characters; this one has {count}.': 'En avsändare har högst {most} tecken; den här har {count}.',
  'A DLT id consists of digits only. Copy it from the DLT registration.':
    'Ett DLT-id består bara av siffror. Kopiera det från DLT-registreringen.',
  'This is not a time. Write it as 21:00.': 'Det här är inget klockslag. Skriv det som 21:00.',
  'Choose yes or no.': 'Välj ja eller nej.',
  'Karix reported a problem, but its answer looks as if it took the text all the same.':
    'Karix rapporterade ett problem, men av svaret att döma togs sms:et ändå emot.',
  'Karix says that it took the text, but gave it no number.': 'Karix uppger att sms:et togs emot, men gav det inget nummer.',
  'Karix did not accept the access key. Check the key in Settings › Accounts.':
    'Karix godtog inte åtkomstnyckeln. Kontrollera nyckeln under Inställningar › Konton.',
  'Karix does not let this account send from here. Ask Karix whether the account may send, and from which internet addresses.':
    'Karix låter inte det här kontot skicka härifrån. Fråga Karix om kontot får skicka, och från vilka internetadresser.',
  'Somebody opened a link of a text. Clicks are not counted here.': 'Någon öppnade en länk i ett sms. Klick räknas inte här.',
  'The report is encrypted, and SMS Desk has no key for it. Ask Karix to send reports without encryption.':
    'Rapporten är krypterad, och SMS Desk har ingen nyckel till den. Be Karix skicka rapporter utan kryptering.',
  'This is not a delivery report.': 'Det här är ingen leveransrapport.',
  'A delivery report without the number of its text.': 'En leveransrapport utan numret på sitt sms.',
  'Karix keeps texts for a time at least {minutes} minutes and at most {days} days ahead. Choose another time, or let SMS Desk keep the text.':
    'Karix sparar sms minst {minutes} minuter och högst {days} dagar framåt. Välj en annan tid eller låt SMS Desk spara sms:et.',
  'If this goes on, ask Karix whether your internet address is allowed.':
    'Om det fortsätter, fråga Karix om din internetadress är tillåten.',
  'Karix refused the text but gave it a number all the same.': 'Karix avvisade sms:et men gav det ändå ett nummer.',
  'Karix sends nothing promotional {hour:sentence}.': 'Karix skickar ingen reklam {hour}.',
  'for the hour it was scheduled for': 'vid den tid som var planerad',
  'at this hour': 'vid den här tiden på dygnet',
  'The text waits and goes out after {time} Indian time.': 'Sms:et väntar och skickas efter {time} indisk tid.',
  'Karix says that it took the text, but not with the number that stands for that.':
    'Karix uppger att sms:et togs emot, men inte med det nummer som står för det.',
  'Karix does not speak version 1.0 of its JSON interface at this address. Ask Karix for the address, and enter it in Settings › Accounts.':
    'Karix talar inte version 1.0 av sitt JSON-gränssnitt på den här adressen. Fråga Karix efter adressen och fyll i den under Inställningar › Konton.',
  'Karix does not let this account send from this internet connection. Ask Karix to allow its internet address.':
    'Karix låter inte det här kontot skicka från den här internetanslutningen. Be Karix tillåta dess internetadress.',
  'The account at Karix has expired. Ask Karix to renew it.': 'Kontot hos Karix har gått ut. Be Karix förnya det.',
  'The account at Karix is switched off. Ask Karix why.': 'Kontot hos Karix är avstängt. Fråga Karix varför.',
  'Karix misses a reporting key for this account. Ask Karix about it.':
    'Karix saknar en ”reporting key” för det här kontot. Fråga Karix om den.',
  'Karix does not let this account do this. Ask Karix what the account may do.':
    'Karix låter inte det här kontot göra det. Fråga Karix vad kontot får göra.',
  'Scheduling is switched off for this account at Karix. Ask Karix to switch it on, or let SMS Desk keep texts until their time.':
    'Schemaläggning är avstängd för det här kontot hos Karix. Be Karix slå på den eller låt SMS Desk spara sms tills det är dags.',
  'Karix keeps no text for that long: at most three months. Choose an earlier time.':
    'Så länge sparar Karix inget sms: högst tre månader. Välj en tidigare tid.',
  'Karix did not take the time the text was scheduled for. Choose another time.':
    'Karix godtog inte tiden som sms:et var planerat till. Välj en annan tid.',
  'Karix does not know the type codes of this account. Choose the other ones under “Type codes” in Settings › Accounts.':
    'Karix känner inte till kontots typkoder. Välj de andra vid ”Typkoder” under Inställningar › Konton.',
  'Karix does not take this as a mobile number. Check the number.': 'Karix godtar inte det här som ett mobilnummer. Kontrollera numret.',
  'Karix misses the template of this text. Ask Karix about it.': 'Karix saknar mallen för det här sms:et. Fråga Karix om den.',
  'Karix does not know the template. Check the DLT template id in Settings › Accounts.':
    'Karix känner inte till mallen. Kontrollera ”DLT template id” under Inställningar › Konton.',
  'Karix misses the sender. Check the sender in Settings › Accounts.':
    'Karix saknar avsändaren. Kontrollera avsändaren under Inställningar › Konton.',
  'Karix does not let this account use its sender. Check the sender in Settings › Accounts, or ask Karix to register it.':
    'Karix låter inte det här kontot använda sin avsändare. Kontrollera avsändaren under Inställningar › Konton eller be Karix registrera den.',
  'Karix found no text to send.': 'Karix hittade inget sms att skicka.',
  'Karix does not let this account ask for delivery reports. Ask Karix to switch them on.':
    'Karix låter inte det här kontot begära leveransrapporter. Be Karix slå på dem.',
  'Karix does not track links for this account. Switch “Count clicks on links” off in Settings › Accounts.':
    'Karix spårar inte länkar för det här kontot. Stäng av ”Räkna klick på länkar” under Inställningar › Konton.',
  'Karix wants the texts of this account encrypted, which SMS Desk cannot do. Ask Karix to take them plain.':
    'Karix vill ha kontots sms krypterade, och det kan inte SMS Desk. Be Karix ta emot dem okrypterade.',
  'Karix cannot use the country setting of this account. Ask Karix about it.':
    'Karix kan inte använda kontots landsinställning. Fråga Karix om den.',
  'Karix could not read what SMS Desk sent, so it refused this text.':
    'Karix kunde inte läsa det SMS Desk skickade och avvisade därför det här sms:et.',
  'Its number for that, {number}, stands for {meaning:sentence}.': 'Felnumret, {number}, står för {meaning}.',
  'another version of its interface': 'en annan version av gränssnittet',
  'a request it could not read': 'ett anrop som inte gick att läsa',
  'an internet address it does not allow': 'en internetadress som inte är tillåten',
  'an expired account': 'ett konto som har gått ut',
  'an account that is switched off, or an internet address it does not allow':
    'ett avstängt konto eller en internetadress som inte är tillåten',
  'a wrong access key, or an expired account': 'en felaktig åtkomstnyckel eller ett konto som har gått ut',
  'an account that is switched off': 'ett avstängt konto',
  'a wrong access key, or scheduling that is switched off': 'en felaktig åtkomstnyckel eller avstängd schemaläggning',
  'a time that is not valid, or an encryption setting that is not': 'en ogiltig tid eller en ogiltig krypteringsinställning',
  'a time too far ahead, or scheduling that is switched off': 'en tid för långt fram eller avstängd schemaläggning',
  'a missing number, or a time that is not valid': 'ett nummer som saknas eller en ogiltig tid',
  'a number that is not valid, or a time too far ahead': 'ett ogiltigt nummer eller en tid för långt fram',
  'an empty text, or a missing number': 'ett tomt sms eller ett nummer som saknas',
  'type codes it does not know, or a number that is not valid': 'okända typkoder eller ett ogiltigt nummer',
  'an empty text': 'ett tomt sms',
  'type codes it does not know, or delivery reports that are not switched on':
    'okända typkoder eller leveransrapporter som inte är påslagna',
  'a port that is not valid': 'en ogiltig port',
  'delivery reports that are not switched on': 'leveransrapporter som inte är påslagna',
  'a time of validity that is not right': 'en felaktig giltighetstid',
  'link tracking that is not switched on, or a time of validity too long':
    'länkspårning som inte är påslagen eller en för lång giltighetstid',
  'a country setting it cannot use': 'en landsinställning som inte går att använda',
  'link tracking that is not switched on': 'länkspårning som inte är påslagen',
  'an hour in which it may not send, or a reference it cannot use':
    'en tid då inget får skickas eller en referens som inte går att använda',
  'an hour for which it may not schedule, or a reference it cannot use':
    'en tid som inget får planeras till eller en referens som inte går att använda',
  'an hour in which it may not send': 'en tid då inget får skickas',
  'an hour for which it may not schedule': 'en tid som inget får planeras till',
  'a character coding that is not valid': 'en ogiltig teckenkodning',
  'a text header that is not valid': 'ett ogiltigt sms-huvud',
  'a missing sender': 'en avsändare som saknas',
  'a sender it does not know': 'en okänd avsändare',
  'a template it does not know': 'en okänd mall',
  'a missing template': 'en mall som saknas',
  'something this account may not do': 'något som kontot inte får göra',
  'a missing reporting key': 'en ”reporting key” som saknas',
  'a batch number that is not valid': 'ett ogiltigt gruppnummer',
  'Check the account in Settings › Accounts, or ask Karix.': 'Kontrollera kontot under Inställningar › Konton eller fråga Karix.',
  'Check number, text and time, or ask Karix.': 'Kontrollera nummer, text och tid eller fråga Karix.',
  'Karix refused this text with the number {number}, which its lists do not explain. Ask Karix.':
    'Karix avvisade det här sms:et med numret {number}, som inte förklaras i Karix’ listor. Fråga Karix.',
}
