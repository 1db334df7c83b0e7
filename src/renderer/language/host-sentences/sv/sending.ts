import type { HostSentences } from '../index.ts'

export const sending: HostSentences = {
  'This text is kept back because the provider sends nothing of this kind at this hour. Say why it should go out now, or leave it until then.':
    'Det här sms:et hålls kvar eftersom leverantören inte skickar något sådant vid den här tiden. Skriv varför det ska gå ut nu, eller låt det vänta tills dess.',
  'This text is kept back because it is quiet hours where the recipient is. Say why it should go out now, or leave it until then.':
    'Det här sms:et hålls kvar eftersom det är tysta timmar där mottagaren är. Skriv varför det ska gå ut nu, eller låt det vänta tills dess.',
  'Only a text that certainly did not arrive can be sent again from here.':
    'Bara ett sms som säkert inte kom fram går att skicka igen härifrån.',
  'This text is settled already: its fate became known in the meantime.':
    'Det här är redan avgjort: under tiden blev det känt hur det gick för sms:et.',
  'The account of this text was removed. Write the text again with another account.':
    'Kontot för det här sms:et har tagits bort. Skriv det igen med ett annat konto.',
  'This text was not to go out after a certain time, and that has passed. If it still makes sense, write it as a new text.':
    'Det här sms:et skulle inte gå ut efter en viss tid, och den har passerat. Om det fortfarande är aktuellt, skriv det som ett nytt sms.',
  'It is too late to {wish:sentence}: the text is just being handed to the provider.':
    'Det är för sent att {wish}: sms:et lämnas just nu över till leverantören.',
  'send it now': 'skicka det nu',
  'choose another time': 'välja en annan tid',
  '{stands:sentence} so it does not wait in the outbox any more.': '{stands} så det väntar inte längre i utkorgen.',
  'It is too late to cancel: the text is just being handed to the provider. In a moment you see what became of it.':
    'Det är för sent att stoppa det: sms:et lämnas just nu över till leverantören. Om en stund ser du hur det gick.',
  'It is too late to cancel. {stands:sentence} and that cannot be taken back.':
    'Det är för sent att stoppa det. {stands} och det går inte att ta tillbaka.',
  '{stands:sentence} so there is nothing to cancel.': '{stands} så det finns inget att stoppa.',
  'The text has been handed to the provider,': 'Sms:et har lämnats över till leverantören,',
  'The text has arrived,': 'Sms:et har kommit fram,',
  'The text could not be delivered,': 'Sms:et gick inte att leverera,',
  'The time of this text has run out,': 'Sms:ets tid har gått ut,',
  'The text was not taken by the provider,': 'Leverantören tog inte emot sms:et,',
  'The text was cancelled before,': 'Sms:et hade redan stoppats,',
  'The text may have gone out already,': 'Sms:et kan redan ha gått ut,',
  'This text came from a customer,': 'Det här sms:et kom från en kund,',
  'This was asked for before with another text, time or recipient, and that is what was queued. Write it as a new text.':
    'Det här har begärts tidigare med en annan text, tid eller mottagare, och det är det som lades i utkorgen. Skriv det som ett nytt sms.',
  'The same text went, or is about to go, to {list:list}. Nothing was queued. Look at what became of it; if it should go once more, send it again all the same.':
    'Samma sms har gått, eller ska just gå, till {list}. Inget lades i utkorgen. Se efter hur det gick; om det ska gå en gång till, skicka det igen ändå.',
  '{number} (scheduled {ago:sentence}, not sent yet)': '{number} (planerat {ago}, inte skickat än)',
  '{number} (queued {ago:sentence}, not sent yet)': '{number} (i utkorgen sedan {ago}, inte skickat än)',
  '{number} (being sent now)': '{number} (skickas just nu)',
  '{number} (sent {ago:sentence})': '{number} (skickat {ago})',
  '{number} (sent {ago:sentence} and delivered)': '{number} (skickat {ago} och levererat)',
  '{number} (tried {ago:sentence}, not known whether it went out)': '{number} (försökte {ago}, oklart om det gick ut)',
  'just now': 'alldeles nyss',
  '{count} minute ago': 'för {count} minut sedan',
  '{count} minutes ago': 'för {count} minuter sedan',
  '{count} hours ago': 'för {count} timmar sedan',
  '{count} days ago': 'för {count} dagar sedan',
  'Each number gets a text of its own, but a number is there twice or a text is missing. Give every number once, with its text.':
    'Varje nummer får ett eget sms, men ett nummer finns två gånger eller en text saknas. Ange varje nummer en gång, med sin text.',
  'There is no such time as “{local}” in “{zone}”. Choose a day and a time that exist, and a time zone such as Europe/Stockholm.':
    'Tiden ”{local}” finns inte i ”{zone}”. Välj en dag och en tid som finns, och en tidszon som Europe/Stockholm.',
  'Two times to send were given. Choose one of them.': 'Två tider att skicka angavs. Välj en av dem.',
  'The time to send is in the past. Choose a later one, or send now.': 'Tiden att skicka har redan varit. Välj en senare, eller skicka nu.',
  '{provider} cannot keep a text until its time. Let this desk keep it instead.':
    '{provider} kan inte spara ett sms till sin tid. Låt SMS Desk spara det i stället.',
  '{provider} keeps texts that go out in {minutes} minutes to {days} days. Choose such a time, or let this desk keep it.':
    '{provider} sparar sms som ska gå ut om {minutes} minuter till {days} dagar. Välj en sådan tid, eller låt SMS Desk spara det.',
  'The text would not be valid any more when it is to go out. Choose an earlier time to send, or a later end of its validity.':
    'Sms:et skulle inte gälla längre när det ska gå ut. Välj en tidigare tid att skicka, eller låt det gälla längre.',
  'A one-time code is called at once, whatever the hour.': 'En engångskod rings alltid upp direkt, vad klockan än är.',
  '{provider} cannot be asked.': '{provider} går inte att fråga.',
  '{provider} says nothing of this number among those of the same call. That does not prove that it was not sent.':
    '{provider} nämner inte det här numret bland dem i samma anrop. Det bevisar inte att det inte skickades.',
  '{provider} gave no reference for this text, so it cannot be asked about it.':
    '{provider} gav ingen referens för det här sms:et, så det går inte att fråga om det.',
}
