import type { Catalog } from '../index.ts'

export const desk: Catalog['desk'] = {
  shut: 'SMS Desk is opnieuw gestart en kent dit venster niet meer. Open het adres dat nu wordt getoond; dit venster gaat dan vanzelf verder.',
  offline:
    '{waiting, plural, =0 {Geen internet. Sms’en die u nu verzendt, wachten hier en gaan vanzelf uit.} one {Geen internet. # sms wacht en gaat vanzelf uit.} other {Geen internet. # sms’en wachten en gaan vanzelf uit.}}',
  missed: '{count, plural, one {# sms is blijven liggen} other {# sms’en zijn blijven liggen}} terwijl SMS Desk gesloten was.',
  unconfirmed: 'We weten niet of {count, plural, one {# sms is} other {# sms’en zijn}} uitgegaan. Iemand moet beslissen.',
}
