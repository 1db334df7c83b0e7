export const startup = {
  problems: {
    folder_not_writable: { title: 'SMS Desk cannot write its data', reassurance: 'Nothing was changed, and nothing was sent.' },
    folder_in_use: {
      title: 'SMS Desk is already running',
      reassurance: 'Only one works with this data at a time, so that no text goes out twice.',
    },
    database_newer: {
      title: 'This data belongs to a newer SMS Desk',
      reassurance: 'Your contacts and messages are safe in the file below. This version does not know how to read them.',
    },
    database_damaged: { title: 'Your data cannot be opened' },
    settings_damaged: { title: 'The settings of this computer cannot be read' },
    vault_locked: { title: 'Unlock your keys', reassurance: 'Only you know this passphrase. Nobody can look it up or reset it.' },
    startup_failed: { title: 'SMS Desk could not start' },
  },
  paths: { folder: 'Folder', dataFile: 'Data file', settingsFile: 'Settings file' },
  retry: 'Try again',
  unchanged: 'It is still the same. Nothing was changed.',
  resetSettings: 'Start with default settings',
  installNewer: 'Install the newer SMS Desk on this computer, over this one. Your data stays where it is.',
  unlock: {
    passphrase: 'Passphrase',
    show: 'Show the passphrase while typing',
    start: 'Unlock',
  },
  backups: {
    label: 'Backups in the data folder',
    latest: '{moment}<note> · latest</note>',
    goBack: 'Go back to this backup…',
    title: 'Go back to this backup?',
    confirm: 'Put the backup in place',
    means:
      'SMS Desk goes on as it was {moment}. What was sent or received after that is not in the backup. The damaged file is kept beside it, so an expert can still look into it.',
  },
} as const
