import type { Catalog } from '../index.ts'

export const desk: Catalog['desk'] = {
  shut: 'SMS Desk har startats om och känner inte längre igen det här fönstret. Öppna adressen som visas nu; det här fönstret fortsätter då av sig självt.',
  offline:
    '{waiting, plural, =0 {Inget internet. Sms som du skickar nu väntar här och går ut av sig själva.} one {Inget internet. # sms väntar och går ut av sig självt.} other {Inget internet. # sms väntar och går ut av sig själva.}}',
  missed: '{count, plural, one {# sms blev liggande} other {# sms blev liggande}} medan SMS Desk var stängt.',
  unconfirmed: 'Vi vet inte om {count, plural, one {# sms} other {# sms}} gick ut. Någon måste avgöra det.',
}
