import type { Catalog } from '../index.ts'

export const capabilities: Catalog['capabilities'] = {
  reports: 'Berättar om varje sms kom fram.',
  askLater: 'Går att fråga om ett sms i efterhand, så ingen rapport går förlorad medan SMS Desk är stängt.',
  asked: 'Går att fråga om ett sms kom fram; det gör SMS Desk av sig självt.',
  notAskedLater: 'Går inte att fråga om ett sms i efterhand: en rapport som kommer medan SMS Desk är stängt kan gå förlorad.',
  notTold: 'Berättar inte om ett sms kom fram: det stannar på ”skickat”.',
  replies: 'Kunders svar kommer till din inkorg.',
  noReplies: 'Inga svar kommer tillbaka: skriv i dina sms hur kunder når dig i stället.',
  missedCalls: 'Visar missade samtal och kan besvara dem med ett sms.',
  onePart: 'Tar emot en del på {gsm, number} tecken, eller på {other, number} med tecken utanför sms-alfabetet; längre sms avvisas.',
  code: {
    one: 'Kan läsa upp en engångskod på {digits, plural, one {# siffra} other {# siffror}} i ett samtal.',
    fromTo: 'Kan läsa upp en engångskod på {least, number} till {most, number} siffror i ett samtal.',
  },
  schedule:
    'Kan spara ett sms tills det är dags även om datorn är avstängd: {unit, select, none {upp till} minutes {från {least, plural, one {# minut} other {# minuter}} till} hours {från {least, plural, one {# timme} other {# timmar}} till} other {från {least, plural, one {# dag} other {# dagar}} till}} {days, plural, one {# dag} other {# dagar}} i förväg.',
  noSchedule: 'Kan inte spara ett sms till senare: för ett planerat sms måste datorn vara på när det är dags.',
  batch: 'Tar emot ett sms till upp till {count, number} nummer på en gång, så utskick går fort.',
  noBatch: 'Tar emot ett nummer i taget, så ett sms till många tar längre tid.',
  length: {
    any: 'Tar emot långa sms, utan egen gräns.',
    characters: 'Tar emot sms på upp till {characters, plural, one {# tecken} other {# tecken}}.',
    parts: 'Tar emot sms på upp till {parts, plural, one {# del} other {# delar}}.',
    both: 'Tar emot sms på upp till {characters, plural, one {# tecken} other {# tecken}} och {parts, plural, one {# del} other {# delar}}.',
  },
  freeTest: 'Inställningarna går att testa utan att skicka något sms.',
  noFreeTest: 'Inställningarna går bara att testa genom att skicka ett sms, som kostar vad ett sms kostar.',
  brief: {
    reports: 'Leveransrapporter',
    noReports: 'Inga leveransrapporter',
    replies: 'Svar',
    noReplies: 'Inga svar',
    missedCalls: 'Missade samtal',
    codes: 'Upplästa engångskoder',
    schedule: 'Sparar sms tills det är dags',
    batch: 'Upp till {count, number} nummer på en gång',
    onePart: 'Högst {count, number} tecken',
    notAll: 'Inte till alla nummer',
  },
}
