import type { HostSentences } from '../index.ts'

export const providerTextRules: HostSentences = {
  'Write a text first: an empty one is not sent.': 'Skriv något först: ett tomt sms skickas inte.',
  'This text has {count} characters; {provider:sentence} takes at most {most}.':
    'Det här sms:et har {count} tecken; {provider} tar emot högst {most}.',
  'Shorten it by {count}, or send it as two.': 'Korta det med {count} eller skicka det som två.',
  'This text takes {count} parts; {provider:sentence} sends at most {most}.':
    'Det här sms:et tar {count} delar; {provider} skickar högst {most}.',
  'Shorten it.': 'Korta det.',
  'This text takes {units} of the {room} characters that {provider:sentence} sends in one text, and it cannot join several.':
    'Det här sms:et tar {units} av de {room} tecken som {provider} skickar i ett sms, och flera kan inte sättas ihop.',
  'Some characters, such as €, count twice.': 'Vissa tecken, till exempel €, räknas dubbelt.',
  'Because of the character {sign} there is room for {room} only.': 'På grund av tecknet {sign} finns det bara plats för {room}.',
  'Shorten it by {count}.': 'Korta det med {count}.',
}
