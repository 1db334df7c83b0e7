import type { Catalog } from '../index.ts'

export const notificationSettings: Catalog['notificationSettings'] = {
  title: 'Aviseringar',
  intro: 'Hur den här datorn berättar om sms och missade samtal. Olästa räknas i vilket fall som helst.',
  show: 'Visa aviseringar',
  showHint: 'Inget visas för konversationen som är öppen framför dig.',
  when: {
    always: 'Alltid',
    away: 'Bara när SMS Desk inte är främst',
    never: 'Aldrig',
  },
  what: 'Vad de visar',
  whatHint: {
    text: 'Även början av texten.',
    who: 'Texterna stannar i fönstret, där ingen som går förbi läser dem.',
  },
  shows: {
    text: 'Vem och vad',
    who: 'Bara vem',
  },
  quiet: {
    label: 'Tyst',
    now: 'Tyst just nu',
    off: 'Inga aviseringar på ett tag; de kommer tillbaka av sig själva.',
    until: 'Tyst till {moment}.',
    hour: 'I en timme',
    morning: 'Till {time}',
    end: 'Avsluta nu',
    daily: 'Tyst varje dag',
    dailyHint: 'Efter den här datorns klocka.',
    times: 'Från och till',
    same: 'Samma tid två gånger är inte tyst alls.',
    fromLabel: 'Tyst från',
    to: 'till',
    untilLabel: 'Tyst till',
  },
  browser: {
    label: 'Den här webbläsaren',
    title: 'Webbläsarens aviseringar',
    denied:
      'Den här webbläsaren låter inte SMS Desk visa aviseringar. Tryck på tecknet till vänster om adressen ovan och sedan på ”Aviseringar” för att tillåta dem. Tills dess visas de bara i det här fönstret.',
    missing: 'Den här webbläsaren har inga aviseringar. De visas bara i det här fönstret; dess titel räknar olästa.',
    granted: 'De visas när SMS Desk är öppet i en flik, även bakom andra fönster.',
    ask: 'När de är tillåtna visas de medan SMS Desk ligger bakom andra fönster. Webbläsaren frågar dig en gång till.',
    allowed: 'Tillåtna',
    allow: 'Tillåt aviseringar',
  },
  sample: {
    button: 'Visa mig en',
    who: 'Maja Öberg',
    text: 'Tack! Vi ses på torsdag klockan 9.',
  },
}
