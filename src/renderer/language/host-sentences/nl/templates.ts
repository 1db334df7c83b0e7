import type { HostSentences } from '../index.ts'

export const templates: HostSentences = {
  'A template needs a name and a text. Write both, then save it.':
    'Een sjabloon heeft een naam en een tekst nodig. Schrijf beide en sla het dan op.',
  'There is a template called “{name}” already. Choose another name.': 'Er is al een sjabloon met de naam ‘{name}’. Kies een andere naam.',
  'There are {most} templates already, which is the most. Remove one first.':
    'Er zijn al {most} sjablonen, meer kan niet. Verwijder er eerst een.',
  'This template is no longer there.': 'Dit sjabloon is er niet meer.',
  '{field} is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    '{field} is leeg voor {whom}: schrijf het, of geef het veld een reservetekst, zoals {example}.',
  'First name is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Voornaam is leeg voor {whom}: schrijf het, of geef het veld een reservetekst, zoals {example}.',
  'Last name is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Achternaam is leeg voor {whom}: schrijf het, of geef het veld een reservetekst, zoals {example}.',
  'Name is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Naam is leeg voor {whom}: schrijf het, of geef het veld een reservetekst, zoals {example}.',
  'Company is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Bedrijf is leeg voor {whom}: schrijf het, of geef het veld een reservetekst, zoals {example}.',
  'Number is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Nummer is leeg voor {whom}: schrijf het, of geef het veld een reservetekst, zoals {example}.',
  'There is no field “{name}”. Choose another one, or write {{ where a brace is meant.':
    'Er is geen veld ‘{name}’. Kies een ander, of schrijf {{ waar een accolade bedoeld is.',
  '{source} has one brace too many on each side. Write {{name}}.': '{source} heeft aan elke kant een accolade te veel. Schrijf {{name}}.',
}
