export const keys = {
  intro: 'Everything stays on this computer.',
  dataFolder: 'Data folder',
  dataFolderHint: 'Contacts, messages and settings. Include it in your backups.',
  secrets: 'Passwords and tokens',
  places: {
    keychain: 'This computer’s keychain',
    vault: 'An encrypted file',
    memory: 'In memory only',
  },
  placesInSentence: {
    keychain: 'this computer’s keychain',
    vault: 'an encrypted file',
    memory: 'in memory only',
  },
  keychainMeans: 'Passwords and tokens are kept by the operating system, under your login. SMS Desk writes them nowhere else.',
  vaultMeans: 'Your keys are kept in an encrypted file in the data folder. You are asked for its passphrase when SMS Desk starts.',
  vaultBecause: '{reason} You are asked for its passphrase when SMS Desk starts.',
  memoryMeans: 'Passwords and tokens are forgotten when SMS Desk closes, and must be entered again.',
  vault: {
    title: 'Keep keys in an encrypted file',
    intro:
      'Choose a passphrase. SMS Desk asks for it each time it starts. Write it down somewhere safe: without it the keys are lost and have to be typed again.',
    passphrase: 'Passphrase',
    again: 'The same again',
    showPassphrase: 'Show the passphrase while typing',
    showAgain: 'Show the repeated passphrase while typing',
    tooShort: 'Use at least {length, number} characters. A few words in a row are easy to remember and hard to guess.',
    different: 'The two are not the same. Type it once more.',
    done: 'Keys are now kept in an encrypted file.',
  },
  kept: {
    label: 'What is kept, and for how long',
    requests: 'Requests from providers',
    requestsHint:
      'As they came, for <activity>Activity</activity>. Older ones are deleted at once when you choose a shorter time, else day by day. Messages stay. What could not be read is kept for 90 days at least.',
    choice: 'Keep requests from providers',
    forEver: 'For ever',
    forDays: 'For {days, plural, one {# day} other {# days}}',
  },
} as const
