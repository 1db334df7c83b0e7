import type { HostSentences } from '../index.ts'

export const templates: HostSentences = {
  'A template needs a name and a text. Write both, then save it.':
    'Een sjabloon heeft een naam en een tekst nodig. Schrijf beide en sla het dan op.',
  'There is a template called “{name}” already. Choose another name.': 'Er is al een sjabloon met de naam ‘{name}’. Kies een andere naam.',
  'There are {most} templates already, which is the most. Remove one first.':
    'Er zijn al {most} sjablonen, meer kan niet. Verwijder er eerst een.',
  'This template is no longer there.': 'Dit sjabloon is er niet meer.',
}
