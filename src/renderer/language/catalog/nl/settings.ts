import type { Catalog } from '../index.ts'

export const settings: Catalog['settings'] = {
  title: 'Instellingen',
  loading: 'Instellingen worden opgehaald…',
  sections: {
    label: 'Onderdelen van de instellingen',
    accounts: 'Accounts',
    sending: 'Verzenden',
    templates: 'Sjablonen',
    replies: 'Antwoorden',
    labels: 'Labels',
    notifications: 'Meldingen',
    appearance: 'Uiterlijk',
    sandbox: 'Sandbox',
    keys: 'Opslag en sleutels',
    listener: 'Ontvanger',
    about: 'Over',
  },
  noSuchCountry: 'Er is geen land met deze naam of dit nummer.',
  accounts: {
    loading: 'Accounts worden opgehaald…',
    intro: 'De verbindingen waarlangs uw sms’en gaan.',
    add: 'Account toevoegen',
    connect: 'Een provider verbinden',
    saved: 'Het account is opgeslagen.',
    emptyTitle: 'Nog geen account',
    empty:
      'Een account is uw verbinding met een sms-provider. Zonder account kunnen sms’en SMS Desk niet verlaten; in de sandbox kunt u intussen alles uitproberen.',
    useSandbox: 'De sandbox gebruiken',
    wantToTry: 'Wilt u iets uitproberen zonder iemand te sms’en?',
    addSandbox: 'De sandbox toevoegen',
    sandboxReady: 'De sandbox is klaar. Hij kost niets en stuurt niemand een sms.',
  },
  about: {
    intro: 'Niets gaat twee keer uit, niets gaat verloren, en u weet altijd wat er met een bericht is gebeurd.',
    product: 'SMS Desk',
    version: 'Versie {version}',
    runsAs: 'Draait als',
    shells: {
      electron: 'Programma op de computer',
      browser: 'In de browser, vanaf deze computer',
      cli: 'Opdrachtregel',
      test: 'Test',
    },
  },
}
