import type { HostSentences } from '../index.ts'

export const contacts: HostSentences = {
  '“{number}” cannot be used as a number. {reason:sentence}': '‘{number}’ kan niet als nummer worden gebruikt. {reason}',
  'This person is part of an import that is under way. Try again when it is finished.':
    'Deze persoon hoort bij een import die bezig is. Probeer het opnieuw als die klaar is.',
  'Give the person a name or a number first.': 'Geef de persoon eerst een naam of een nummer.',
  '{number} already belongs to {other:sentence}. Remove it there first, or change {other:sentence} instead.':
    '{number} hoort al bij {other}. Verwijder het daar eerst, of wijzig {other}.',
  'another person without a name': 'iemand anders zonder naam',
  'This is one and the same person. Choose another one to merge with.':
    'Dit is een en dezelfde persoon. Kies iemand anders om mee samen te voegen.',
  'The notes of both are too long for one person. Shorten those of one of them first.':
    'De notities van beiden zijn te lang voor één persoon. Maak die van een van beiden eerst korter.',
  'Together they have {count} numbers, and one person can have {most}. Remove numbers that are out of use first.':
    'Samen hebben ze {count} nummers, en één persoon kan er {most} hebben. Verwijder eerst nummers die niet meer in gebruik zijn.',
  'This was taken back already, or is more than 30 days ago, so there is nothing left to bring back.':
    'Dit is al ongedaan gemaakt of langer dan 30 dagen geleden, dus er is niets meer om terug te halen.',
  '{name} was changed after the merge, so it cannot be taken back as a whole. Edit the person instead.':
    '{name} is na het samenvoegen gewijzigd, dus dat kan niet in zijn geheel ongedaan worden gemaakt. Bewerk in plaats daarvan de persoon.',
  'The person was changed after the merge, so it cannot be taken back as a whole. Edit the person instead.':
    'De persoon is na het samenvoegen gewijzigd, dus dat kan niet in zijn geheel ongedaan worden gemaakt. Bewerk in plaats daarvan de persoon.',
  'This export was not finished in time. Start it again.': 'Deze export was niet op tijd klaar. Start hem opnieuw.',
  'This person is no longer in your contacts.': 'Deze persoon staat niet meer in uw contacten.',
  'Give the group a name first.': 'Geef de groep eerst een naam.',
  'Who is in “{name}” is decided by its rules. Change the rules, or choose a group that people are put into.':
    'Wie er in ‘{name}’ zit, wordt door de regels bepaald. Wijzig de regels of kies een groep waar u zelf mensen in zet.',
  'The smart group {names} has a rule about this group. Change that rule first.':
    'De slimme groep {names} heeft een regel over deze groep. Wijzig die regel eerst.',
  'The smart groups {names} have rules about this group. Change those rules first.':
    'De slimme groepen {names} hebben regels over deze groep. Wijzig die regels eerst.',
  'There is a group called “{name}” already. Choose another name.': 'Er is al een groep met de naam ‘{name}’. Kies een andere naam.',
  'There are {most} groups already, which is the most. Remove one you no longer need first.':
    'Er zijn al {most} groepen, meer kan niet. Verwijder er eerst een die u niet meer nodig hebt.',
  'This group is no longer there.': 'Deze groep is er niet meer.',
  'A group with rules stays one with rules, and one without stays without. Make a new group instead.':
    'Een groep met regels houdt regels, en een groep zonder blijft zonder. Maak in plaats daarvan een nieuwe groep.',
  'A rule is about a group that is no longer there. Choose another one, or take the rule away.':
    'Een regel gaat over een groep die er niet meer is. Kies een andere of haal de regel weg.',
  '“{name}” has rules itself, and a rule can only be about a group that people are put into. Choose another group.':
    '‘{name}’ heeft zelf regels, en een regel kan alleen gaan over een groep waar u zelf mensen in zet. Kies een andere groep.',
  'A rule about {subject:sentence} cannot be tested that way. Choose one of the tests offered for it.':
    'Een regel over {subject} kan zo niet worden getoetst. Kies een van de voorwaarden die ervoor zijn.',
  'Choose the country that the rule is about.': 'Kies het land waar de regel over gaat.',
  'Choose the day that the rule is about.': 'Kies de dag waar de regel over gaat.',
  'Fill in what {subject:sentence} is compared with.': 'Vul in waarmee {subject} wordt vergeleken.',
  'the name': 'de naam',
  'the company': 'het bedrijf',
  'the notes': 'de notities',
  'the country': 'het land',
  'the day somebody was added': 'de dag waarop iemand is toegevoegd',
  'another group': 'een andere groep',
}
