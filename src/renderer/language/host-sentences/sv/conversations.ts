import type { HostSentences } from '../index.ts'

export const conversations: HostSentences = {
  'This conversation is not here any more.': 'Konversationen finns inte längre.',
  'This message is not here any more.': 'Meddelandet finns inte längre.',
  'This note is not here any more.': 'Anteckningen finns inte längre.',
  '{most} conversations are pinned, which is the most. Unpin one you no longer need on top first.':
    '{most} konversationer är fästa, och fler går det inte att fästa. Lossa först en som du inte längre behöver överst.',
  'Give the label a name first.': 'Ge etiketten ett namn först.',
  'This conversation has {most} labels, which is the most. Take one off first.':
    'Konversationen har {most} etiketter, och fler kan den inte ha. Ta bort en av dem först.',
  'There is a label called “{name}” already. Choose another name.': 'Det finns redan en etikett som heter ”{name}”. Välj ett annat namn.',
  'There are {most} labels already, which is the most. Delete one you no longer need first.':
    'Det finns redan {most} etiketter, och fler går inte att ha. Radera först en som du inte längre behöver.',
  'This label is no longer there.': 'Etiketten finns inte längre.',
}
