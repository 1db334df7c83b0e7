import type { Catalog } from '../index.ts'

export const appearance: Catalog['appearance'] = {
  title: 'Uiterlijk',
  intro: 'Hoe SMS Desk er op deze computer uitziet.',
  colours: 'Kleuren',
  coloursHint: '‘Zoals de computer’ volgt dag en nacht van de computer.',
  system: 'Zoals de computer',
  light: 'Licht',
  dark: 'Donker',
  language: 'Taal',
  languageHint: 'Van de schermen. Wat u en uw klanten schrijven verandert nooit.',
  textSize: 'Tekstgrootte',
  textSizeHint: 'Houd <key>Ctrl</key> ingedrukt en druk op <key>+</key> of <key>−</key>; <key>0</key> herstelt.',
}
