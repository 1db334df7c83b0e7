import type { HostSentences } from '../index.ts'

export const prices: HostSentences = {
  'No column of this file looks like {what:sentence}. Choose a list with a country and a price in each row.':
    'Geen enkele kolom van dit bestand lijkt op {what}. Kies een lijst met op elke rij een land en een prijs.',
  'prices, such as 0.35': 'prijzen, zoals 0,35',
  'countries, by name or by calling code': 'landen, met naam of landnummer',
  'This file has more than 50,000 rows, which is no price list. Choose another file.':
    'Dit bestand heeft meer dan 50.000 rijen, dus het is geen prijslijst. Kies een ander bestand.',
  'An earlier row has a price in {currency} for the same country.': 'Een eerdere rij heeft een prijs in {currency} voor hetzelfde land.',
  'There is no country in this row.': 'Er staat geen land in deze rij.',
  'No country goes by this name or calling code. Write its name, or its code of two letters.':
    'Geen enkel land heeft deze naam of dit landnummer. Schrijf de naam van het land of de code van twee letters.',
  'There is no price in this row.': 'Er staat geen prijs in deze rij.',
  'This is not a price. Write it as 0.35 or 0,35, of at most 1,000.': 'Dit is geen prijs. Schrijf hem als 0.35 of 0,35, hooguit 1.000.',
  'No currency has this code. Write it as SEK or EUR.': 'Geen enkele valuta heeft deze code. Schrijf hem als SEK of EUR.',
}
