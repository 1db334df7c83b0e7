import type { HostSentences } from '../index.ts'

export const numbers: HostSentences = {
  'There is no number in it.': 'Er staat geen nummer in.',
  'It is too long to be a phone number.': 'Het is te lang voor een telefoonnummer.',
  'A spreadsheet damaged this number, and digits are lost. Format the column as text, type the number again and save the file once more.':
    'Een spreadsheet heeft dit nummer beschadigd en er zijn cijfers verloren. Maak de kolom op als tekst, typ het nummer opnieuw en sla het bestand nog eens op.',
  'It has an extension ({extension}), and an extension cannot be texted. Use a mobile number, or the number without the extension.':
    'Het heeft een toestelnummer ({extension}), en een toestelnummer kan geen sms krijgen. Gebruik een mobiel nummer, of het nummer zonder toestelnummer.',
  'It has letters in it, so it is not a phone number.': 'Er staan letters in, dus het is geen telefoonnummer.',
  'There is more than one number in it, or a sign that does not belong in a number.':
    'Er staat meer dan één nummer in, of een teken dat niet in een nummer hoort.',
  'It has signs in it that do not belong in a phone number.': 'Er staan tekens in die niet in een telefoonnummer horen.',
  'It has no country. Write it with + and the calling code, or choose the country it is from.':
    'Het land ontbreekt. Schrijf het met + en het landnummer, of kies uit welk land het komt.',
  'It can be read as two different numbers, {first} and {second}. Write it with + and the calling code.':
    'Het is te lezen als twee verschillende nummers, {first} en {second}. Schrijf het met + en het landnummer.',
  'No country has a calling code that begins like this.': 'Geen enkel land heeft een landnummer dat zo begint.',
  'It is too short to be a phone number.': 'Het is te kort voor een telefoonnummer.',
  'It is not a phone number in use.': 'Het is geen telefoonnummer dat in gebruik is.',
  'It is too short to be a phone number in {country:country}.': 'Het is te kort voor een telefoonnummer in {country}.',
  'It is too long to be a phone number in {country:country}.': 'Het is te lang voor een telefoonnummer in {country}.',
  'It is not a phone number in use in {country:country}.': 'Het is geen telefoonnummer dat in {country} in gebruik is.',
  'If it is from another country, write it with + and the calling code.':
    'Komt het uit een ander land, schrijf het dan met + en het landnummer.',
  '“{number}” cannot get a text: {reason:sentence}': '‘{number}’ kan geen sms krijgen: {reason}',
  '“{number}” is not a phone number: {reason:sentence}': '‘{number}’ is geen telefoonnummer: {reason}',
  'There are no texts with {number}. Check the number and try again.':
    'Er zijn geen sms’en met {number}. Controleer het nummer en probeer het opnieuw.',
  '“{zone}” is no time zone this computer knows.': '‘{zone}’ is geen tijdzone die deze computer kent.',
  '“{zone}” is no time zone that this desk knows.': '‘{zone}’ is geen tijdzone die SMS Desk kent.',
  'This place is not one of an export. Start the export again.': 'Deze plek hoort niet bij een export. Start de export opnieuw.',
  'Choose “Print”, and there “Save as PDF” in place of a printer.': 'Kies ‘Afdrukken’ en daar ‘Opslaan als PDF’ in plaats van een printer.',
  'The PDF could not be written there. Choose another folder, or make room on the disk.':
    'De pdf kon daar niet worden opgeslagen. Kies een andere map of maak ruimte vrij op de schijf.',
}
