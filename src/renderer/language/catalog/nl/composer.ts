import type { Catalog } from '../index.ts'

export const composer: Catalog['composer'] = {
  label: 'Sms aan {name}',
  placeholder: 'Schrijf een sms',
  send: 'Verzenden',
  sendTo: 'Verzenden naar {count, number}',
  newLine: 'Enter begint een nieuwe regel',
  waitsForAccount: 'Wacht tot {account} is hervat',
  noAnswer: 'Deze afzender is een naam of een kort nummer. Antwoorden per sms kan niet.',
  noAccount: 'Er is nog geen account om mee te verzenden.',
  addAccount: 'Account toevoegen',
  keepAccount: '{account} houden',
  cutOff: 'SMS Desk stopte voordat het antwoordde. Uw sms gaat uit zodra het weer draait, en nooit twee keer.',
  counter: '{left, number} over · {parts, plural, one {# deel} other {# delen}}',
  counterTitle: '{units, plural, one {# eenheid} other {# eenheden}} in {parts, plural, one {# deel} other {# delen}}, {encoding}',
  theDesk: 'SMS Desk',
  tooLong: '{provider} neemt hoogstens {most, number} tekens aan. Maak deze tekst {over, number} korter.',
  mayBeTwo:
    '{provider} kan dit als 2 delen berekenen: daar tellen 67 tekens als één deel zodra er letters buiten het sms-alfabet in staan.',
  undo: {
    running: 'Gaat uit over {seconds, number} s…',
    undo: 'Ongedaan maken',
    said: 'Uw sms gaat over enkele seconden uit. Druk op Ctrl Z in het lege veld om hem terug te nemen.',
  },
  duplicate: {
    title: 'Dezelfde sms nog eens verzenden?',
    again: 'Nog eens verzenden',
    leave: 'Niet verzenden',
  },
  through: {
    title: 'Het account waarlangs dit gaat',
    choose: 'Verzenden via {account}. Ander account kiezen',
    label: 'Verzenden via',
    paused: 'gepauzeerd',
  },
  later: {
    title: 'Later verzenden',
    zone: 'Later verzenden, tijd in {zone}',
    other: 'Een andere tijd…',
  },
  kept: {
    text: 'Er is nog een tekst bewaard: <kept>‘{text}’</kept>',
    swap: 'Omwisselen',
    putBack: 'Terugzetten',
    drop: 'Weggooien',
  },
  quietHours: {
    ask: 'Wilt u sms’en ’s nachts tegenhouden ({from}–{until} bij de ontvanger)?',
    turnOn: 'Aanzetten',
    notNow: 'Nu niet',
    done: 'Stille uren staan aan. U kunt ze wijzigen in Instellingen, onder Verzenden.',
  },
  account: {
    instead: '{reason} Deze sms gaat via {account}.',
    removed: '{usual}, waarlangs dit gesprek liep, is verwijderd. Deze sms gaat via {account}.',
    wroteTo:
      '{name} schreef naar {usual}. Deze sms zou van {sender} komen{answers, select, lost {, en antwoorden erop bereiken u misschien niet} other {}}.',
    hadTexts:
      '{name} kreeg tot nu toe sms’en van {usual}. Deze zou van {sender} komen{answers, select, lost {, en antwoorden erop bereiken u misschien niet} other {}}.',
    answersLost: 'Antwoorden op een sms via {account} bereiken u misschien niet.',
  },
  price: {
    about: 'ongeveer {money}',
    missing: 'Er is geen prijs ingesteld. Stel die in bij Instellingen › Accounts › {account}.',
    missingFor: 'Er is geen prijs ingesteld voor {countries}. Stel die in bij Instellingen › Accounts › {account}.',
  },
  emoji: {
    label: 'Emoji',
    title: 'Emoji, of typ : en een woord',
    find: 'Emoji zoeken',
    all: 'Alle emoji’s',
    none: 'Er is geen emoji die zo heet. Probeer een ander woord.',
    dearer: 'Een emoji maakt de hele sms duurder.',
    offered: 'Enter voegt {name} in.',
    group: {
      smileys: 'Smileys',
      people: 'Mensen',
      nature: 'Dieren en natuur',
      food: 'Eten en drinken',
      travel: 'Reizen en plaatsen',
      activities: 'Activiteiten',
      objects: 'Voorwerpen',
      symbols: 'Symbolen',
      flags: 'Vlaggen',
    },
  },
}
