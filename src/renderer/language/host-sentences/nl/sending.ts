import type { HostSentences } from '../index.ts'

export const sending: HostSentences = {
  'This text is kept back because the provider sends nothing of this kind at this hour. Say why it should go out now, or leave it until then.':
    'Deze sms wordt vastgehouden omdat de provider op dit uur niets van dit soort verzendt. Schrijf waarom hij nu uit moet, of laat hem tot dan liggen.',
  'This text is kept back because it is quiet hours where the recipient is. Say why it should go out now, or leave it until then.':
    'Deze sms wordt vastgehouden omdat het bij de ontvanger stille uren zijn. Schrijf waarom hij nu uit moet, of laat hem tot dan liggen.',
  'Only a text that certainly did not arrive can be sent again from here.':
    'Alleen een sms die zeker niet is aangekomen, kan van hieruit opnieuw worden verzonden.',
  'This text is settled already: its fate became known in the meantime.':
    'Dit is al afgehandeld: intussen is bekend wat er met de sms is gebeurd.',
  'The account of this text was removed. Write the text again with another account.':
    'Het account van deze sms is verwijderd. Schrijf de sms opnieuw met een ander account.',
  'This text was not to go out after a certain time, and that has passed. If it still makes sense, write it as a new text.':
    'Deze sms mocht na een bepaald tijdstip niet meer uitgaan, en dat is voorbij. Heeft hij nog zin, schrijf hem dan als nieuwe sms.',
  'It is too late to {wish:sentence}: the text is just being handed to the provider.':
    'Het is te laat om {wish}: de sms wordt net aan de provider overgedragen.',
  'send it now': 'hem nu te verzenden',
  'choose another time': 'een ander tijdstip te kiezen',
  '{stands:sentence} so it does not wait in the outbox any more.': '{stands} dus hij wacht niet meer in het Postvak UIT.',
  'It is too late to cancel: the text is just being handed to the provider. In a moment you see what became of it.':
    'Het is te laat om te annuleren: de sms wordt net aan de provider overgedragen. Zo meteen ziet u wat ervan is geworden.',
  'It is too late to cancel. {stands:sentence} and that cannot be taken back.':
    'Het is te laat om te annuleren. {stands} en dat is niet terug te draaien.',
  '{stands:sentence} so there is nothing to cancel.': '{stands} dus er is niets te annuleren.',
  'The text has been handed to the provider,': 'De sms is aan de provider overgedragen,',
  'The text has arrived,': 'De sms is aangekomen,',
  'The text could not be delivered,': 'De sms kon niet worden afgeleverd,',
  'The time of this text has run out,': 'De tijd van deze sms is verstreken,',
  'The text was not taken by the provider,': 'De provider heeft de sms niet aangenomen,',
  'The text was cancelled before,': 'De sms was al geannuleerd,',
  'The text may have gone out already,': 'De sms is misschien al uitgegaan,',
  'This text came from a customer,': 'Deze sms kwam van een klant,',
  'This was asked for before with another text, time or recipient, and that is what was queued. Write it as a new text.':
    'Dit is al eerder gevraagd met een andere tekst, tijd of ontvanger, en dat staat nu in het Postvak UIT. Schrijf het als nieuwe sms.',
  'The same text went, or is about to go, to {list:list}. Nothing was queued. Look at what became of it; if it should go once more, send it again all the same.':
    'Dezelfde sms is al, of wordt zo meteen, verzonden naar {list}. Er is niets in het Postvak UIT gezet. Kijk wat ervan is geworden; moet hij nog een keer uit, verzend hem dan toch opnieuw.',
  '{number} (scheduled {ago:sentence}, not sent yet)': '{number} ({ago} ingepland, nog niet verzonden)',
  '{number} (queued {ago:sentence}, not sent yet)': '{number} ({ago} in het Postvak UIT gezet, nog niet verzonden)',
  '{number} (being sent now)': '{number} (wordt nu verzonden)',
  '{number} (sent {ago:sentence})': '{number} ({ago} verzonden)',
  '{number} (sent {ago:sentence} and delivered)': '{number} ({ago} verzonden en afgeleverd)',
  '{number} (tried {ago:sentence}, not known whether it went out)': '{number} ({ago} geprobeerd, niet bekend of hij is uitgegaan)',
  'just now': 'zojuist',
  '{count} minute ago': '{count} minuut geleden',
  '{count} minutes ago': '{count} minuten geleden',
  '{count} hours ago': '{count} uur geleden',
  '{count} days ago': '{count} dagen geleden',
  'Each number gets a text of its own, but a number is there twice or a text is missing. Give every number once, with its text.':
    'Elk nummer krijgt een eigen sms, maar een nummer staat er twee keer in of er ontbreekt een tekst. Geef elk nummer één keer, met zijn tekst.',
  'There is no such time as “{local}” in “{zone}”. Choose a day and a time that exist, and a time zone such as Europe/Stockholm.':
    'De tijd ‘{local}’ bestaat niet in ‘{zone}’. Kies een dag en een tijd die bestaan, en een tijdzone zoals Europe/Amsterdam.',
  'Two times to send were given. Choose one of them.': 'Er zijn twee verzendtijden opgegeven. Kies een daarvan.',
  'The time to send is in the past. Choose a later one, or send now.':
    'De verzendtijd ligt in het verleden. Kies een latere, of verzend nu.',
  '{provider} cannot keep a text until its time. Let this desk keep it instead.':
    '{provider} kan een sms niet tot zijn tijd bewaren. Laat SMS Desk hem bewaren.',
  '{provider} keeps texts that go out in {minutes} minutes to {days} days. Choose such a time, or let this desk keep it.':
    '{provider} bewaart sms’en die over {minutes} minuten tot {days} dagen uitgaan. Kies zo’n tijd, of laat SMS Desk hem bewaren.',
  'The text would not be valid any more when it is to go out. Choose an earlier time to send, or a later end of its validity.':
    'De sms zou niet meer geldig zijn als hij uitgaat. Kies een eerdere verzendtijd, of laat hem langer geldig zijn.',
  'A one-time code is called at once, whatever the hour.': 'Een eenmalige code wordt meteen gebeld, hoe laat het ook is.',
  '{provider} cannot be asked.': '{provider} kan niet worden gevraagd.',
  '{provider} says nothing of this number among those of the same call. That does not prove that it was not sent.':
    '{provider} noemt dit nummer niet bij die van dezelfde aanroep. Dat bewijst niet dat hij niet is verzonden.',
  '{provider} gave no reference for this text, so it cannot be asked about it.':
    '{provider} heeft voor deze sms geen kenmerk gegeven, dus er kan niet naar worden gevraagd.',
}
