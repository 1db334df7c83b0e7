import type { Catalog } from '../index.ts'

export const appearance: Catalog['appearance'] = {
  title: 'Utseende',
  intro: 'Hur SMS Desk ser ut på den här datorn.',
  colours: 'Färger',
  coloursHint: '”Som datorn” följer datorns dag och natt.',
  system: 'Som datorn',
  light: 'Ljust',
  dark: 'Mörkt',
  language: 'Språk',
  languageHint: 'Skärmarnas språk. Det du och dina kunder skriver ändras aldrig.',
  textSize: 'Textstorlek',
  textSizeHint: 'Håll ned <key>Ctrl</key> och tryck på <key>+</key> eller <key>−</key>; <key>0</key> återställer.',
}
