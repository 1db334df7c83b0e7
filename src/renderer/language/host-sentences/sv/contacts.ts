import type { HostSentences } from '../index.ts'

export const contacts: HostSentences = {
  '“{number}” cannot be used as a number. {reason:sentence}': '”{number}” går inte att använda som nummer. {reason}',
  'This person is part of an import that is under way. Try again when it is finished.':
    'Personen ingår i en import som pågår. Försök igen när den är klar.',
  'Give the person a name or a number first.': 'Ge personen ett namn eller ett nummer först.',
  '{number} already belongs to {other:sentence}. Remove it there first, or change {other:sentence} instead.':
    '{number} hör redan till {other}. Ta bort det där först, eller ändra {other} i stället.',
  'another person without a name': 'en annan person utan namn',
  'This is one and the same person. Choose another one to merge with.': 'Det är en och samma person. Välj en annan att slå ihop med.',
  'The notes of both are too long for one person. Shorten those of one of them first.':
    'Anteckningarna för båda är för långa för en person. Korta dem för en av personerna först.',
  'Together they have {count} numbers, and one person can have {most}. Remove numbers that are out of use first.':
    'Tillsammans har de {count} nummer, och en person kan ha {most}. Ta först bort nummer som inte används längre.',
  'This was taken back already, or is more than 30 days ago, so there is nothing left to bring back.':
    'Det är redan ångrat, eller mer än 30 dagar sedan, så det finns inget kvar att hämta tillbaka.',
  '{name} was changed after the merge, so it cannot be taken back as a whole. Edit the person instead.':
    '{name} har ändrats efter sammanslagningen, så den går inte att ångra i sin helhet. Redigera personen i stället.',
  'The person was changed after the merge, so it cannot be taken back as a whole. Edit the person instead.':
    'Personen har ändrats efter sammanslagningen, så den går inte att ångra i sin helhet. Redigera personen i stället.',
  'This export was not finished in time. Start it again.': 'Exporten blev inte klar i tid. Starta den igen.',
  'This person is no longer in your contacts.': 'Personen finns inte längre bland dina kontakter.',
  'Give the group a name first.': 'Ge gruppen ett namn först.',
  'Who is in “{name}” is decided by its rules. Change the rules, or choose a group that people are put into.':
    'Vilka som är med i ”{name}” bestäms av dess regler. Ändra reglerna, eller välj en grupp som man lägger personer i.',
  'The smart group {names} has a rule about this group. Change that rule first.':
    'Den smarta gruppen {names} har en regel om den här gruppen. Ändra den regeln först.',
  'The smart groups {names} have rules about this group. Change those rules first.':
    'De smarta grupperna {names} har regler om den här gruppen. Ändra de reglerna först.',
  'There is a group called “{name}” already. Choose another name.': 'Det finns redan en grupp som heter ”{name}”. Välj ett annat namn.',
  'There are {most} groups already, which is the most. Remove one you no longer need first.':
    'Det finns redan {most} grupper, och fler går inte att ha. Ta först bort en som du inte längre behöver.',
  'This group is no longer there.': 'Gruppen finns inte längre.',
  'A group with rules stays one with rules, and one without stays without. Make a new group instead.':
    'En grupp med regler förblir en grupp med regler, och en utan förblir utan. Skapa en ny grupp i stället.',
  'A rule is about a group that is no longer there. Choose another one, or take the rule away.':
    'En regel gäller en grupp som inte längre finns. Välj en annan, eller ta bort regeln.',
  '“{name}” has rules itself, and a rule can only be about a group that people are put into. Choose another group.':
    '”{name}” har själv regler, och en regel kan bara gälla en grupp som man lägger personer i. Välj en annan grupp.',
  'A rule about {subject:sentence} cannot be tested that way. Choose one of the tests offered for it.':
    'En regel om {subject} går inte att pröva på det sättet. Välj något av de villkor som erbjuds.',
  'Choose the country that the rule is about.': 'Välj landet som regeln gäller.',
  'Choose the day that the rule is about.': 'Välj dagen som regeln gäller.',
  'Fill in what {subject:sentence} is compared with.': 'Fyll i vad {subject} ska jämföras med.',
  'the name': 'namnet',
  'the company': 'företaget',
  'the notes': 'anteckningarna',
  'the country': 'landet',
  'the day somebody was added': 'dagen någon lades till',
  'another group': 'en annan grupp',
}
