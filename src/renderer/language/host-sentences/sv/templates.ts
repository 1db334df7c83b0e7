import type { HostSentences } from '../index.ts'

export const templates: HostSentences = {
  'A template needs a name and a text. Write both, then save it.': 'En mall behöver ett namn och en text. Skriv båda och spara sedan.',
  'There is a template called “{name}” already. Choose another name.': 'Det finns redan en mall som heter ”{name}”. Välj ett annat namn.',
  'There are {most} templates already, which is the most. Remove one first.':
    'Det finns redan {most} mallar, och fler går inte att ha. Ta bort en först.',
  'This template is no longer there.': 'Mallen finns inte längre.',
  '{field} is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    '{field} är tomt för {whom}: skriv det, eller ge fältet en reservtext, till exempel {example}.',
  'First name is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Förnamn är tomt för {whom}: skriv det, eller ge fältet en reservtext, till exempel {example}.',
  'Last name is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Efternamn är tomt för {whom}: skriv det, eller ge fältet en reservtext, till exempel {example}.',
  'Name is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Namn är tomt för {whom}: skriv det, eller ge fältet en reservtext, till exempel {example}.',
  'Company is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Företag är tomt för {whom}: skriv det, eller ge fältet en reservtext, till exempel {example}.',
  'Number is empty for {whom}: write it, or give the field a fallback, such as {example}.':
    'Nummer är tomt för {whom}: skriv det, eller ge fältet en reservtext, till exempel {example}.',
  'There is no field “{name}”. Choose another one, or write {{ where a brace is meant.':
    'Det finns inget fält ”{name}”. Välj ett annat, eller skriv {{ där en klammer avses.',
  '{source} has one brace too many on each side. Write {{name}}.': '{source} har en klammer för mycket på varje sida. Skriv {{name}}.',
}
