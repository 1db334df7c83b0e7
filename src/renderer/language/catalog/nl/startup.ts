import type { Catalog } from '../index.ts'

export const startup: Catalog['startup'] = {
  problems: {
    folder_not_writable: {
      title: 'SMS Desk kan zijn gegevens niet schrijven',
      reassurance: 'Er is niets veranderd en er is niets verzonden.',
    },
    folder_in_use: {
      title: 'SMS Desk draait al',
      reassurance: 'Er werkt er maar één tegelijk met deze gegevens, zodat geen sms twee keer uitgaat.',
    },
    database_newer: {
      title: 'Deze gegevens horen bij een nieuwere SMS Desk',
      reassurance: 'Uw contacten en berichten staan veilig in het bestand hieronder. Deze versie kan ze niet lezen.',
    },
    database_damaged: { title: 'Uw gegevens kunnen niet worden geopend' },
    settings_damaged: { title: 'De instellingen van deze computer zijn niet te lezen' },
    vault_locked: {
      title: 'Ontgrendel uw sleutels',
      reassurance: 'Alleen u kent deze wachtwoordzin. Niemand kan hem opzoeken of opnieuw instellen.',
    },
    startup_failed: { title: 'SMS Desk kon niet starten' },
  },
  paths: { folder: 'Map', dataFile: 'Gegevensbestand', settingsFile: 'Instellingenbestand' },
  retry: 'Opnieuw proberen',
  unchanged: 'Het is nog hetzelfde. Er is niets veranderd.',
  resetSettings: 'Starten met standaardinstellingen',
  installNewer: 'Installeer de nieuwere SMS Desk op deze computer, over deze heen. Uw gegevens blijven waar ze zijn.',
  unlock: {
    passphrase: 'Wachtwoordzin',
    show: 'De wachtwoordzin tonen tijdens het typen',
    start: 'Ontgrendelen',
  },
  backups: {
    label: 'Back-ups in de gegevensmap',
    latest: '{moment}<note> · nieuwste</note>',
    goBack: 'Teruggaan naar deze back-up…',
    title: 'Teruggaan naar deze back-up?',
    confirm: 'De back-up terugzetten',
    means:
      'SMS Desk gaat verder zoals het {moment} was. Wat daarna is verzonden of ontvangen, staat niet in de back-up. Het beschadigde bestand blijft ernaast bewaard, zodat een deskundige het nog kan bekijken.',
  },
}
