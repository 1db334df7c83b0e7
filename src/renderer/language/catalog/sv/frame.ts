import type { Catalog } from '../index.ts'

export const frame: Catalog['frame'] = {
  screens: {
    inbox: 'Inkorg',
    contacts: 'Kontakter',
    import: 'Importera kontakter',
    outbox: 'Utkorg',
    activity: 'Aktivitet',
    'voice-code': 'Kod per telefon',
    settings: 'Inställningar',
    print: 'Skriv ut',
  },
  title: '{screen} · SMS Desk',
  titleUnread: '({count, number}) {screen} · SMS Desk',
  opening: 'Öppnar SMS Desk…',
  skip: 'Hoppa till innehållet',
  rail: {
    label: 'Sidor',
    shortcuts: 'Genvägar',
    unread: '{count, plural, one {# oläst} other {# olästa}}',
    toDecide: '{count, plural, one {# sms behöver ditt beslut} other {# sms behöver ditt beslut}}',
    asks: '{screen}<unseen>, {what}</unseen>',
  },
  shut: 'Det här fönstret måste öppnas på nytt',
  notRunning: {
    title: 'SMS Desk är inte igång',
    text: 'Fönstret får ingen kontakt men fortsätter att försöka. Om du har stängt SMS Desk startar du det igen; inget går förlorat så länge.',
    again: 'Ladda om fönstret',
  },
  mistake: {
    title: 'Vi har gjort ett fel i det här fönstret',
    text: 'Utskicken fortsätter i bakgrunden och inget går förlorat.',
    again: 'Ladda om fönstret',
  },
  strip: {
    label: 'Läget i SMS Desk',
    less: 'Visa mindre',
    more: '{count, number} till',
    quiet: '{waiting, plural, =0 {Inget väntar på att skickas.} one {# sms är på väg ut.} other {# sms är på väg ut.}}',
    lost: 'SMS Desk är inte igång. Försöker igen…',
    look: '{count, plural, one {Titta på det} other {Titta på dem}}',
    inMemory: 'Lösenord och nycklar finns bara i minnet och glöms när SMS Desk stängs.',
    keepSafely: 'Spara dem säkert',
    notNow: 'Inte nu',
  },
  paused: {
    account: '<name>{account} är pausat.</name> {reason}',
    accountWaiting: '<name>{account} är pausat.</name> {reason} {waiting, plural, one {# sms väntar} other {# sms väntar}}.',
    byHand: 'Inget skickas genom kontot förrän du återupptar det.',
    resume: 'Återuppta',
    openSettings: 'Öppna inställningarna',
  },
}
