import type { HostSentences } from '../index.ts'

export const providerKpn: HostSentences = {
  'KPN does not say how it charges long texts on the classic product, so the bill may show other parts.':
    'KPN säger inte hur långa sms debiteras med den klassiska produkten, så fakturan kan visa andra delar.',
  'Dutch mobile numbers only: 06 and 097.': 'Bara nederländska mobilnummer: 06 och 097.',
  'KPN sends texts above 160 characters in parts, but does not say how it counts those with letters outside the SMS alphabet.':
    'KPN skickar sms över 160 tecken i delar, men säger inte hur de räknas som har tecken utanför sms-alfabetet.',
  'Dutch operator. Its classic product texts Dutch mobiles; its current one texts everybody and brings reports and replies.':
    'Nederländsk operatör. Den klassiska produkten når nederländska mobiler, den nuvarande når alla och ger rapporter och svar.',
  Product: 'Produkt',
  'Which SMS product your app has in KPN’s developer portal.': 'Vilken sms-produkt din app har i KPN:s ”developer portal”.',
  'Classic: Dutch mobiles, no reports': 'Klassisk: nederländska mobiler, inga rapporter',
  'Current: all countries, reports and replies': 'Nuvarande: alla länder, rapporter och svar',
  'What recipients see: at most 11 letters, digits and spaces. Without one they see KPN.':
    'Vad mottagarna ser: högst 11 bokstäver, siffror och mellanslag. Utan avsändare ser de KPN.',
  'Address for texts': 'Adress för sms',
  'Leave this empty unless KPN gave you another address. Empty, it goes with the product.':
    'Lämna det tomt om du inte har fått en annan adress av KPN. Tomt följer den med produkten.',
  'Address for access': 'Adress för åtkomst',
  'Leave this as it is unless KPN gave you another address.': 'Ändra inte det här om du inte har fått en annan adress av KPN.',
  'In KPN’s developer portal, with your app. It is also called consumer key.':
    'Står vid din app i KPN:s ”developer portal”. Heter också ”consumer key”.',
  'Beside the client ID. It is also called consumer secret.': 'Står bredvid Client ID. Heter också ”consumer secret”.',
  'The key with which KPN signs its reports. Without it nothing is checked: whoever knows the secret address can send reports. While KPN replaces the key, enter the old and the new one with a comma between them.':
    'Nyckeln som KPN signerar sina rapporter med. Utan den kontrolleras ingenting: vem som helst som känner till den hemliga adressen kan skicka rapporter. Medan KPN byter nyckel, skriv den gamla och den nya med ett kommatecken emellan.',
  'With the current product only: in KPN’s developer portal, open the webhooks of your app and enter this address for delivery reports (sms_dlr). For replies, enter the same address with the product SMS Inbound.':
    'Bara med den nuvarande produkten: öppna ”webhooks” för din app i KPN:s ”developer portal” och ange adressen för leveransrapporter (sms_dlr). Vill du ha svar, ange samma adress för produkten ”SMS Inbound”.',
  'Choose the classic or the current product.': 'Välj den klassiska eller den nuvarande produkten.',
  'A sender has at most 11 characters: letters from A to Z, digits and spaces.':
    'En avsändare har högst 11 tecken: bokstäver från A till Z, siffror och mellanslag.',
  'KPN accepted client ID and client secret. That does not prove that the SMS product is switched on for your app, so send a text to yourself to be sure.':
    'KPN godtog Client ID och Client secret. Det bevisar inte att sms-produkten är påslagen för din app, så skicka ett sms till dig själv för säkerhets skull.',
  'An address of this account cannot be used. Check both in Settings › Accounts.':
    'En av kontots adresser går inte att använda. Kontrollera båda under Inställningar › Konton.',
  'Client ID or client secret of this account is missing. Enter both in Settings › Accounts.':
    'Kontots Client ID eller Client secret saknas. Fyll i båda under Inställningar › Konton.',
  'Numbers that begin with 06{range} are not mobiles that KPN can text. Check the number.':
    'Nummer som börjar med 06{range} är inga mobilnummer som KPN kan nå. Kontrollera numret.',
  'With KPN’s classic product only Dutch mobile numbers (06 or 097) can be texted. Send this text with another account, or choose the current product in Settings › Accounts if KPN gave you that one.':
    'Med KPN:s klassiska produkt går det bara att sms:a nederländska mobilnummer (06 eller 097). Skicka det här sms:et med ett annat konto eller välj den nuvarande produkten under Inställningar › Konton om du har fått den av KPN.',
  'Leave client ID and client secret out of the address. They have fields of their own.':
    'Skriv inte Client ID och Client secret i adressen. De har egna fält.',
  'In this address, only {words} can be used.': 'I den här adressen går det bara att använda {words}.',
  'The address must begin with https, since the keys of the account would travel in clear otherwise.':
    'Adressen måste börja med https, annars skickas kontots nycklar i klartext.',
  'Leave user name and password out of the address. Client ID and client secret have fields of their own.':
    'Skriv inte användarnamn och lösenord i adressen. Client ID och Client secret har egna fält.',
  'Leave out everything from the # on.': 'Ta bort allt från # och framåt.',
  '{provider} answered, but contradicts itself: something may have been taken.':
    '{provider} svarade, men svaret är motsägelsefullt: något kan ha tagits emot.',
  'The text was not sent.': 'Sms:et skickades inte.',
  'The text did not arrive, and nobody says why.': 'Sms:et kom inte fram, och ingen säger varför.',
  'The number is not in use or not valid. Check it.': 'Numret används inte eller är ogiltigt. Kontrollera det.',
  'The number is barred from receiving texts.': 'Numret är spärrat för att ta emot sms.',
  'The recipient does not want texts from this sender.': 'Mottagaren vill inte ha sms från den här avsändaren.',
  'The recipient’s phone or network cannot receive texts.': 'Mottagarens telefon eller nät kan inte ta emot sms.',
  'The phone was switched off or busy.': 'Telefonen var avstängd eller upptagen.',
  'You can send the text again later.': 'Du kan skicka sms:et igen senare.',
  'The phone could not be reached, perhaps without coverage.': 'Telefonen gick inte att nå, kanske saknades täckning.',
  'The number is no longer reachable. Check it.': 'Numret går inte längre att nå. Kontrollera det.',
  'The phone or its SIM card had a passing problem, such as a full memory.':
    'Telefonen eller SIM-kortet hade ett tillfälligt problem, till exempel fullt minne.',
  'The phone or its SIM card has a lasting problem.': 'Telefonen eller SIM-kortet har ett bestående problem.',
  'The mobile network had a fault.': 'Det var ett fel i mobilnätet.',
  'The number moved to another operator and could not be found there.':
    'Numret har flyttats till en annan operatör och gick inte att hitta där.',
  'KPN has no way to this number from your account. Ask KPN.': 'KPN har ingen väg till det här numret från ditt konto. Fråga KPN.',
  'KPN has no way to deliver to this number. Ask KPN.': 'KPN har ingen väg att leverera till det här numret. Fråga KPN.',
  'KPN sent the text the wrong way. Ask KPN.': 'KPN skickade sms:et fel väg. Fråga KPN.',
  'The network could not read the text.': 'Nätet kunde inte läsa sms:et.',
  'The network did not take a character or a setting of the text.': 'Nätet godtog inte ett tecken eller en inställning i sms:et.',
  'A spam filter stopped the text. Word it differently.': 'Ett skräppostfilter stoppade sms:et. Formulera det annorlunda.',
  'What the text says is not permitted there.': 'Det som står i sms:et är inte tillåtet där.',
  'There is not enough credit or quota at KPN. Ask KPN.': 'Saldot eller kvoten hos KPN räcker inte. Fråga KPN.',
  'Parental control or an age check stopped the text.': 'Föräldrakontroll eller en ålderskontroll stoppade sms:et.',
  'The recipient is on a do-not-disturb register.': 'Mottagaren står i ett spärregister.',
  'A limit on spending or pace was reached.': 'En gräns för kostnad eller takt har nåtts.',
  'The time in which the text could be delivered ran out. You can send it again.':
    'Tiden för att leverera sms:et gick ut. Du kan skicka det igen.',
  'Another company on the way had a fault.': 'Det var ett fel hos ett annat företag på vägen.',
  'India wants your company registered before it takes texts. Ask KPN.':
    'Indien kräver att ditt företag är registrerat innan sms tas emot. Fråga KPN.',
  'India wants your sender registered before it takes texts. Ask KPN.':
    'Indien kräver att din avsändare är registrerad innan sms tas emot. Fråga KPN.',
  'India wants the wording registered before it takes texts. Ask KPN.':
    'Indien kräver att formuleringen är registrerad innan sms tas emot. Fråga KPN.',
  'The recipient’s consent is missing.': 'Mottagarens samtycke saknas.',
  'The rules of that country do not permit the text.': 'Landets regler tillåter inte sms:et.',
  'KPN refused this text. Check the number, the sender and the text.':
    'KPN avvisade det här sms:et. Kontrollera numret, avsändaren och texten.',
  'The address of KPN is not right: no text can be sent there. Check the address and the product in Settings › Accounts.':
    'Adressen till KPN stämmer inte: inga sms kan skickas dit. Kontrollera adressen och produkten under Inställningar › Konton.',
  'KPN did not accept the access of this account. Check client ID and client secret in Settings › Accounts, and in KPN’s developer portal that the SMS product is added to your app.':
    'KPN godtog inte kontots åtkomst. Kontrollera Client ID och Client secret under Inställningar › Konton, och i KPN:s ”developer portal” att sms-produkten är tillagd i din app.',
  'KPN does not let this account send texts. Check in KPN’s developer portal that the SMS product is added to your app and that the app is more than a demo.':
    'KPN låter inte det här kontot skicka sms. Kontrollera i KPN:s ”developer portal” att sms-produkten är tillagd i din app och att appen är mer än en demo.',
  'KPN asks for a slower pace, or its quota is used up, and it did not take the text.':
    'KPN ber om en lugnare takt, eller så är kvoten slut, och sms:et togs inte emot.',
  'KPN did not accept client ID and client secret. Check both in Settings › Accounts.':
    'KPN godtog inte Client ID och Client secret. Kontrollera båda under Inställningar › Konton.',
  'KPN could not give access just now.': 'KPN kunde inte ge åtkomst just nu.',
  'KPN asks for a slower pace and gave no access.': 'KPN ber om en lugnare takt och gav ingen åtkomst.',
  'The address for access is not right: KPN gives no access there. Check it in Settings › Accounts.':
    'Adressen för åtkomst stämmer inte: KPN ger ingen åtkomst där. Kontrollera den under Inställningar › Konton.',
  'KPN gives this account no access. Check in KPN’s developer portal that your app is approved.':
    'KPN ger inte det här kontot åtkomst. Kontrollera i KPN:s ”developer portal” att din app är godkänd.',
  'A delivery report without an id.': 'En leveransrapport utan id.',
  'KPN gives a reason that it does not explain.': 'KPN anger en orsak som inte förklaras.',
  'KPN code {code}.': 'KPN-kod {code}.',
  'The signature is missing, and this account has a webhook secret.': 'Signaturen saknas, och det här kontot har ett ”Webhook secret”.',
  'The signature is not of the form that KPN uses.': 'Signaturen har inte den form som KPN använder.',
  'The signature does not fit the webhook secret of this account.': 'Signaturen stämmer inte med kontots ”Webhook secret”.',
  'The time of the signed request is missing or not readable.': 'Tiden för det signerade anropet saknas eller går inte att läsa.',
  'The signed request is more than five minutes off this computer’s clock. Check the clock.':
    'Det signerade anropet skiljer sig mer än fem minuter från datorns klocka. Kontrollera klockan.',
  '{provider} did not answer when it was asked for access.': '{provider} svarade inte på frågan om åtkomst.',
  '{provider} could not be reached for access.': '{provider} gick inte att nå för åtkomst.',
  'Something answered at the address for access, but not as {provider} does. Check the address in Settings › Accounts.':
    'Något svarade på adressen för åtkomst, men inte så som {provider} gör. Kontrollera adressen under Inställningar › Konton.',
}
