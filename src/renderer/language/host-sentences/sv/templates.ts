import type { HostSentences } from '../index.ts'

export const templates: HostSentences = {
  'A template needs a name and a text. Write both, then save it.': 'En mall behöver ett namn och en text. Skriv båda och spara sedan.',
  'There is a template called “{name}” already. Choose another name.': 'Det finns redan en mall som heter ”{name}”. Välj ett annat namn.',
  'There are {most} templates already, which is the most. Remove one first.':
    'Det finns redan {most} mallar, och fler går inte att ha. Ta bort en först.',
  'This template is no longer there.': 'Mallen finns inte längre.',
}
