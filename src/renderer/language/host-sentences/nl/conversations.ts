import type { HostSentences } from '../index.ts'

export const conversations: HostSentences = {
  'This conversation is not here any more.': 'Dit gesprek is er niet meer.',
  'This message is not here any more.': 'Dit bericht is er niet meer.',
  'This note is not here any more.': 'Deze notitie is er niet meer.',
  '{most} conversations are pinned, which is the most. Unpin one you no longer need on top first.':
    'Er zijn al {most} gesprekken vastgezet, meer kan niet. Maak eerst een gesprek los dat niet meer bovenaan hoeft te staan.',
  'Give the label a name first.': 'Geef het label eerst een naam.',
  'This conversation has {most} labels, which is the most. Take one off first.':
    'Dit gesprek heeft {most} labels, meer kan niet. Haal er eerst een af.',
  'There is a label called “{name}” already. Choose another name.': 'Er is al een label met de naam ‘{name}’. Kies een andere naam.',
  'There are {most} labels already, which is the most. Delete one you no longer need first.':
    'Er zijn al {most} labels, meer kan niet. Verwijder er eerst een dat u niet meer nodig hebt.',
  'This label is no longer there.': 'Dit label is er niet meer.',
}
