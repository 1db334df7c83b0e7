import type { Catalog } from '../index.ts'

export const controls: Catalog['controls'] = {
  cancel: 'Avbryt',
  loadFailed: 'Det här gick inte att hämta',
  tryAgain: 'Försök igen',
  clearSearch: 'Rensa sökningen',
  chooseFile: 'Välj en fil',
  letGo: 'Släpp för att läsa listan',
  reason: {
    label: 'Varför det skickas ändå',
    placeholder: 'Kunden ville ha svar i kväll',
    missing: 'Skriv med några ord varför. Det sparas med sms:et.',
  },
}
