import type { Catalog } from '../index.ts'

export const controls: Catalog['controls'] = {
  cancel: 'Annuleren',
  loadFailed: 'Dit kon niet worden geladen',
  tryAgain: 'Opnieuw proberen',
  clearSearch: 'Zoekopdracht wissen',
  chooseFile: 'Een bestand kiezen',
  letGo: 'Laat los om de lijst te lezen',
  reason: {
    label: 'Waarom de sms toch uitgaat',
    placeholder: 'De klant wilde vanavond antwoord',
    missing: 'Geef in een paar woorden aan waarom. Het wordt bij de sms bewaard.',
  },
}
