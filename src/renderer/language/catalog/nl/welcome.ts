import type { Catalog } from '../index.ts'

export const welcome: Catalog['welcome'] = {
  title: 'Welkom bij SMS Desk',
  lead: 'Sms uw klanten vanaf hier, en weet altijd wat er met een bericht is gebeurd.',
  promises: {
    once: {
      title: 'Niets gaat twee keer uit, niets gaat verloren',
      text: 'Elke sms wordt opgeschreven voordat hij wordt verzonden, en ook wat ervan is geworden.',
    },
    offline: {
      title: 'Het werkt als internet het niet doet',
      text: 'Sms’en wachten in Postvak UIT en gaan uit als de verbinding terug is.',
    },
    local: { title: 'Uw gegevens blijven op deze computer', text: 'Klanten, berichten en sleutels worden hier bewaard en nergens anders.' },
  },
  sandbox: {
    title: 'Even rondkijken?',
    text: 'De sandbox is een operator binnen SMS Desk, met voorbeeldklanten die antwoorden. Hij kost niets en stuurt niemand een sms.',
    start: 'Proberen met de sandbox',
    busy: 'De sandbox en zijn klanten worden klaargezet…',
  },
  connect: {
    title: 'Klaar om te sms’en?',
    text: 'Verbind het account dat u bij een sms-provider hebt.',
    textNamed: 'Verbind uw account bij {providers}.',
    start: 'Een provider verbinden',
    back: 'Terug',
  },
  country: {
    before: 'Uw bedrijf zit in',
    label: 'Land van uw bedrijf',
    after: 'zodat nummers als 070-174 06 05 worden begrepen',
  },
  keys: '<b>Waar uw sleutels worden bewaard: {place}.</b> {means}',
}
