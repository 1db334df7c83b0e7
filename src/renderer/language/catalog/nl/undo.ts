import type { Catalog } from '../index.ts'

export const undo: Catalog['undo'] = {
  button: 'Ongedaan maken',
  goesOut: '{count, plural, one {# sms gaat} other {# sms’en gaan}}<time> over {seconds, number} s</time> uit…',
  tooLate: 'Het is te laat om deze sms’en terug te nemen: ze zijn al uitgegaan.',
  takenBack: '{count, plural, one {# sms is} other {# sms’en zijn}} teruggenomen. Er is niets uitgegaan.',
  takenBackInPart:
    '{count, plural, one {# sms is} other {# sms’en zijn}} teruggenomen. {tooLate, plural, one {# was} other {# waren}} al uitgegaan: in Postvak UIT staat welke.',
}
