import type { Catalog } from '../index.ts'

export const undo: Catalog['undo'] = {
  button: 'Ångra',
  goesOut: '{count, plural, one {# sms skickas} other {# sms skickas}}<time> om {seconds, number} s</time>…',
  tooLate: 'Det är för sent att ta tillbaka de här sms:en: de har redan gått ut.',
  takenBack: '{count, plural, one {# sms togs} other {# sms togs}} tillbaka. Inget gick ut.',
  takenBackInPart:
    '{count, plural, one {# sms togs} other {# sms togs}} tillbaka. {tooLate, plural, one {# hade} other {# hade}} redan gått ut: utkorgen visar vilka.',
}
