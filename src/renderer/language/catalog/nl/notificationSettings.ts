import type { Catalog } from '../index.ts'

export const notificationSettings: Catalog['notificationSettings'] = {
  title: 'Meldingen',
  intro: 'Hoe deze computer u sms’en en gemiste oproepen meldt. Wat ongelezen is, wordt in elk geval geteld.',
  show: 'Meldingen tonen',
  showHint: 'Voor het gesprek dat open voor u staat, wordt niets getoond.',
  when: {
    always: 'Altijd',
    away: 'Alleen als SMS Desk niet vooraan staat',
    never: 'Nooit',
  },
  what: 'Wat ze tonen',
  whatHint: {
    text: 'Ook het begin van de tekst.',
    who: 'Teksten blijven in het venster, waar niemand ze in het voorbijgaan leest.',
  },
  shows: {
    text: 'Wie en wat',
    who: 'Alleen wie',
  },
  quiet: {
    label: 'Stil',
    now: 'Even stil',
    off: 'Een tijdje geen meldingen; ze komen vanzelf terug.',
    until: 'Stil tot {moment}.',
    hour: 'Een uur lang',
    morning: 'Tot {time}',
    end: 'Nu beëindigen',
    daily: 'Elke dag stil',
    dailyHint: 'Volgens de klok van deze computer.',
    times: 'Van en tot',
    same: 'Twee keer dezelfde tijd is helemaal niet stil.',
    fromLabel: 'Stil vanaf',
    to: 'tot',
    untilLabel: 'Stil tot',
  },
  browser: {
    label: 'Deze browser',
    title: 'Meldingen van deze browser',
    denied:
      'Deze browser laat SMS Desk geen meldingen tonen. Wilt u ze toestaan, klik dan op het teken links van het adres hierboven en daarna op ‘Meldingen’. Tot die tijd staan ze alleen in dit venster.',
    missing: 'Deze browser heeft geen meldingen. Ze staan alleen in dit venster; de titel telt wat ongelezen is.',
    granted: 'Ze verschijnen zolang SMS Desk in een tabblad open is, ook achter andere vensters.',
    ask: 'Als u ze toestaat, verschijnen ze terwijl SMS Desk achter andere vensters staat. De browser vraagt het u nog een keer.',
    allowed: 'Toegestaan',
    allow: 'Meldingen toestaan',
  },
  sample: {
    button: 'Laat er een zien',
    who: 'Maja Öberg',
    text: 'Bedankt! Tot donderdag om 9 uur.',
  },
}
