/** Texts as a file, and the days that a file or a print is of. */
export const exporting = {
  menu: { print: 'Print or save as PDF…', csv: 'Save as CSV…' },
  settings: { title: 'Texts as a file', hint: 'All texts, or those of some days, as a table (CSV) for Excel and others.' },
  title: 'Save all texts as a file',
  titleWith: 'Save the texts with {who}',
  text: 'A table (CSV) with times, numbers, names, texts and what became of them. Excel, LibreOffice and Numbers open it.',
  account: 'Through',
  allAccounts: 'All accounts',
  soFar: '{count, plural, one {# message} other {# messages}} so far…',
  nothing: 'There is no message in that time. Choose other days.',
  cancel: 'Cancel',
  save: 'Save as CSV',
  done: '{count, plural, one {# message is in the file.} other {# messages are in the file.}}',
  fileName: 'texts',
  fileNameWith: 'texts with {who}',
  days: { from: 'From', until: 'Until', turned: 'This day comes before the first.' },
} as const
