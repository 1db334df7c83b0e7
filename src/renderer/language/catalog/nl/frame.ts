import type { Catalog } from '../index.ts'

export const frame: Catalog['frame'] = {
  screens: {
    inbox: 'Postvak IN',
    contacts: 'Contacten',
    import: 'Contacten importeren',
    outbox: 'Postvak UIT',
    activity: 'Activiteit',
    'voice-code': 'Code per telefoon',
    settings: 'Instellingen',
    print: 'Afdrukken',
  },
  title: '{screen} · SMS Desk',
  titleUnread: '({count, number}) {screen} · SMS Desk',
  opening: 'SMS Desk wordt geopend…',
  skip: 'Naar de inhoud',
  rail: {
    label: 'Schermen',
    shortcuts: 'Sneltoetsen',
    unread: '{count, plural, one {# ongelezen} other {# ongelezen}}',
    toDecide: '{count, plural, one {# sms wacht op uw beslissing} other {# sms’en wachten op uw beslissing}}',
    asks: '{screen}<unseen>, {what}</unseen>',
  },
  shut: 'Dit venster moet opnieuw worden geopend',
  notRunning: {
    title: 'SMS Desk draait niet',
    text: 'Dit venster krijgt geen verbinding en blijft het proberen. Hebt u SMS Desk gesloten, start het dan opnieuw; er gaat intussen niets verloren.',
    again: 'Dit venster opnieuw laden',
  },
  mistake: {
    title: 'In dit venster hebben wij een fout gemaakt',
    text: 'Het verzenden gaat op de achtergrond door en er gaat niets verloren.',
    again: 'Het venster opnieuw laden',
  },
  strip: {
    label: 'Toestand van SMS Desk',
    less: 'Minder tonen',
    more: 'Nog {count, number}',
    quiet: '{waiting, plural, =0 {Er wacht niets op verzending.} one {# sms is onderweg.} other {# sms’en zijn onderweg.}}',
    lost: 'SMS Desk draait niet. Er wordt opnieuw geprobeerd…',
    look: '{count, plural, one {Bekijken} other {Bekijken}}',
    inMemory: 'Wachtwoorden en tokens staan alleen in het geheugen en worden vergeten als SMS Desk sluit.',
    keepSafely: 'Veilig bewaren',
    notNow: 'Niet nu',
  },
  paused: {
    account: '<name>{account} is gepauzeerd.</name> {reason}',
    accountWaiting: '<name>{account} is gepauzeerd.</name> {reason} {waiting, plural, one {Er wacht # sms} other {Er wachten # sms’en}}.',
    byHand: 'Er wordt niets via dit account verzonden tot u het hervat.',
    resume: 'Hervatten',
    openSettings: 'Instellingen openen',
  },
}
