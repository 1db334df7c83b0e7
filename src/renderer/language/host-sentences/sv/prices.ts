import type { HostSentences } from '../index.ts'

export const prices: HostSentences = {
  'No column of this file looks like {what:sentence}. Choose a list with a country and a price in each row.':
    'Ingen kolumn i filen ser ut som {what}. Välj en lista med ett land och ett pris på varje rad.',
  'prices, such as 0.35': 'priser, till exempel 0,35',
  'countries, by name or by calling code': 'länder, med namn eller landsnummer',
  'This file has more than 50,000 rows, which is no price list. Choose another file.':
    'Filen har mer än 50 000 rader, så det är ingen prislista. Välj en annan fil.',
  'An earlier row has a price in {currency} for the same country.': 'En tidigare rad har ett pris i {currency} för samma land.',
  'There is no country in this row.': 'Det finns inget land på raden.',
  'No country goes by this name or calling code. Write its name, or its code of two letters.':
    'Inget land har det namnet eller landsnumret. Skriv dess namn eller dess kod på två bokstäver.',
  'There is no price in this row.': 'Det finns inget pris på raden.',
  'This is not a price. Write it as 0.35 or 0,35, of at most 1,000.': 'Det är inget pris. Skriv det som 0.35 eller 0,35, högst 1 000.',
  'No currency has this code. Write it as SEK or EUR.': 'Ingen valuta har den koden. Skriv den som SEK eller EUR.',
}
