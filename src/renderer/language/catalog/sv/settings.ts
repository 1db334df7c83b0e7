import type { Catalog } from '../index.ts'

export const settings: Catalog['settings'] = {
  title: 'Inställningar',
  loading: 'Hämtar inställningarna…',
  sections: {
    label: 'Delar av inställningarna',
    accounts: 'Konton',
    sending: 'Utskick',
    templates: 'Mallar',
    replies: 'Svar',
    labels: 'Etiketter',
    notifications: 'Aviseringar',
    appearance: 'Utseende',
    sandbox: 'Sandlåda',
    keys: 'Lagring och nycklar',
    listener: 'Lyssnare',
    about: 'Om',
  },
  noSuchCountry: 'Inget land har det namnet eller numret.',
  accounts: {
    loading: 'Hämtar kontona…',
    intro: 'Anslutningarna som dina sms går genom.',
    add: 'Lägg till konto',
    connect: 'Anslut en leverantör',
    saved: 'Kontot är sparat.',
    emptyTitle: 'Inget konto ännu',
    empty:
      'Ett konto är din anslutning till en sms-leverantör. Utan konto kan inga sms lämna SMS Desk; i sandlådan kan du prova allt så länge.',
    useSandbox: 'Använd sandlådan',
    wantToTry: 'Vill du prova något utan att sms:a någon?',
    addSandbox: 'Lägg till sandlådan',
    sandboxReady: 'Sandlådan är klar. Den kostar ingenting och sms:ar ingen.',
  },
  about: {
    intro: 'Inget går ut två gånger, inget försvinner, och du vet alltid vad som hände med ett meddelande.',
    product: 'SMS Desk',
    version: 'Version {version}',
    runsAs: 'Körs som',
    shells: {
      electron: 'Skrivbordsprogram',
      browser: 'I webbläsaren, från den här datorn',
      cli: 'Kommandorad',
      test: 'Test',
    },
  },
}
