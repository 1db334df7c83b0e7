export const controls = {
  cancel: 'Cancel',
  loadFailed: 'This could not be loaded',
  tryAgain: 'Try again',
  clearSearch: 'Clear the search',
  chooseFile: 'Choose a file',
  letGo: 'Let go to read the list',
  reason: {
    label: 'Why it goes out all the same',
    placeholder: 'They asked for an answer tonight',
    missing: 'Say why in a few words. It is kept with the text.',
  },
} as const
