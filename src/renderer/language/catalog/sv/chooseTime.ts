import type { Catalog } from '../index.ts'

export const chooseTime: Catalog['chooseTime'] = {
  usual: 'Vanliga tider',
  choice: { today: 'Senare i dag', tomorrow: 'I morgon', monday: 'På måndag' },
  date: 'Datum',
  time: 'Tid',
  zone: 'Enligt klockan i',
  noZone: 'Ingen plats med det namnet',
  hereZone: '{zone} (här)',
  byThisClock: 'Enligt datorns klocka, tidszon {zone}.',
  byClockIn: 'Enligt klockan i {zone}.',
  byClockInHere: 'Enligt klockan i {zone}; här är det {moment}.',
  there: 'I {place}, dit det går, är det <moment>{time}</moment>.',
  missing: 'Välj ett datum och en tid.',
  passed: 'Den tiden har passerat. Välj en senare.',
  limit: {
    title: 'Skicka inte efter (valfritt)',
    hint: 'Om det inte har kunnat skickas innan dess stannar det här, och du får veta det.',
    date: 'Skicka inte efter: datum',
    time: 'Skicka inte efter: tid',
    missing: 'Välj ett datum och en tid som det inte skickas efter, eller lämna båda tomma.',
    tooEarly: 'Det skulle aldrig skickas: slutet ligger före tiden då det ska skickas. Välj ett senare slut.',
  },
  keeper: {
    label: 'Låt {name} behålla det till dess',
    hint: 'Det skickas även om den här datorn är avstängd. Det går inte längre att ta tillbaka eller ändra.',
    tooSoon: '{name} tar emot sms som ska skickas om {minutes, plural, one {# minut} other {# minuter}} eller senare.',
    tooFar: '{name} behåller sms i högst {days, plural, one {# dag} other {# dagar}}.',
  },
  sendLater: 'Skicka senare',
  sendOn: 'Skicka {when}',
}
