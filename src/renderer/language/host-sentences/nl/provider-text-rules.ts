import type { HostSentences } from '../index.ts'

export const providerTextRules: HostSentences = {
  'Write a text first: an empty one is not sent.': 'Schrijf eerst iets: een lege sms wordt niet verzonden.',
  'This text has {count} characters; {provider:sentence} takes at most {most}.':
    'Deze sms heeft {count} tekens; {provider} neemt er hooguit {most} aan.',
  'Shorten it by {count}, or send it as two.': 'Maak de sms {count} tekens korter of verzend er twee.',
  'This text takes {count} parts; {provider:sentence} sends at most {most}.':
    'Deze sms beslaat {count} delen; {provider} verzendt er hooguit {most}.',
  'Shorten it.': 'Maak de sms korter.',
  'This text takes {units} of the {room} characters that {provider:sentence} sends in one text, and it cannot join several.':
    'Deze sms telt {units} van de {room} tekens die {provider} in één sms verzendt, en meerdere kunnen niet worden samengevoegd.',
  'Some characters, such as €, count twice.': 'Sommige tekens, zoals €, tellen dubbel.',
  'Because of the character {sign} there is room for {room} only.': 'Vanwege het teken {sign} is er maar plaats voor {room}.',
  'Shorten it by {count}.': 'Maak de sms {count} tekens korter.',
}
