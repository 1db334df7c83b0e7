export const appearance = {
  title: 'Appearance',
  intro: 'How SMS Desk looks on this computer.',
  colours: 'Colours',
  coloursHint: '“As the computer” follows its day and night.',
  system: 'As the computer',
  light: 'Light',
  dark: 'Dark',
  language: 'Language',
  languageHint: 'Of the screens. What you and your customers write is never changed.',
  textSize: 'Size of text',
  textSizeHint: 'Hold <key>Ctrl</key> and press <key>+</key> or <key>−</key>; <key>0</key> goes back.',
} as const
