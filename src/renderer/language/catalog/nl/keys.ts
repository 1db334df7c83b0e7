import type { Catalog } from '../index.ts'

export const keys: Catalog['keys'] = {
  intro: 'Alles blijft op deze computer.',
  dataFolder: 'Gegevensmap',
  dataFolderHint: 'Contacten, berichten en instellingen. Neem deze map op in uw back-ups.',
  secrets: 'Wachtwoorden en tokens',
  places: {
    keychain: 'De sleutelhanger van deze computer',
    vault: 'Een versleuteld bestand',
    memory: 'Alleen in het geheugen',
  },
  placesInSentence: {
    keychain: 'de sleutelhanger van deze computer',
    vault: 'een versleuteld bestand',
    memory: 'alleen in het geheugen',
  },
  keychainMeans:
    'Wachtwoorden en tokens worden door het besturingssysteem bewaard, onder uw aanmelding. SMS Desk schrijft ze nergens anders op.',
  vaultMeans: 'Uw sleutels staan in een versleuteld bestand in de gegevensmap. Bij het starten vraagt SMS Desk u om de wachtwoordzin.',
  vaultBecause: '{reason} Bij het starten vraagt SMS Desk u om de wachtwoordzin.',
  memoryMeans: 'Wachtwoorden en tokens worden vergeten wanneer SMS Desk sluit en moeten dan opnieuw worden ingevoerd.',
  vault: {
    title: 'Sleutels bewaren in een versleuteld bestand',
    intro:
      'Kies een wachtwoordzin. SMS Desk vraagt er bij elke start om. Schrijf hem op een veilige plek op: zonder wachtwoordzin zijn de sleutels weg en moet u ze opnieuw invoeren.',
    passphrase: 'Wachtwoordzin',
    again: 'Nog een keer dezelfde',
    showPassphrase: 'De wachtwoordzin tonen tijdens het typen',
    showAgain: 'De herhaalde wachtwoordzin tonen tijdens het typen',
    tooShort: 'Gebruik minstens {length, number} tekens. Een paar woorden achter elkaar onthoudt u makkelijk en zijn moeilijk te raden.',
    different: 'De twee zijn niet gelijk. Typ hem nog een keer.',
    done: 'De sleutels staan nu in een versleuteld bestand.',
  },
  kept: {
    label: 'Wat bewaard wordt, en hoe lang',
    requests: 'Aanroepen van providers',
    requestsHint:
      'Zoals ze binnenkwamen, voor <activity>Activiteit</activity>. Oudere worden meteen verwijderd als u een kortere tijd kiest, anders dag voor dag. Berichten blijven. Wat niet te lezen was, blijft minstens 90 dagen bewaard.',
    choice: 'Aanroepen van providers bewaren',
    forEver: 'Voor altijd',
    forDays: '{days, plural, one {# dag} other {# dagen}}',
  },
}
