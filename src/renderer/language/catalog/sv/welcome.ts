import type { Catalog } from '../index.ts'

export const welcome: Catalog['welcome'] = {
  title: 'Välkommen till SMS Desk',
  lead: 'Sms:a dina kunder härifrån, och vet alltid vad som hände med ett meddelande.',
  promises: {
    once: {
      title: 'Inget går ut två gånger, inget försvinner',
      text: 'Varje sms skrivs ned innan det skickas, och likaså vad som blev av det.',
    },
    offline: { title: 'Det fungerar när internet inte gör det', text: 'Sms väntar i utkorgen och går ut när förbindelsen är tillbaka.' },
    local: { title: 'Dina uppgifter stannar på den här datorn', text: 'Kunder, meddelanden och nycklar sparas här och ingen annanstans.' },
  },
  sandbox: {
    title: 'Vill du bara titta?',
    text: 'Sandlådan är en operatör i SMS Desk, med påhittade kunder som svarar. Den kostar ingenting och sms:ar ingen.',
    start: 'Prova med sandlådan',
    busy: 'Ställer i ordning sandlådan och dess kunder…',
  },
  connect: {
    title: 'Redo att sms:a?',
    text: 'Anslut kontot du har hos en sms-leverantör.',
    textNamed: 'Anslut ditt konto hos {providers}.',
    start: 'Anslut en leverantör',
    back: 'Tillbaka',
  },
  country: {
    before: 'Ert företag finns i',
    label: 'Landet där ert företag finns',
    after: 'så att nummer som 070-174 06 05 förstås rätt',
  },
  keys: '<b>Här sparas dina nycklar: {place}.</b> {means}',
}
