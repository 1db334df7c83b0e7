import type { HostSentences } from '../index.ts'

export const optOuts: HostSentences = {
  '{number} asked not to get texts (on {day:day}, {how:sentence}).': '{number} har bett att slippa sms ({day}, {how}).',
  '{number} asked not to get texts (on {day:day}, {how:sentence})': '{number} har bett att slippa sms ({day}, {how})',
  '{number} asked not to get texts': '{number} har bett att slippa sms',
  'It was not sent, because {asked:sentence}.': 'Det skickades inte, eftersom {asked}.',
  'by reply: “{words}”': 'i ett svar: ”{words}”',
  'noted here: “{words}”': 'antecknat här: ”{words}”',
  'from a list: “{words}”': 'från en lista: ”{words}”',
  'told by the provider: “{words}”': 'uppgift från leverantören: ”{words}”',
  'by reply': 'i ett svar',
  'noted here': 'antecknat här',
  'from a list': 'från en lista',
  'told by the provider': 'uppgift från leverantören',
  '{list:list} asked not to get texts. Nothing was queued. Leave these numbers out, or lift their opt-outs first if they changed their minds.':
    '{list} har bett att slippa sms. Inget lades i utkorgen. Utelämna de här numren, eller häv avregistreringarna först om de har ändrat sig.',
  '{count} more': '{count} till',
  'Nothing was queued. Leave this number out, or lift the opt-out first if they changed their mind.':
    'Inget lades i utkorgen. Utelämna numret, eller häv avregistreringen först om personen har ändrat sig.',
  'Lift the opt-out first if they changed their mind.': 'Häv avregistreringen först om personen har ändrat sig.',
  'This day has not come yet. Choose the day on which they agreed to get texts.':
    'Den dagen har inte varit än. Välj dagen då personen gick med på att få sms.',
  'The list was stopped in the middle. Numbers that were read until then are opted out; bring the list again for the others.':
    'Listan avbröts halvvägs. De nummer som hade lästs är avregistrerade; ta in listan igen för de andra.',
  'Say in a few words how you know. It is kept as evidence.': 'Skriv med några ord hur du vet det. Det sparas som underlag.',
  'No column of this file looks like phone numbers. Choose a list with a number in each row.':
    'Ingen kolumn i filen ser ut som telefonnummer. Välj en lista med ett nummer på varje rad.',
  'The other number of this row counts.': 'Det andra numret på raden räknas.',
  'The other numbers of this row count.': 'De andra numren på raden räknas.',
}
