import type { HostSentences } from '../index.ts'

export const optOuts: HostSentences = {
  '{number} asked not to get texts (on {day:day}, {how:sentence}).': '{number} heeft gevraagd geen sms’en te krijgen (op {day}, {how}).',
  '{number} asked not to get texts (on {day:day}, {how:sentence})': '{number} heeft gevraagd geen sms’en te krijgen (op {day}, {how})',
  '{number} asked not to get texts': '{number} heeft gevraagd geen sms’en te krijgen',
  'It was not sent, because {asked:sentence}.': 'Hij is niet verzonden, omdat {asked}.',
  'by reply: “{words}”': 'in een antwoord: ‘{words}’',
  'noted here: “{words}”': 'hier genoteerd: ‘{words}’',
  'from a list: “{words}”': 'uit een lijst: ‘{words}’',
  'told by the provider: “{words}”': 'doorgegeven door de provider: ‘{words}’',
  'by reply': 'in een antwoord',
  'noted here': 'hier genoteerd',
  'from a list': 'uit een lijst',
  'told by the provider': 'doorgegeven door de provider',
  '{list:list} asked not to get texts. Nothing was queued. Leave these numbers out, or lift their opt-outs first if they changed their minds.':
    '{list} hebben gevraagd geen sms’en te krijgen. Er is niets in het Postvak UIT gezet. Laat deze nummers weg, of hef hun afmeldingen eerst op als ze van gedachten zijn veranderd.',
  '{count} more': 'nog {count}',
  'Nothing was queued. Leave this number out, or lift the opt-out first if they changed their mind.':
    'Er is niets in het Postvak UIT gezet. Laat dit nummer weg, of hef de afmelding eerst op als de persoon van gedachten is veranderd.',
  'Lift the opt-out first if they changed their mind.': 'Hef de afmelding eerst op als de persoon van gedachten is veranderd.',
  'This day has not come yet. Choose the day on which they agreed to get texts.':
    'Deze dag is nog niet geweest. Kies de dag waarop de persoon instemde met sms’en.',
  'The list was stopped in the middle. Numbers that were read until then are opted out; bring the list again for the others.':
    'De lijst is halverwege gestopt. De nummers die al gelezen waren, zijn afgemeld; lees de lijst opnieuw in voor de andere.',
  'Say in a few words how you know. It is kept as evidence.': 'Schrijf in een paar woorden hoe u het weet. Dat wordt als bewijs bewaard.',
  'No column of this file looks like phone numbers. Choose a list with a number in each row.':
    'Geen enkele kolom van dit bestand lijkt op telefoonnummers. Kies een lijst met op elke rij een nummer.',
  'The other number of this row counts.': 'Het andere nummer van deze rij telt wel.',
  'The other numbers of this row count.': 'De andere nummers van deze rij tellen wel.',
}
