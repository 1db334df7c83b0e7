import type { HostSentences } from '../index.ts'

export const providerKpn: HostSentences = {
  'KPN does not say how it charges long texts on the classic product, so the bill may show other parts.':
    'KPN zegt niet hoe lange sms’en bij het klassieke product worden berekend, dus de factuur kan andere delen tonen.',
  'Dutch mobile numbers only: 06 and 097.': 'Alleen Nederlandse mobiele nummers: 06 en 097.',
  'KPN sends texts above 160 characters in parts, but does not say how it counts those with letters outside the SMS alphabet.':
    'KPN verzendt sms’en van meer dan 160 tekens in delen, maar zegt niet hoe die met tekens buiten het sms-alfabet worden geteld.',
  'Dutch operator. Its classic product texts Dutch mobiles; its current one texts everybody and brings reports and replies.':
    'Nederlandse operator. Het klassieke product bereikt Nederlandse mobiele nummers, het huidige bereikt iedereen en brengt rapporten en antwoorden.',
  Product: 'Product',
  'Which SMS product your app has in KPN’s developer portal.': 'Welk sms-product uw app heeft in de ‘developer portal’ van KPN.',
  'Classic: Dutch mobiles, no reports': 'Klassiek: Nederlandse mobiele nummers, geen rapporten',
  'Current: all countries, reports and replies': 'Huidig: alle landen, rapporten en antwoorden',
  'What recipients see: at most 11 letters, digits and spaces. Without one they see KPN.':
    'Wat ontvangers zien: hooguit 11 letters, cijfers en spaties. Zonder afzender zien ze KPN.',
  'Address for texts': 'Adres voor sms’en',
  'Leave this empty unless KPN gave you another address. Empty, it goes with the product.':
    'Laat dit leeg, tenzij u van KPN een ander adres hebt gekregen. Leeg hoort het bij het product.',
  'Address for access': 'Adres voor toegang',
  'Leave this as it is unless KPN gave you another address.': 'Laat dit zoals het is, tenzij u van KPN een ander adres hebt gekregen.',
  'In KPN’s developer portal, with your app. It is also called consumer key.':
    'Staat bij uw app in de ‘developer portal’ van KPN. Heet ook ‘consumer key’.',
  'Beside the client ID. It is also called consumer secret.': 'Staat naast de Client ID. Heet ook ‘consumer secret’.',
  'The key with which KPN signs its reports. Without it nothing is checked: whoever knows the secret address can send reports. While KPN replaces the key, enter the old and the new one with a comma between them.':
    'De sleutel waarmee KPN de rapporten ondertekent. Zonder die sleutel wordt er niets gecontroleerd: wie het geheime adres kent, kan rapporten sturen. Vul, zolang KPN de sleutel vervangt, de oude en de nieuwe in met een komma ertussen.',
  'With the current product only: in KPN’s developer portal, open the webhooks of your app and enter this address for delivery reports (sms_dlr). For replies, enter the same address with the product SMS Inbound.':
    'Alleen met het huidige product: open in de ‘developer portal’ van KPN de ‘webhooks’ van uw app en vul dit adres in voor afleverrapporten (sms_dlr). Vul voor antwoorden hetzelfde adres in bij het product ‘SMS Inbound’.',
  'Choose the classic or the current product.': 'Kies het klassieke of het huidige product.',
  'A sender has at most 11 characters: letters from A to Z, digits and spaces.':
    'Een afzender heeft hooguit 11 tekens: letters van A tot Z, cijfers en spaties.',
  'KPN accepted client ID and client secret. That does not prove that the SMS product is switched on for your app, so send a text to yourself to be sure.':
    'KPN heeft Client ID en Client secret geaccepteerd. Dat bewijst niet dat het sms-product voor uw app aanstaat, dus stuur voor de zekerheid een sms naar uzelf.',
  'An address of this account cannot be used. Check both in Settings › Accounts.':
    'Een adres van dit account is niet bruikbaar. Controleer beide in Instellingen › Accounts.',
  'Client ID or client secret of this account is missing. Enter both in Settings › Accounts.':
    'De Client ID of het Client secret van dit account ontbreekt. Vul beide in bij Instellingen › Accounts.',
  'Numbers that begin with 06{range} are not mobiles that KPN can text. Check the number.':
    'Nummers die met 06{range} beginnen, zijn geen mobiele nummers die KPN kan bereiken. Controleer het nummer.',
  'With KPN’s classic product only Dutch mobile numbers (06 or 097) can be texted. Send this text with another account, or choose the current product in Settings › Accounts if KPN gave you that one.':
    'Met het klassieke product van KPN kunt u alleen Nederlandse mobiele nummers (06 of 097) sms’en. Verzend deze sms met een ander account, of kies het huidige product in Instellingen › Accounts als u dat van KPN hebt gekregen.',
  'Leave client ID and client secret out of the address. They have fields of their own.':
    'Zet Client ID en Client secret niet in het adres. Daar zijn eigen velden voor.',
  'In this address, only {words} can be used.': 'In dit adres kan alleen {words} worden gebruikt.',
  'The address must begin with https, since the keys of the account would travel in clear otherwise.':
    'Het adres moet met https beginnen, anders gaan de sleutels van het account onversleuteld over het net.',
  'Leave user name and password out of the address. Client ID and client secret have fields of their own.':
    'Zet gebruikersnaam en wachtwoord niet in het adres. Client ID en Client secret hebben eigen velden.',
  'Leave out everything from the # on.': 'Laat alles vanaf de # weg.',
  '{provider} answered, but contradicts itself: something may have been taken.':
    '{provider} heeft geantwoord, maar het antwoord spreekt zichzelf tegen: er kan iets zijn aangenomen.',
  'The text was not sent.': 'De sms is niet verzonden.',
  'The text did not arrive, and nobody says why.': 'De sms is niet aangekomen en niemand zegt waarom.',
  'The number is not in use or not valid. Check it.': 'Het nummer is niet in gebruik of ongeldig. Controleer het.',
  'The number is barred from receiving texts.': 'Het nummer is geblokkeerd voor het ontvangen van sms’en.',
  'The recipient does not want texts from this sender.': 'De ontvanger wil geen sms’en van deze afzender.',
  'The recipient’s phone or network cannot receive texts.': 'De telefoon of het netwerk van de ontvanger kan geen sms’en ontvangen.',
  'The phone was switched off or busy.': 'De telefoon stond uit of was bezet.',
  'You can send the text again later.': 'U kunt de sms later opnieuw verzenden.',
  'The phone could not be reached, perhaps without coverage.': 'De telefoon was niet bereikbaar, misschien zonder bereik.',
  'The number is no longer reachable. Check it.': 'Het nummer is niet meer bereikbaar. Controleer het.',
  'The phone or its SIM card had a passing problem, such as a full memory.':
    'De telefoon of de simkaart had een tijdelijk probleem, bijvoorbeeld een vol geheugen.',
  'The phone or its SIM card has a lasting problem.': 'De telefoon of de simkaart heeft een blijvend probleem.',
  'The mobile network had a fault.': 'Er was een storing in het mobiele netwerk.',
  'The number moved to another operator and could not be found there.':
    'Het nummer is naar een andere operator verhuisd en was daar niet te vinden.',
  'KPN has no way to this number from your account. Ask KPN.': 'KPN heeft vanaf uw account geen route naar dit nummer. Vraag KPN.',
  'KPN has no way to deliver to this number. Ask KPN.': 'KPN heeft geen route om bij dit nummer af te leveren. Vraag KPN.',
  'KPN sent the text the wrong way. Ask KPN.': 'KPN heeft de sms langs de verkeerde route gestuurd. Vraag KPN.',
  'The network could not read the text.': 'Het netwerk kon de sms niet lezen.',
  'The network did not take a character or a setting of the text.': 'Het netwerk accepteerde een teken of instelling van de sms niet.',
  'A spam filter stopped the text. Word it differently.': 'Een spamfilter heeft de sms tegengehouden. Formuleer hem anders.',
  'What the text says is not permitted there.': 'Wat er in de sms staat, is daar niet toegestaan.',
  'There is not enough credit or quota at KPN. Ask KPN.': 'Er is niet genoeg tegoed of quotum bij KPN. Vraag KPN.',
  'Parental control or an age check stopped the text.': 'Ouderlijk toezicht of een leeftijdscontrole heeft de sms tegengehouden.',
  'The recipient is on a do-not-disturb register.': 'De ontvanger staat in een bel-me-nietregister.',
  'A limit on spending or pace was reached.': 'Er is een grens aan kosten of tempo bereikt.',
  'The time in which the text could be delivered ran out. You can send it again.':
    'De tijd om de sms af te leveren is verstreken. U kunt hem opnieuw verzenden.',
  'Another company on the way had a fault.': 'Er was een storing bij een ander bedrijf onderweg.',
  'India wants your company registered before it takes texts. Ask KPN.':
    'India wil dat uw bedrijf is geregistreerd voordat sms’en worden aangenomen. Vraag KPN.',
  'India wants your sender registered before it takes texts. Ask KPN.':
    'India wil dat uw afzender is geregistreerd voordat sms’en worden aangenomen. Vraag KPN.',
  'India wants the wording registered before it takes texts. Ask KPN.':
    'India wil dat de formulering is geregistreerd voordat sms’en worden aangenomen. Vraag KPN.',
  'The recipient’s consent is missing.': 'De toestemming van de ontvanger ontbreekt.',
  'The rules of that country do not permit the text.': 'De regels van dat land staan de sms niet toe.',
  'KPN refused this text. Check the number, the sender and the text.':
    'KPN heeft deze sms geweigerd. Controleer het nummer, de afzender en de tekst.',
  'The address of KPN is not right: no text can be sent there. Check the address and the product in Settings › Accounts.':
    'Het adres van KPN klopt niet: er kan geen sms naartoe. Controleer het adres en het product in Instellingen › Accounts.',
  'KPN did not accept the access of this account. Check client ID and client secret in Settings › Accounts, and in KPN’s developer portal that the SMS product is added to your app.':
    'KPN heeft de toegang van dit account niet geaccepteerd. Controleer Client ID en Client secret in Instellingen › Accounts, en in de ‘developer portal’ van KPN of het sms-product aan uw app is toegevoegd.',
  'KPN does not let this account send texts. Check in KPN’s developer portal that the SMS product is added to your app and that the app is more than a demo.':
    'Dit account mag van KPN geen sms’en verzenden. Controleer in de ‘developer portal’ van KPN of het sms-product aan uw app is toegevoegd en of de app meer is dan een demo.',
  'KPN asks for a slower pace, or its quota is used up, and it did not take the text.':
    'KPN vraagt om een lager tempo, of het quotum is op, en de sms is niet aangenomen.',
  'KPN did not accept client ID and client secret. Check both in Settings › Accounts.':
    'KPN heeft Client ID en Client secret niet geaccepteerd. Controleer beide in Instellingen › Accounts.',
  'KPN could not give access just now.': 'KPN kon op dit moment geen toegang geven.',
  'KPN asks for a slower pace and gave no access.': 'KPN vraagt om een lager tempo en gaf geen toegang.',
  'The address for access is not right: KPN gives no access there. Check it in Settings › Accounts.':
    'Het adres voor toegang klopt niet: KPN geeft daar geen toegang. Controleer het in Instellingen › Accounts.',
  'KPN gives this account no access. Check in KPN’s developer portal that your app is approved.':
    'KPN geeft dit account geen toegang. Controleer in de ‘developer portal’ van KPN of uw app is goedgekeurd.',
  'A delivery report without an id.': 'Een afleverrapport zonder id.',
  'KPN gives a reason that it does not explain.': 'KPN geeft een reden die niet wordt uitgelegd.',
  'KPN code {code}.': 'KPN-code {code}.',
  'The signature is missing, and this account has a webhook secret.':
    'De handtekening ontbreekt, en dit account heeft een ‘Webhook secret’.',
  'The signature is not of the form that KPN uses.': 'De handtekening heeft niet de vorm die KPN gebruikt.',
  'The signature does not fit the webhook secret of this account.': 'De handtekening past niet bij het ‘Webhook secret’ van dit account.',
  'The time of the signed request is missing or not readable.': 'De tijd van de ondertekende aanvraag ontbreekt of is niet leesbaar.',
  'The signed request is more than five minutes off this computer’s clock. Check the clock.':
    'De ondertekende aanvraag wijkt meer dan vijf minuten af van de klok van deze computer. Controleer de klok.',
  '{provider} did not answer when it was asked for access.': '{provider} heeft niet geantwoord toen om toegang werd gevraagd.',
  '{provider} could not be reached for access.': '{provider} was niet bereikbaar voor toegang.',
  'Something answered at the address for access, but not as {provider} does. Check the address in Settings › Accounts.':
    'Er antwoordde iets op het adres voor toegang, maar niet zoals {provider} dat doet. Controleer het adres in Instellingen › Accounts.',
}
