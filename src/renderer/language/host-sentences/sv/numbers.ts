import type { HostSentences } from '../index.ts'

export const numbers: HostSentences = {
  'There is no number in it.': 'Det finns inget nummer i det.',
  'It is too long to be a phone number.': 'Det är för långt för att vara ett telefonnummer.',
  'A spreadsheet damaged this number, and digits are lost. Format the column as text, type the number again and save the file once more.':
    'Ett kalkylprogram har förstört numret, och siffror har gått förlorade. Formatera kolumnen som text, skriv numret igen och spara filen en gång till.',
  'It has an extension ({extension}), and an extension cannot be texted. Use a mobile number, or the number without the extension.':
    'Det har en anknytning ({extension}), och en anknytning går inte att sms:a. Använd ett mobilnummer, eller numret utan anknytningen.',
  'It has letters in it, so it is not a phone number.': 'Det har bokstäver i sig, så det är inget telefonnummer.',
  'There is more than one number in it, or a sign that does not belong in a number.':
    'Det innehåller mer än ett nummer, eller ett tecken som inte hör hemma i ett nummer.',
  'It has signs in it that do not belong in a phone number.': 'Det innehåller tecken som inte hör hemma i ett telefonnummer.',
  'It has no country. Write it with + and the calling code, or choose the country it is from.':
    'Det saknar land. Skriv det med + och landsnumret, eller välj vilket land det kommer från.',
  'It can be read as two different numbers, {first} and {second}. Write it with + and the calling code.':
    'Det går att läsa som två olika nummer, {first} och {second}. Skriv det med + och landsnumret.',
  'No country has a calling code that begins like this.': 'Inget land har ett landsnummer som börjar så här.',
  'It is too short to be a phone number.': 'Det är för kort för att vara ett telefonnummer.',
  'It is not a phone number in use.': 'Det är inget telefonnummer som används.',
  'It is too short to be a phone number in {country:country}.': 'Det är för kort för att vara ett telefonnummer i {country}.',
  'It is too long to be a phone number in {country:country}.': 'Det är för långt för att vara ett telefonnummer i {country}.',
  'It is not a phone number in use in {country:country}.': 'Det är inget telefonnummer som används i {country}.',
  'If it is from another country, write it with + and the calling code.':
    'Om det kommer från ett annat land, skriv det med + och landsnumret.',
  '“{number}” cannot get a text: {reason:sentence}': '”{number}” kan inte få sms: {reason}',
  '“{number}” is not a phone number: {reason:sentence}': '”{number}” är inget telefonnummer: {reason}',
  'There are no texts with {number}. Check the number and try again.':
    'Det finns inga sms med {number}. Kontrollera numret och försök igen.',
  '“{zone}” is no time zone this computer knows.': '”{zone}” är ingen tidszon som den här datorn känner till.',
  '“{zone}” is no time zone that this desk knows.': '”{zone}” är ingen tidszon som SMS Desk känner till.',
  'This place is not one of an export. Start the export again.': 'Det här stället hör inte till någon export. Starta exporten igen.',
  'Choose “Print”, and there “Save as PDF” in place of a printer.': 'Välj ”Skriv ut”, och där ”Spara som PDF” i stället för en skrivare.',
  'The PDF could not be written there. Choose another folder, or make room on the disk.':
    'PDF-filen gick inte att spara där. Välj en annan mapp, eller gör plats på disken.',
}
